package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.app.Program.Outcome;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

/**
 * The whole program on the sample of the lab, against a count made here: a simple loop over the
 * file, and dnsjava for what is in a message.
 */
class SampleTest {
  private static final Path SAMPLE = Path.of("../samples/first-light.pcap");
  private static final String FILE_NAME = "ch22[01]\\.\\d{8}\\.\\d{4}\\.\\d{10}\\.\\d{9}\\.nmsg";

  @TempDir private Path output = Path.of(".");

  @Test
  void countsTheRcodesThatASimpleLoopFinds() throws Exception {
    Loop loop = new Loop(Files.readAllBytes(SAMPLE));
    Path wholeUdp = output.resolve("whole-udp.pcap");
    Files.write(wholeUdp, loop.wholeUdp.toByteArray());

    SummaryReading summary = SummaryReading.of(run(wholeUdp).out());

    assertThat(summary.numbers("rcodes")).isEqualTo(loop.rcodes).containsKey("NXDOMAIN");
    assertThat(summary.number("input", "packets")).isEqualTo(loop.wholeUdpPackets);
  }

  @Test
  void countsThePacketsThatASimpleLoopCounts() throws Exception {
    Loop loop = new Loop(Files.readAllBytes(SAMPLE));
    Outcome outcome = run(SAMPLE);
    SummaryReading summary = SummaryReading.of(outcome.out());

    assertThat(outcome.status()).isZero();
    assertThat(outcome.err()).isEmpty();
    summary.assertThatItAddsUp();
    assertThat(summary.number("input", "packets")).isEqualTo(loop.packets);
    assertThat(summary.number("input", "bytes")).isEqualTo(loop.octets);
  }

  @Test
  void publishesAsManyRecordsAsItCounts() throws Exception {
    SummaryReading summary = SummaryReading.of(run(SAMPLE).out());

    assertThat(records("ch220")).isEqualTo(summary.number("channels", "errors")).isPositive();
    assertThat(records("ch221")).isEqualTo(summary.number("channels", "nxdomain")).isPositive();
  }

  @Test
  void storesAsManyAsItCounts() throws Exception {
    SummaryReading summary = SummaryReading.of(run(SAMPLE, "--answers").out());
    Map<String, Long> sums = Stored.sums(output);

    assertThat(sums.get("failures")).isEqualTo(summary.number("store", "failures")).isPositive();
    assertThat(sums.get("nodata")).isEqualTo(summary.number("store", "nodata")).isPositive();
    assertThat(sums.getOrDefault("pdns", 0L) + sums.getOrDefault("pdns_dnssec", 0L))
        .isEqualTo(summary.number("answers", "accepted"))
        .isPositive();
    long refused =
        summary.numbersOf("answers", "refused").values().stream().mapToLong(n -> n).sum();
    assertThat(sums.get("pdns_unplaced")).isPositive().isLessThanOrEqualTo(refused);
    assertThat(summary.number("answers", "accepted") + refused)
        .isEqualTo(summary.number("answers", "rrsets"));
    assertThat(records("ch204")).isPositive().isLessThan(summary.number("answers", "accepted"));
  }

  @Test
  void storesNothingWhenThatIsNotWanted() throws Exception {
    run(SAMPLE, "--no-store");
    assertThat(output.resolve("store")).doesNotExist();
  }

  @Test
  void namesItsFilesByChannelAndTimeAndLeavesNothingElse() throws Exception {
    run(SAMPLE, "--rotate", "10");

    for (String channel : List.of("ch220", "ch221")) {
      assertThat(files(channel)).hasSizeGreaterThan(4);
      for (Path file : files(channel)) {
        String name = file.getFileName().toString();
        assertThat(name).matches(FILE_NAME).startsWith(channel);
        assertThat(Long.parseLong(name.split("\\.", -1)[3]) % 10).isZero();
      }
    }
  }

  @Test
  void keepsBothWhenItRunsTwiceIntoOneDirectory() throws Exception {
    run(SAMPLE);
    List<Path> once = files("ch221");
    byte[] first = Files.readAllBytes(once.getFirst());
    run(SAMPLE);

    assertThat(files("ch221")).hasSize(2 * once.size()).containsAll(once);
    assertThat(Files.readAllBytes(once.getFirst())).isEqualTo(first);
  }

  private Outcome run(Path capture, String... options) throws Exception {
    return Program.alone(
        Stream.concat(
                Stream.of("run", capture.toString(), "-o", output.toString(), "--summary", "json"),
                Stream.of(options))
            .toArray(String[]::new));
  }

  private List<Path> files(String channel) throws Exception {
    try (Stream<Path> entries = Files.list(output.resolve("channels").resolve(channel))) {
      return entries.sorted().toList();
    }
  }

  private long records(String channel) throws Exception {
    String[] arguments =
        Stream.concat(
                Stream.of("show", "--format", "json"), files(channel).stream().map(Path::toString))
            .toArray(String[]::new);
    Outcome shown = Program.alone(arguments);
    assertThat(shown.status()).isZero();
    assertThat(shown.err()).isEmpty();
    return shown.out().lines().count();
  }

  /** Reads the sample, which is Ethernet with nanoseconds in little-endian order. */
  private static final class Loop {
    private final byte[] file;
    final ByteArrayOutputStream wholeUdp = new ByteArrayOutputStream();
    final Map<String, Long> rcodes = new TreeMap<>();
    long packets;
    long wholeUdpPackets;
    long octets;

    Loop(byte[] file) {
      this.file = file;
      ByteBuffer records = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
      assertThat(records.getInt(0)).isEqualTo(0xa1b23c4d);
      wholeUdp.write(file, 0, 24);
      for (int at = 24; at < file.length; at += 16 + records.getInt(at + 8)) {
        packets++;
        octets += records.getInt(at + 12);
        onPacket(at, records.getInt(at + 8));
      }
    }

    private void onPacket(int record, int length) {
      ByteBuffer packet = ByteBuffer.wrap(file, record + 16, length).slice();
      boolean ipv4 = packet.get(14) >> 4 == 4;
      int udp = ipv4 ? 14 + (packet.get(14) & 0x0f) * 4 : 14 + 40;
      boolean fragment = ipv4 && (packet.getShort(14 + 6) & 0x3fff) != 0;
      if (packet.get(14 + (ipv4 ? 9 : 6)) == 17 && !fragment) {
        wholeUdp.write(file, record, 16 + length);
        wholeUdpPackets++;
        byte[] dns = new byte[packet.getShort(udp + 4) - 8];
        packet.get(udp + 8, dns);
        if (dns.length >= 12 && dns[2] < 0) {
          rcodes.merge(rcode(dns), 1L, Long::sum);
        }
      }
    }

    /** The extended rcode by dnsjava; of a malformed response, what its header says. */
    private static String rcode(byte[] dns) {
      int rcode;
      try {
        rcode = new Message(dns).getRcode();
      } catch (IOException malformed) {
        rcode = dns[3] & 0x0f;
      }
      return switch (rcode) {
        case 16 -> "BADVERS"; // which dnsjava calls by its other name, BADSIG
        case 15 -> "RCODE15";
        default -> Rcode.string(rcode);
      };
    }
  }
}
