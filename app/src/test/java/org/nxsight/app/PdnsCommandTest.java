package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nxsight.store.Dataset;

class PdnsCommandTest {
  private static final long DAY = 86_400;
  private static final long NOON = 1_793_534_400; // 2026-11-01 12:00:00

  @TempDir private static Path data;

  @BeforeAll
  static void writeStore() throws Exception {
    new SmallStore(data)
        .address("api.example.com.", "example.com.", "192.0.2.7", NOON - 9 * DAY, NOON - 3 * DAY)
        .address("www.example.com.", "example.com.", "192.0.2.1", NOON - 9 * DAY, NOON)
        .address("=cmd\\|'a'!b.example.com.", "example.com.", "192.0.2.200", NOON, NOON)
        .rrset(
            Dataset.PDNS, "example.com.", "NS", "com.", 4, NOON, NOON, "ns1.example.net.", "ns2.x.")
        .rrset(
            Dataset.PDNS, "example.com.", "TXT", "com.", 1, NOON, NOON, "\"a, \\\"b\\\" \\027[2J\"")
        .rrset(
            Dataset.PDNS, "*.wild.example.com.", "A", "example.com.", 9, NOON, NOON, "192.0.2.99")
        .rrset(Dataset.PDNS_DNSSEC, "example.com.", "DS", "com.", 2, NOON, NOON, "1 8 2 AB")
        .rrset(
            Dataset.PDNS_UNPLACED, "api.example.com.", "AAAA", null, 1, NOON, NOON, "2001:db8::1")
        .write();
  }

  private static Program.Outcome pdns(String... arguments) {
    String[] words = new String[arguments.length + 1];
    words[0] = "pdns";
    System.arraycopy(arguments, 0, words, 1, arguments.length);
    return Asked.of(data, words);
  }

  @Test
  void tellsWhatANameHadAsLinesOfAMasterFileWithComments() {
    Program.Outcome outcome = pdns("WWW.example.com");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out())
        .isEqualTo(
            """
            ;; record times: 2026-10-23 12:00:00 .. 2026-11-01 12:00:00
            ;; count: 3; bailiwick: example.com.
            www.example.com.  A  192.0.2.1

            """);
  }

  @Test
  void tellsTheCommonOutputFormatWithWholeSeconds() {
    assertThat(pdns("example.com", "--type", "ns", "--json").out())
        .isEqualTo(
            "{\"rrname\":\"example.com.\",\"rrtype\":\"NS\","
                + "\"rdata\":[\"ns1.example.net.\",\"ns2.x.\"],\"bailiwick\":\"com.\",\"count\":4,"
                + "\"time_first\":1793534400,\"time_last\":1793534400}\n");
  }

  @Test
  void findsNamesByTheAddressesOfANetwork() {
    assertThat(pdns("192.0.2.0/29", "--csv").out())
        .isEqualTo(
            """
            rrname,rrtype,rdata,bailiwick,count,time_first,time_last
            www.example.com.,A,192.0.2.1,,3,2026-10-23T12:00:00Z,2026-11-01T12:00:00Z
            api.example.com.,A,192.0.2.7,,3,2026-10-23T12:00:00Z,2026-10-29T12:00:00Z
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void quotesFieldsAndLetsNoNameBeginAFormulaInCsv() {
    assertThat(pdns("example.com", "--type", "TXT", "--csv").out())
        .contains("example.com.,TXT,\"\"\"a, \\\"\"b\\\"\" \\027[2J\"\"\",com.,1,");
    assertThat(pdns("*.example.com", "--type", "A", "--csv").out())
        .contains("\n\\061cmd\\|'a'!b.example.com.,A,")
        .doesNotContain("\n=");
  }

  @Test
  void leavesDnssecAndUnplacedRecordsOutUnlessAskedFor() {
    assertThat(pdns("*.example.com").out()).doesNotContain("  DS  ").doesNotContain("2001:db8::1");
    assertThat(pdns("*.example.com", "--dnssec", "--unplaced").out())
        .contains("example.com.  DS  1 8 2 AB")
        .contains("api.example.com.  AAAA  2001:db8::1");
  }

  @Test
  void takesOnlyWhatWasThereBetweenTheFences() {
    assertThat(pdns("*.example.com", "--since", "2026-10-30", "--type", "A").out())
        .contains("www.example.com.")
        .doesNotContain("api.example.com.");
    assertThat(pdns("*.example.com", "--until", "2026-10-23", "--type", "A").out())
        .contains("api.example.com.")
        .doesNotContain("cmd");
    assertThat(pdns("*.example.com", "--since", "-1s").out()).isEmpty();
    assertThat(pdns("*.example.com", "--until", Long.toString(NOON - 9 * DAY - 1)).out()).isEmpty();
  }

  @Test
  void saysWhenThereIsMoreThanTheLimit() {
    Program.Outcome outcome = pdns("*.example.com", "--limit", "1");
    assertThat(outcome.out()).containsOnlyOnce(";; count");
    assertThat(outcome.err()).isEqualTo("nxsight: there are more than these 1; raise --limit\n");
  }

  @Test
  void takesTheBailiwickThatIsAskedFor() {
    assertThat(pdns("example.com", "--bailiwick", "com").out()).contains("ns1.example.net.");
    assertThat(pdns("example.com", "--bailiwick", "org").out()).isEmpty();
  }

  @Test
  void findingNothingIsNoFailure() {
    Program.Outcome outcome = pdns("nowhere.example");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.err()).isEqualTo("nxsight: nothing was found\n");
  }

  @Test
  void saysWhereThereIsSomethingWhenNothingWasFound() {
    assertThat(pdns("api.example.com", "--type", "AAAA").err())
        .contains("nothing was found")
        .contains("--unplaced")
        .hasLineCount(1);
    assertThat(pdns("n77.wild.example.com").err())
        .contains("*.wild.example.com. stands for many names")
        .hasLineCount(1);
    assertThat(pdns("api.example.com", "--type", "MX").err())
        .isEqualTo("nxsight: nothing was found\n");
    assertThat(pdns("203.0.113.200").err()).contains("by its name only").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a'; DROP TABLE pdns; --",
        "\u001b[2J",
        "a..b",
        "192.0.2.0/33",
        "2001:db8::/129",
        "\\256.x",
        "",
        "9.9.9.9-1.1.1.1/3"
      })
  void answersHostileNamesWithOneLineOrWithNothing(String name) {
    Program.Outcome outcome = pdns(name);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines().count()).isLessThanOrEqualTo(2);
    assertThat(outcome.err()).doesNotContain("\u001b").doesNotContain("Exception");
  }

  @Test
  void takesANameOf255OctetsAndRefusesALongerOne() {
    String longest = ("a".repeat(63) + ".").repeat(3) + "a".repeat(61);
    assertThat(pdns(longest).status()).isZero();
    assertThat(pdns(longest + "a").status()).isEqualTo(Complaint.UNUSABLE);
  }

  @Test
  void saysWhatIsWrongWithATime() {
    Program.Outcome outcome = pdns("example.com", "--since", "yesterday");
    assertThat(outcome.status()).isEqualTo(Complaint.UNUSABLE);
    assertThat(outcome.err()).startsWith("nxsight: --since: 'yesterday' is no time: 2026-11-24, ");
    assertThat(pdns("example.com", "--since", "2026-11-02", "--until", "2026-11-01").err())
        .startsWith("nxsight: --until: is before --since");
  }

  @Test
  void saysWhatToRunFirstWhenThereIsNoStore(@TempDir Path empty) {
    for (String command : new String[] {"pdns", "failures", "sql"}) {
      Program.Outcome outcome = Asked.of(empty, command, "SELECT");
      assertThat(outcome.status()).isEqualTo(Complaint.UNUSABLE);
      assertThat(outcome.err())
          .isEqualTo(
              "nxsight: %s/store: nothing is stored there yet; first run: nxsight run CAPTURE -o %s\n"
                  .formatted(empty, empty));
    }
  }

  @Test
  void namesAFileThatIsNotParquet(@TempDir Path broken) throws Exception {
    new SmallStore(broken)
        .address("a.example.", "example.", "192.0.2.1", NOON, NOON)
        .failure("b.example.", "A", "NXDOMAIN", "example.", "192.0.2.53", 1, NOON, NOON, 1)
        .write();
    try (var files = Files.walk(broken)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".parquet")).toList()) {
        Files.writeString(file, "this is not a Parquet file, whatever its name says");
      }
    }
    for (String[] command :
        new String[][] {
          {"pdns", "a.example"},
          {"failures", "b.example"},
          {"failures", "*.example"},
          {"sql", "SELECT * FROM pdns"}
        }) {
      Program.Outcome outcome = Asked.of(broken, command);
      assertThat(outcome.status()).as(command[0]).isEqualTo(Complaint.FAILED);
      assertThat(outcome.err().lines()).hasSize(1);
      assertThat(outcome.err()).contains(".parquet").doesNotContain("Exception");
    }
  }
}
