package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nxsight.app.Program.Outcome;

/** Which exchanges of the sample a run keeps, and how it accounts for the others. */
class SelectionTest {
  private static final String SAMPLE = "../samples/first-light.pcap";
  private static final int UNUSABLE = 2;

  @TempDir private Path directory = Path.of(".");

  @Test
  void keepsTheWantedRcode() {
    SummaryReading all = run();
    SummaryReading nxdomain = run("--only-rcode", "nxdomain");
    SummaryReading others = run("--not-rcode", "NXDOMAIN,RCODE0");

    assertThat(nxdomain.numbers("rcodes"))
        .isEqualTo(Map.of("NXDOMAIN", all.number("rcodes", "NXDOMAIN")));
    assertThat(nxdomain.number("channels", "nxdomain"))
        .isEqualTo(all.number("channels", "nxdomain"));
    assertThat(others.numbers("rcodes")).doesNotContainKeys("NXDOMAIN", "NOERROR");
    assertThat(others.number("rcodes", "SERVFAIL")).isEqualTo(all.number("rcodes", "SERVFAIL"));
    assertThat(others.number("exchanges", "unanswered"))
        .isEqualTo(all.number("exchanges", "unanswered"));
  }

  @Test
  void keepsNamesBelowADomain() throws IOException {
    assertThat(missingNames("--only-name", "es"))
        .isNotEmpty()
        .allMatch(name -> name.endsWith(".es."));
    assertThat(missingNames("--not-name", "es,arpa"))
        .isNotEmpty()
        .noneMatch(name -> name.endsWith(".es.") || name.endsWith(".arpa."));
  }

  @ParameterizedTest
  @CsvSource({
    "--only-qtype, --not-qtype, AAAA",
    "--only-qtype, --not-qtype, 'A,TYPE28,MX'",
    "--only-server, --not-server, '0.0.0.0/1,2000::/4'",
    "--only-name, --not-name, com",
    "--only-rcode, --not-rcode, SERVFAIL",
  })
  void oneHalfAndTheOtherAreTheWhole(String only, String not, String value) {
    Map<String, Long> all = run().numbers("rcodes");
    Map<String, Long> kept = run(only, value).numbers("rcodes");
    Map<String, Long> others = run(not, value).numbers("rcodes");

    assertThat(kept).isNotEmpty().isNotEqualTo(all);
    others.forEach((rcode, count) -> kept.merge(rcode, count, Long::sum));
    assertThat(kept).isEqualTo(all);
  }

  @Test
  void choosesSides() {
    long everything = run().number("exchanges", "answered");
    assertThat(run("--resolver", "0.0.0.0/0,::/0").number("exchanges", "answered"))
        .isEqualTo(everything);
    SummaryReading nobody = run("--resolver", "192.0.2.254", "--authority=2001:db8:ffff::1");
    assertThat(nobody.number("exchanges", "answered")).isZero();
    assertThat(nobody.numbers("passed_over")).containsOnlyKeys("side");
    assertThat(
            run("--resolver", "192.0.2.254", "--authority", "0.0.0.0/0,::/0")
                .number("exchanges", "answered"))
        .isEqualTo(everything);
  }

  @Test
  void choosesByRecursionDesired() {
    SummaryReading all = run();
    SummaryReading without = run("--rd", "0");
    SummaryReading with = run("--rd=1");
    assertThat(without.number("exchanges", "recursion_desired")).isZero();
    assertThat(with.number("exchanges", "recursion_desired"))
        .isEqualTo(with.number("exchanges", "answered"));
    assertThat(with.number("exchanges", "answered") + without.number("exchanges", "answered"))
        .isEqualTo(all.number("exchanges", "answered"));
  }

  @Test
  void keepsOneInTenAndTheSameAgain() {
    long all = run().number("exchanges", "answered");
    SummaryReading tenth = run("--sample", "10");
    assertThat(tenth.number("exchanges", "answered")).isBetween(all / 15, all / 7);
    assertThat(tenth.whole("sample_one_in")).isEqualTo(10);
    assertThat(run("--sample", "10").stable()).isEqualTo(tenth.stable());
  }

  @Test
  void takesNmsgtoolsNamesFromTheEnvironment() throws Exception {
    Outcome outcome =
        Program.inShell(
            "DNSQR_RES_ADDRS=192.0.2.254 DNSQR_CAPTURE_RD=0 \"$@\"",
            "run",
            SAMPLE,
            "-o",
            directory.toString(),
            "--summary=json");
    assertThat(SummaryReading.of(outcome.out()).numbers("passed_over")).containsKey("side");

    outcome =
        Program.inShell(
            "DNSQR_RES_ADDRS=192.0.2.254 \"$@\"",
            "run",
            SAMPLE,
            "-o",
            directory.toString(),
            "--summary=json",
            "--resolver",
            "::/0,0.0.0.0/0");
    assertThat(SummaryReading.of(outcome.out()).numbers("passed_over")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "--rd=2, must be 0, 1 or any",
    "--resolver=here, here is neither an address nor a prefix",
    "--not-server=192.0.2.0/40, 192.0.2.0/40 is neither",
    "--only-name=a..b, a..b is no domain name",
    "--only-qtype=AXE, AXE is neither a mnemonic nor",
    "--not-rcode=NIXDOMAIN, NIXDOMAIN is neither a mnemonic nor",
    "--sample=0, must be 1 or more",
  })
  void saysWhatCannotBeChosen(String option, String complaint) {
    Outcome outcome =
        Program.here(
            InputStream.nullInputStream(), List.of("run", SAMPLE, "-o", "" + directory, option));
    assertThat(outcome.status()).isEqualTo(UNUSABLE);
    assertThat(outcome.err()).startsWith("nxsight: " + option.substring(0, 4)).contains(complaint);
  }

  private SummaryReading run(String... options) {
    List<String> words =
        new ArrayList<>(List.of("run", SAMPLE, "-o", directory.toString(), "--summary=json"));
    words.addAll(List.of(options));
    Outcome outcome = Program.here(InputStream.nullInputStream(), words);
    assertThat(outcome.err()).isEmpty();
    SummaryReading summary = SummaryReading.of(outcome.out());
    summary.assertThatItAddsUp();
    return summary;
  }

  /** The qnames of channel 221, in lower case. */
  private List<String> missingNames(String option, String value) throws IOException {
    run(option, value, "--format=json");
    List<String> names = new ArrayList<>();
    Path channel = directory.resolve("channels/ch221");
    try (DirectoryStream<Path> files = Files.newDirectoryStream(channel)) {
      for (Path file : files) {
        for (String line : Files.readAllLines(file)) {
          JsonObject message = JsonParser.parseString(line).getAsJsonObject();
          names.add(
              message
                  .getAsJsonObject("message")
                  .get("qname")
                  .getAsString()
                  .toLowerCase(Locale.ROOT));
        }
        Files.delete(file);
      }
    }
    return names;
  }
}
