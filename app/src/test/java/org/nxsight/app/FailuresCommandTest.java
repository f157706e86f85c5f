package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.store.Dataset;

class FailuresCommandTest {
  private static final long DAY = 86_400;
  private static final long NOON = 1_793_534_400; // 2026-11-01 12:00:00
  private static final String NX = "NXDOMAIN";

  @TempDir private static Path data;

  @BeforeAll
  static void writeStore() throws Exception {
    String zone = "example.com.";
    new SmallStore(data)
        .address("api.example.com.", zone, "192.0.2.7", NOON - 9 * DAY, NOON - 3 * DAY)
        .address("www.example.com.", zone, "192.0.2.1", NOON - 9 * DAY, NOON + DAY)
        .address("mail.example.com.", zone, "192.0.2.2", NOON - 9 * DAY, NOON + 2 * DAY)
        .address("old.example.com.", zone, "192.0.2.3", NOON - 9 * DAY, NOON - 8 * DAY)
        .address("back.example.com.", zone, "192.0.2.4", NOON - 9 * DAY, NOON + 2 * DAY)
        .address("a.b.example.net.", "example.net.", "192.0.2.9", NOON, NOON)
        .rrset(Dataset.PDNS_UNPLACED, "api.example.com.", "TXT", null, 1, NOON, NOON, "\"x\"")
        .failure(
            "api.example.com.", "A", NX, zone, "192.0.2.53", 40, NOON + 60, NOON + DAY, 1, 2, 3)
        .failure("api.example.com.", "A", NX, zone, "192.0.2.54", 10, NOON + 120, NOON + 300, 3, 4)
        .failure("api.example.com.", "MX", NX, zone, "192.0.2.53", 2, NOON + 90, NOON + 95, 4)
        .failure("old.example.com.", "A", NX, zone, "192.0.2.53", 5, NOON, NOON + 30, 1)
        .failure("back.example.com.", "A", NX, zone, "192.0.2.53", 5, NOON, NOON + 30, 1)
        .failure("c.b.example.net.", "A", "SERVFAIL", null, "192.0.2.55", 1, NOON, NOON, 7)
        .failure("www.example.com.", "MX", "NOERROR", zone, "192.0.2.53", 6, NOON, NOON, 7)
        .failure(
            "many.example.org.",
            "A",
            NX,
            "example.org.",
            "192.0.2.53",
            9,
            NOON,
            NOON,
            LongStream.rangeClosed(1, 32).map(i -> i << 54).toArray())
        .flood("flood.test.", 90_000, NOON, NOON + 59, 20, "x1.flood.test.", "x2.flood.test.")
        .failure("flood.test.", "A", NX, "test.", "192.0.2.53", 1, NOON, NOON, 1)
        .rrset(Dataset.PDNS, "shop.alias.test.", "CNAME", null, 2, NOON - 9, NOON, "gone.cdn.test.")
        .failure("shop.alias.test.", "A", NX, "cdn.test.", "192.0.2.53", 2, NOON - 9, NOON, 1)
        .write();
  }

  private static Program.Outcome failures(String... arguments) {
    String[] words = new String[arguments.length + 1];
    words[0] = "failures";
    System.arraycopy(arguments, 0, words, 1, arguments.length);
    return Asked.of(data, words);
  }

  @Test
  void tellsTheWholeHistoryOfAName() {
    Program.Outcome outcome = failures("API.example.com");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out())
        .isEqualTo(
            """
            api.example.com. does not exist any more.
            NXDOMAIN since 2026-11-01 12:01:00, last at 2026-11-02 12:00:00: 52 times.
                asked for A and MX by at least 4 resolvers, 50 % of it in mixed upper and lower case
                told by the servers 192.0.2.53 and 192.0.2.54 with the SOA of example.com.
            It existed from 2026-10-23 12:00:00 to 2026-11-01 12:00:00:
                A 192.0.2.7 (3 times, 2026-10-23 12:00:00 .. 2026-10-29 12:00:00)
                TXT "x" (once, 2026-11-01 12:00:00 .. 2026-11-01 12:00:00), from a server that may have had no say
            The deepest name above it that exists is example.com. (its SOA says so, last at 2026-11-02 12:00:00).
            3 other names under example.com. still work: back.example.com. mail.example.com. www.example.com.
            2 other names under example.com. do not exist either: back.example.com. old.example.com.
            """);
  }

  @Test
  void saysThatANameWorksAgain() {
    assertThat(failures("back.example.com").out())
        .startsWith(
            "back.example.com. works again: it was answered at 2026-11-03 12:00:00, after the last"
                + " failure at 2026-11-01 12:00:30.\n");
  }

  @Test
  void saysThatWhatANameLeadsToDoesNotExist() {
    assertThat(failures("shop.alias.test").out())
        .startsWith("shop.alias.test. is an alias of gone.cdn.test., which does not exist.\n");
  }

  @Test
  void saysThatANameExistsWithoutTheType() {
    assertThat(failures("www.example.com").out())
        .startsWith("www.example.com. exists, and no question about it failed.\n")
        .endsWith("The name was told to exist without records of type MX: 6 times.\n");
  }

  @Test
  void findsTheNameAboveThatExistsByANameBelowIt() {
    assertThat(failures("c.b.example.net").out())
        .startsWith("c.b.example.net. cannot be resolved: its servers answer SERVFAIL.\n")
        .contains("without an SOA")
        .contains("exists is b.example.net. (a.b.example.net. is below it, last at 2026-11-01");
  }

  @Test
  void saysThatANameMayBeOneOfAFlood() {
    assertThat(failures("y.flood.test").out())
        .startsWith("y.flood.test. has no row of its own, but *.flood.test. is asked for");
  }

  @Test
  void saysThatNothingIsKnown() {
    assertThat(failures("nowhere.example").out())
        .isEqualTo(
            "Nothing is known about nowhere.example.: it was neither answered nor missed.\n");
  }

  @Test
  void addsUpOverServersAndCountsResolversOnce() {
    assertThat(failures("api.example.com", "--type", "a", "--json").out())
        .isEqualTo(
            "{\"qname\":\"api.example.com.\",\"qtype\":\"A\",\"rcode\":\"NXDOMAIN\","
                + "\"soa_rrname\":\"example.com.\",\"cut\":\"example.com.\",\"count\":50,"
                + "\"mixed_case\":25,\"time_first\":\"2026-11-01T12:01:00Z\","
                + "\"time_last\":\"2026-11-02T12:00:00Z\",\"servers\":2,\"resolvers\":4}\n");
  }

  @Test
  void estimatesMoreResolversThanTheSketchHolds() {
    assertThat(failures("many.example.org", "--json").out()).contains("\"resolvers\":992}");
  }

  @Test
  void tellsServersAndBucketsApart() {
    assertThat(failures("api.example.com", "--type", "A", "--by", "server", "--csv").out().lines())
        .hasSize(3)
        .anyMatch(line -> line.contains(",192.0.2.54,10,5,"));
    assertThat(failures("api.example.com", "--type", "A", "--by", "bucket", "--csv").out().lines())
        .hasSize(3)
        .anyMatch(line -> line.startsWith("2026-11-01T12:02:00Z,60,api.example.com.,A,"));
  }

  @Test
  void takesAZoneWithItsFloodAndMostAskedForFirst() {
    assertThat(failures("*.flood.test", "--csv").out().lines())
        .hasSize(3)
        .element(1)
        .asString()
        .startsWith(",,*.flood.test.,A,NXDOMAIN,,flood.test.,flood.test.,,90000,0,")
        .endsWith(",1,2,20,x1.flood.test. x2.flood.test.,,");
    assertThat(failures("*.example.com", "--json", "--limit", "1").out())
        .contains("api.example.com.")
        .hasLineCount(1);
  }

  @Test
  void aNameIsNotTheFloodBelowIt() {
    assertThat(failures("flood.test", "--csv").out().lines()).hasSize(2);
  }

  @Test
  void takesOnlyTheRcodesTypesAndTimesAskedFor() {
    assertThat(failures("*.", "--rcode", "2", "--json").out())
        .hasLineCount(1)
        .contains("c.b.example.net.");
    assertThat(failures("*.", "--rcode", "nodata", "--json").out())
        .hasLineCount(1)
        .contains("www.example.com.");
    assertThat(failures("*.", "--type", "MX", "--rcode", "NODATA,NXDOMAIN", "--json").out())
        .hasLineCount(2);
    assertThat(failures("*.example.com", "--since", "2026-11-02", "--json").out())
        .hasLineCount(1)
        .contains("\"count\":40,");
    assertThat(failures("*.example.com", "--until", "2026-11-01T12:00:00Z", "--json").out())
        .hasLineCount(2);
    assertThat(failures("*.example.com", "--since", "-1s").err()).contains("nothing was found");
  }

  @Test
  void answersHostileNamesWithNothing() {
    String longest = ("a".repeat(63) + ".").repeat(3) + "a".repeat(61);
    for (String name : new String[] {"a'; DROP TABLE failures; --", "\u001b[2J", "\"", longest}) {
      Program.Outcome outcome = failures(name);
      assertThat(outcome.out() + outcome.err()).doesNotContain("\u001b").doesNotContain("\tat ");
    }
  }

  @Test
  void saysWhatIsWrongWithAnOption() {
    assertThat(failures("a", "--rcode", "NOPE").err()).startsWith("nxsight: --rcode: 'NOPE' is no");
    assertThat(failures("a", "--type", "NOPE").err()).startsWith("nxsight: --type: 'NOPE' is no");
    assertThat(failures("a.*").err()).contains("a name or *.ZONE is expected");
    assertThat(failures("a", "--limit", "0").err()).startsWith("nxsight: --limit: must be 1");
    assertThat(failures("a", "--json", "--csv").status()).isEqualTo(Complaint.UNUSABLE);
  }
}
