package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PdnsImportTest {
  private static final String[] EVERYTHING = {"pdns", "*.", "--dnssec", "--unplaced", "--json"};

  /** In the order in which everything is answered: by name, type and bailiwick. */
  private static final String COF =
      """
      {"rrname":"com.","rrtype":"DS","rdata":["1 8 2 ABCD"],"bailiwick":".","count":7,"time_first":1700000000,"time_last":1700000100}
      {"rrname":"example.com.","rrtype":"HTTPS","rdata":["1 . alpn=\\"h2,h3\\" ipv4hint=192.0.2.1"],"bailiwick":"example.com.","count":1,"time_first":1700000000,"time_last":1700000000}
      {"rrname":"example.com.","rrtype":"MX","rdata":["10 a.example.com.","20 b.example.com."],"bailiwick":"example.com.","count":12345678901,"time_first":1700000000,"time_last":1800000000}
      {"rrname":"a\\\\000\\\\.b.example.com.","rrtype":"TYPE65280","rdata":["\\\\# 3 00 ff 22 "],"bailiwick":"com.","count":1,"time_first":1,"time_last":4294967295}
      {"rrname":"x.example.com.","rrtype":"TXT","rdata":["\\"\\\\\\"; DROP TABLE\\" \\"\\\\255\\""],"count":2,"time_first":1700000000,"time_last":1700000000}
      """;

  @Test
  void aStoreThatIsToldAndImportedIsTheSameStore(@TempDir Path one, @TempDir Path two) {
    Program.Outcome imported = Asked.reading(COF, one, "pdns", "--import", "-");
    assertThat(imported.err())
        .isEqualTo("nxsight: imported 5 RRsets, 1 of them without a bailiwick\n");
    String told = Asked.of(one, EVERYTHING).out();
    assertThat(told.lines()).containsExactlyInAnyOrderElementsOf(COF.lines().toList());
    assertThat(Asked.reading(told, two, "pdns", "--import", "-").status()).isZero();
    assertThat(Asked.of(two, EVERYTHING).out()).isEqualTo(told);
    String rows =
        "SELECT * FROM (FROM pdns UNION ALL FROM pdns_dnssec UNION ALL FROM pdns_unplaced) ORDER BY ALL";
    assertThat(Asked.of(two, "sql", rows).out()).isEqualTo(Asked.of(one, "sql", rows).out());
    String byRdata = "SELECT * FROM pdns_rdata ORDER BY ALL";
    assertThat(Asked.of(two, "sql", byRdata).out()).isEqualTo(Asked.of(one, "sql", byRdata).out());
  }

  @Test
  void addsUpWhatIsImportedTwice(@TempDir Path data) {
    Asked.reading(COF, data, "pdns", "--import", "-");
    Asked.reading(COF, data, "pdns", "--import", "-");
    assertThat(Asked.of(data, "pdns", "com", "--dnssec", "--json").out()).contains("\"count\":14,");
  }

  @Test
  void findsWhatWasImportedByItsRdata(@TempDir Path data) {
    Asked.reading(COF, data, "pdns", "--import", "-");
    assertThat(Asked.of(data, "pdns", "--rdata", "b.example.com").out())
        .contains("example.com.  MX  20 b.example.com.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          x                                                                                        | lines that are no JSON object
          {"rrname":"a."} trailing                                                                 | lines that are no JSON object
          {"rrname":"a.","rrtype":"A","rdata":"192.0.2.1","time_first":1}                          | without a name, type, rdata or times
          {"rrname":"a.","rrtype":"A","rdata":"192.0.2.1","time_first":"1","time_last":2}          | without a name, type, rdata or times
          {"rrname":"a.","rrtype":"A","rdata":[],"time_first":1,"time_last":2}                     | without a name, type, rdata or times
          {"rrname":"a..b","rrtype":"A","rdata":"192.0.2.1","time_first":1,"time_last":2}          | with a name that is none
          {"rrname":"a.","rrtype":"NOPE","rdata":"192.0.2.1","time_first":1,"time_last":2}         | with a type that records cannot have
          {"rrname":"a.","rrtype":"ANY","rdata":"x","time_first":1,"time_last":2}                  | with a type that records cannot have
          {"rrname":"a.","rrtype":"A","rdata":"192.0.2.256","time_first":1,"time_last":2}          | with rdata against its type
          {"rrname":"a.","rrtype":"A","rdata":["192.0.2.1","\\u001b"],"time_first":1,"time_last":2} | with rdata against its type
          {"rrname":"a.","rrtype":"A","rdata":"192.0.2.1","time_first":3,"time_last":2}            | with times or a count that cannot be
          {"rrname":"a.","rrtype":"A","rdata":"192.0.2.1","count":0,"time_first":1,"time_last":2}  | with times or a count that cannot be
          {"rrname":"a.","rrtype":"A","rdata":"192.0.2.1","bailiwick":"b.","time_first":1,"time_last":2} | outside of their bailiwick
          """)
  void countsABadLineByItsReasonAndTellsTheFirst(String line, String reason, @TempDir Path data) {
    Program.Outcome outcome = Asked.reading(COF + line + "\n", data, "pdns", "--import", "-");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.err().lines().toList()).hasSize(2);
    assertThat(outcome.err())
        .startsWith("nxsight: standard input, line 6: left out, " + reason)
        .contains("imported 5 RRsets")
        .endsWith("; left out 1 " + reason + "\n")
        .doesNotContain("\u001b");
  }

  @Test
  void leavesOutALineThatIsLongerThanAnRrsetCanBe(@TempDir Path data) {
    String line = "{\"rrname\":\"" + "a".repeat(1 << 20) + "\"}\n";
    assertThat(Asked.reading(line + COF, data, "pdns", "--import", "-").err())
        .contains("imported 5 RRsets")
        .endsWith("; left out 1 lines that are too long\n");
  }

  @Test
  void importsNothingWhenOneOfTheFilesCannotBeRead(@TempDir Path data) throws Exception {
    Path cof = Files.writeString(data.resolve("cof.jsonl"), COF);
    Path other = Files.writeString(data.resolve("other"), "no such thing");
    Program.Outcome outcome = Asked.of(data, "pdns", "--import", cof.toString(), other.toString());
    assertThat(outcome.status()).isEqualTo(Complaint.UNUSABLE);
    assertThat(outcome.err().lines()).hasSize(1);
    assertThat(Asked.of(data, EVERYTHING).err()).contains("nothing is stored there yet");
  }

  @Test
  void takesTheDedupeRecordsOfNmsgtool(@TempDir Path data) {
    String corpus = System.getenv().getOrDefault("NXSIGHT_CORPUS", "../../shared/corpus");
    Path file = Path.of(corpus, "nmsg", "dedupe.nmsg");
    assumeTrue(Files.exists(file), "no corpus");
    assertThat(Asked.of(data, "pdns", "--import", file.toString()).err())
        .isEqualTo("nxsight: imported 5 RRsets\n");
    assertThat(Asked.of(data, "pdns", "sudasuda.in", "--json").out())
        .contains("\"rrtype\":\"SOA\"", "\"bailiwick\":\"sudasuda.in.\"", "\"count\":3,");
  }
}
