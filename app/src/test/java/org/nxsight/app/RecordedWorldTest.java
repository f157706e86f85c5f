package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Records a fresh capture of real servers in the lab, and holds the summary to what tshark, an
 * independent reader, finds in it. Needs root and the lab's packages.
 */
@EnabledIfSystemProperty(named = "nxsight.lab", matches = "true")
class RecordedWorldTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern RCODE = Pattern.compile("\"([A-Z0-9]+)\":(\\d+)");

  /** The header's share of an extended rcode is its low four bits (RFC 6891, section 6.1.3). */
  private static final int HEADER_RCODE_MASK = 0x0f;

  @TempDir private Path directory = Path.of(".");

  @Test
  void countsTheRcodesThatTsharkCounts() throws Exception {
    Path capture = directory.resolve("world.pcap");
    run(ROOT.resolve("lab/down").toString()); // what an earlier, broken off run may have left
    run(
        ROOT.resolve("lab/record").toString(),
        "--seed",
        "7",
        "--queries",
        "400",
        "--rate",
        "100",
        capture.toString());

    String summary =
        run(
            ROOT.resolve("nxsight").toString(),
            "run",
            capture.toString(),
            "-o",
            directory.resolve("out").toString(),
            "--summary",
            "json");

    assertThat(rcodesOf(summary)).isEqualTo(rcodesByTshark(capture));
  }

  private static Map<Integer, Long> rcodesOf(String summary) {
    int start = summary.indexOf("\"rcodes\":{");
    Matcher matcher = RCODE.matcher(summary.substring(start, summary.indexOf('}', start)));
    Map<Integer, Long> rcodes = new TreeMap<>();
    while (matcher.find()) {
      int rcode = org.nxsight.wire.dns.Rcodes.number(matcher.group(1));
      rcodes.merge(rcode & HEADER_RCODE_MASK, Long.parseLong(matcher.group(2)), Long::sum);
    }
    return rcodes;
  }

  /** What tshark finds, but for responses that ICMP quotes: nobody sent these again. */
  private static Map<Integer, Long> rcodesByTshark(Path capture) throws Exception {
    String rcodes =
        run(
            "tshark",
            "-r",
            capture.toString(),
            "-Y",
            "dns.flags.response==1 && !icmp && !icmpv6",
            "-T",
            "fields",
            "-e",
            "dns.flags.rcode");
    Map<Integer, Long> counts = new TreeMap<>();
    rcodes
        .lines()
        .flatMap(frame -> Stream.of(frame.split(",", -1)))
        .forEach(rcode -> counts.merge(Integer.parseInt(rcode), 1L, Long::sum));
    return counts;
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Path out = Files.createTempFile("out", null);
    Path err = Files.createTempFile("err", null);
    List<String> words = new ArrayList<>(Stream.of(command).toList());
    Process process =
        new ProcessBuilder(words).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    String said = Files.readString(err, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as("%s said: %s", words, said).isZero();
    return Files.readString(out, StandardCharsets.UTF_8);
  }
}
