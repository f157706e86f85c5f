package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code nxsight explain} says. */
class ExplainCommandTest {
  @TempDir private Path directory;

  @Test
  void tellsACauseWithItsEvidence() {
    JsonObject told = json("wwwgoogle.com", "--qtype", "A", "--soa", "com");
    assertThat(told.get("qname").getAsString()).isEqualTo("wwwgoogle.com.");
    assertThat(told.get("soa_rrname").getAsString()).isEqualTo("com.");
    assertThat(told.get("cut").getAsString()).isEqualTo("wwwgoogle.com.");
    assertThat(told.get("scope").getAsString()).isEqualTo("UNREGISTERED_DOMAIN");
    assertThat(told.get("cause").getAsString()).isEqualTo("TYPO");
    assertThat(told.get("typo_of").getAsString()).isEqualTo("google.com");
    assertThat(told.get("confidence").getAsDouble()).isBetween(0.5, 1.0);
    assertThat(told.get("dga_score").getAsDouble()).isBetween(0.0, 0.5);
    assertThat(told.get("dnsbl").isJsonNull()).isTrue();
    assertThat(told.getAsJsonObject("evidence").get("typo_class").getAsString())
        .isEqualTo("WWW_GLUED");
  }

  @Test
  void tellsWhichListWasAskedAboutWhat() {
    JsonObject list =
        json("4.3.2.203.zen.spamhaus.org", "--soa", "zen.spamhaus.org").getAsJsonObject("dnsbl");
    assertThat(list.get("list").getAsString()).isEqualTo("zen.spamhaus.org");
    assertThat(list.get("kind").getAsString()).isEqualTo("ip4");
    assertThat(list.get("item").getAsString()).isEqualTo("203.2.3.4");
  }

  @Test
  void neverTellsACustomersKey() {
    Program.Outcome outcome = explain("4.3.2.203.abcdef0123456789.zen.dq.spamhaus.net", "--json");
    assertThat(outcome.out()).contains("203.2.3.4").doesNotContain("abcdef0123456789");
  }

  @Test
  void explainsEachLineOfABatchInItsOrder() throws Exception {
    String lines =
        "wpad.example.org\tA\texample.org\n"
            + "a..b\tA\n"
            + "\n"
            + "QYWGXZKVPJ.com\tA\tcom\n"
            + "www.caf\u00e9\u202e.test\n"
            + "x".repeat(64)
            + ".com\tA\tcom\n"
            + "gdsrr.com\tMX\tcom.\n";
    Path file = Files.writeString(directory.resolve("names"), lines, StandardCharsets.UTF_8);
    Program.Outcome outcome = explain("--batch", file.toString());
    assertThat(outcome.status()).isZero();
    List<JsonObject> told =
        outcome.out().lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
    assertThat(told.stream().map(each -> each.get("cause").getAsString()))
        .containsExactly(
            "WPAD",
            "NON_DNS_STRING",
            "NON_DNS_STRING",
            "DGA_BOTNET",
            "NON_DNS_STRING",
            "NON_DNS_STRING",
            "MAIL_TO_NOWHERE");
    assertThat(outcome.out().chars()).allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7f));
  }

  @Test
  void saysInTheEvidenceWhatOfALineItCouldNotRead() throws Exception {
    Path file = Files.writeString(directory.resolve("names"), "a.com\tNONSENSE\t..\nb.com\tA\n");
    Program.Outcome outcome = explain("--batch", file.toString());
    List<String> told = outcome.out().lines().toList();
    assertThat(told.getFirst())
        .contains("\"unread_qtype\":\"NONSENSE\"", "\"unread_soa_rrname\":\"..\"");
    assertThat(told.getLast()).doesNotContain("unread");
    assertThat(outcome.err()).contains("1 line has").hasLineCount(1);
  }

  @Test
  void asksAStoreWhenANameAndItsDomainExisted() throws Exception {
    long first = Instant.parse("2026-01-02T03:04:05Z").getEpochSecond();
    new SmallStore(directory)
        .address("old.quarry.com.", "quarry.com.", "192.0.2.1", first, first + 60)
        .address("www.quarry.com.", "quarry.com.", "192.0.2.2", first, first + 9_000_000)
        .failure("old.quarry.com.", "A", "NXDOMAIN", "quarry.com.", "192.0.2.3", 2, first, first, 1)
        .write();
    String data = directory.toString();
    JsonObject gone = json("old.quarry.com", "--data", data);
    assertThat(gone.get("cause").getAsString()).isEqualTo("DEFUNCT_SERVICE");
    assertThat(gone.get("soa_rrname").getAsString()).isEqualTo("quarry.com.");
    assertThat(gone.getAsJsonObject("evidence").get("answered_first").getAsString())
        .isEqualTo("2026-01-02T03:04:05Z");
    JsonObject expired = json("quarry.com", "--soa", "com", "--data", data);
    assertThat(expired.get("cause").getAsString()).isEqualTo("EXPIRED_DOMAIN");
    assertThat(expired.getAsJsonObject("evidence").get("answered_name").getAsString())
        .isEqualTo("www.quarry.com.");
    assertThat(explain("old.quarry.com", "--data", data).out())
        .contains("answered     old.quarry.com. from 2026-01-02T03:04:05Z");
    assertThat(explain("a.b", "--data", directory.resolve("none").toString()).status())
        .isEqualTo(Complaint.UNUSABLE);
  }

  @Test
  void takesTheUsersOwnNames() throws Exception {
    Path brands = Files.writeString(directory.resolve("brands"), "zwiebelkontor.de\n");
    Path malware = Files.writeString(directory.resolve("malware"), "evil-thing.net\tsomebot\n");
    assertThat(
            json("zwiebelkonntor.de", "--soa", "de", "--brands", brands.toString())
                .get("cause")
                .getAsString())
        .isEqualTo("TYPO");
    JsonObject listed =
        json("www.evil-thing.net", "--soa", "net", "--malware-names", malware.toString());
    assertThat(listed.get("cause").getAsString()).isEqualTo("DEAD_BOTNET_C2");
    assertThat(listed.getAsJsonObject("evidence").get("family").getAsString()).isEqualTo("somebot");
  }

  @Test
  void saysWhatIsWrongInOneLine() {
    assertThat(explain().err()).startsWith("nxsight: give one NAME");
    assertThat(explain("a..b").status()).isEqualTo(Complaint.UNUSABLE);
    assertThat(explain("a.b", "--qtype", "NONSENSE").err()).contains("'NONSENSE' is no type");
    assertThat(explain("a.b", "--soa", "..").err()).contains("--soa '..' is no name");
    assertThat(explain("a.b", "--qtype", "65", "--soa", ".").status()).isZero();
    assertThat(explain("a.b", "--day", "yesterday").err()).contains("such as 2026-11-24");
    assertThat(explain("--batch", directory.resolve("none").toString()).err())
        .endsWith("no such file\n")
        .hasLineCount(1);
    assertThat(explain("a.b", "--brands", directory.resolve("none").toString()).status())
        .isEqualTo(Complaint.UNUSABLE);
  }

  private static Program.Outcome explain(String... words) {
    List<String> command = new ArrayList<>(List.of("explain"));
    command.addAll(List.of(words));
    return Program.here(InputStream.nullInputStream(), command);
  }

  private static JsonObject json(String... words) {
    List<String> command = new ArrayList<>(List.of("explain", "--json"));
    command.addAll(List.of(words));
    Program.Outcome outcome = Program.here(InputStream.nullInputStream(), command);
    assertThat(outcome.err()).isEmpty();
    return JsonParser.parseString(outcome.out()).getAsJsonObject();
  }
}
