package org.nxsight.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.app.serve.KnownStore.Seen;

/** The real client dnsdbq against a store of known content. Needs the lab's packages. */
@EnabledIfSystemProperty(named = "nxsight.lab", matches = "true")
class DnsdbqTest {
  private static final String KEY = "a-key-of-enough-letters";

  @TempDir private static Path directory = Path.of(".");
  private final Served served;

  DnsdbqTest() throws Exception {
    served =
        new Served(
            new KnownStore(directory), Objects.requireNonNull(ApiKey.of(KEY)), Served.limits());
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void findsRrsetsByName() throws Exception {
    for (String owner : KnownStore.owners()) {
      String escaped = owner.replace("/", "%2F").replace(",", "%2C");
      assertRrsets(
          seen -> seen.rrname().equals(owner) && !seen.isDnssec(), batch("rrset/name/" + escaped));
    }
    assertRrsets(plain("example.com."), ask("-r", "EXAMPLE.com"));
  }

  @Test
  void findsRrsetsByTypeAndBailiwick() throws Exception {
    assertRrsets(plain("example.com.").and(type("A")), ask("-r", "example.com/A"));
    assertRrsets(
        plain("example.com.").and(type("A").or(type("MX"))), ask("-r", "example.com/A,MX"));
    assertRrsets(
        plain("example.com.").and(type("NS")).and(seen -> seen.bailiwick().equals("com.")),
        ask("-r", "example.com/NS/com"));
    assertRrsets(
        plain("example.com.").and(seen -> seen.bailiwick().equals("com.")),
        ask("-r", "example.com", "-b", "com"));
    assertRrsets(seen -> seen.isDnssec(), ask("-r", "example.com/ANY-DNSSEC"));
    assertRrsets(seen -> seen.rrtype().equals("DS"), ask("-r", "example.com/DS"));
    assertRrsets(plain("example.com."), ask("-t", "ANY", "-r", "example.com"));
  }

  @Test
  void findsRrsetsByWildcards() throws Exception {
    assertRrsets(
        seen -> ("." + seen.rrname()).endsWith(".example.com.") && !seen.isDnssec(),
        ask("-r", "*.example.com"));
    assertRrsets(
        seen -> seen.rrname().startsWith("www.example.") && !seen.isDnssec(),
        ask("-r", "www.example.*"));
    assertRrsets(seen -> !seen.isDnssec(), ask("-r", "*"));
  }

  @Test
  void findsRrsetsByRawName() throws Exception {
    assertRrsets(plain("fsi.io."), ask("-R", "0366736902696f00"));
    assertRrsets(plain("fsi.io."), ask("-R", "0346534902494f00/A"));
    assertRrsets(seen -> seen.rrname().startsWith("a\\.b"), ask("-R", "03612e6202e400036e657400"));
  }

  @Test
  void findsRecordsByNameAddressAndRawRdata() throws Exception {
    assertSingles(rdata("ns1.host.net."), ask("-n", "ns1.host.net"));
    assertSingles(rdata("10 mail.example.com."), ask("-n", "mail.example.com/MX"));
    assertSingles(seen -> seen.rdata().getFirst().endsWith(".host.net."), ask("-n", "*.host.net"));
    assertSingles(rdata("www.example.com."), ask("-n", "www.example.*"));
    assertSingles(rdata("192.0.2.25"), ask("-i", "192.0.2.25"));
    Predicate<Seen> network = seen -> seen.rdata().getFirst().startsWith("192.0.2.");
    assertSingles(network, ask("-i", "192.0.2.0/24"));
    assertSingles(network, ask("-i", "192.0.2.0,24"));
    assertSingles(network.and(rdata("192.0.2.25").negate()), ask("-i", "192.0.2.0-192.0.2.20"));
    assertSingles(rdata("2001:db8::1"), ask("-i", "2001:db8::/32"));
    assertSingles(rdata("ns1.host.net."), ask("-N", "036e733104686f7374036e657400"));
    assertSingles(
        rdata("10 mail.example.com."), ask("-N", "000a046d61696c076578616d706c6503636f6d00"));
    assertSingles(
        seen -> seen.rrtype().equals("TXT"), ask("-N", "0d69742773202271756f74656422/TXT"));
    assertSingles(rdata("192.0.2.1"), ask("-N", "c0000201"));
  }

  @Test
  void keepsTimeFences() throws Exception {
    assertRrsets(
        plain("example.com.").and(sum(seen -> seen.last() >= 2000)),
        ask("-r", "example.com", "-A", "2000"));
    assertRrsets(
        plain("example.com.").and(sum(seen -> seen.first() <= 1100)),
        ask("-r", "example.com", "-B", "1100"));
    assertRrsets(
        plain("example.com.").and(sum(seen -> seen.first() >= 1100 && seen.last() <= 1600)),
        ask("-r", "example.com", "-A", "1100", "-B", "1600", "-c"));
    assertRrsets(
        plain("example.com.").and(sum(seen -> seen.last() >= 1100 && seen.first() <= 1600)),
        ask("-r", "example.com", "-A", "1100", "-B", "1600"));
  }

  @Test
  void limitsOffsetsAndSorts() throws Exception {
    List<String> all = ask("-r", "*.com", "-l", "0").lines();
    assertThat(ask("-r", "*.com", "-l", "3").lines()).isEqualTo(all.subList(0, 3));
    assertThat(ask("-r", "*.com", "-l", "3", "-O", "3").lines()).isEqualTo(all.subList(3, 6));
    assertThat(ask("-r", "*.com", "-l", "3", "-L", "5").err()).contains("Result limit reached");
    assertThat(ask("-r", "*.com", "-l", "10", "-L", "20").err()).doesNotContain("limit");
    assertThat(ask("-r", "*.com", "-L", "2").lines()).isEqualTo(all.subList(0, 2));
    for (String key : List.of("first", "last", "count", "name", "type", "data", "duration")) {
      assertThat(ask("-r", "*.com", "-s", "-k", key).lines()).hasSameElementsAs(all);
      assertThat(ask("-r", "*.com", "-S", "-k", key).lines()).hasSameElementsAs(all);
    }
  }

  @Test
  void printsEveryForm() throws Exception {
    assertThat(run("", "-r", "example.com/A").out()).contains("example.com.  A  192.0.2.1");
    assertThat(run("", "-r", "example.com/A", "-p", "csv").out()).contains("\"192.0.2.1\"");
    assertThat(run("", "-r", "example.com/A", "-p", "minimal").out())
        .isEqualTo("192.0.2.1\n192.0.2.2\n198.51.100.7\n");
    assertThat(run("", "-r", "example.com/A", "-T", "reverse,chomp,datefix").out())
        .contains("com.example");
    assertThat(ask("-r", "example.com/A", "-g").lines()).hasSize(3);
    Path saved = Files.writeString(directory.resolve("saved"), ask("-r", "*.com").out());
    assertThat(run("", "-J", saved.toString(), "-j", "-A", "2000").out().lines()).isNotEmpty();
  }

  @Test
  void summarizes() throws Exception {
    JsonObject all = json(ask("-V", "summarize", "-r", "example.com/A").lines().getFirst());
    assertThat(all.get("count").getAsLong()).isEqualTo(17);
    assertThat(all.get("num_results").getAsLong()).isEqualTo(2);
    assertThat(all.get("time_first").getAsLong()).isEqualTo(1000);
    assertThat(all.get("time_last").getAsLong()).isEqualTo(2700);
    assertThat(
            json(ask("-V", "summarize", "-r", "example.com/A", "-M", "15").lines().getFirst())
                .get("num_results")
                .getAsLong())
        .isOne();
    assertThat(
            json(ask("-V", "summarize", "-i", "192.0.2.0/24").lines().getFirst())
                .get("count")
                .getAsLong())
        .isEqualTo(39);
    assertThat(
            json(ask("-V", "summarize", "-n", "nothing.example").lines().getFirst())
                .get("num_results")
                .getAsLong())
        .isZero();
    assertThat(run("", "-V", "summarize", "-r", "nothing.example").err()).doesNotContain("Error");
  }

  @Test
  void tellsItsRateLimit() throws Exception {
    assertThat(run("", "-I").out()).contains("limit: unlimited").contains("results_max: 1000000");
    assertThat(run("", "-I", "-j").out()).contains("\"rate\"");
  }

  @Test
  void answersBatches() throws Exception {
    String lines =
        "rrset/name/fsi.io\nrdata/ip/192.0.2.0,24\n$OPTIONS -l 1\nrrset/name/*.com\nrrset/name/none.example\n";
    assertThat(run(lines, "-f", "-j").out()).contains("fsi.io.").contains("--\n");
    Outcome told = run(lines, "-ff", "-j");
    assertThat(told.out())
        .contains("++ rrset/name/fsi.io")
        .contains("-- NOERROR (Result limit reached)");
    assertThat(run(lines, "-f", "-m", "-j").lines()).hasSize(5);
    assertThat(run(lines, "-ff", "-m", "-j").out()).contains("++ rdata/ip/192.0.2.0");
  }

  @Test
  void showsWhatIsWrong() throws Exception {
    assertThat(run("", "-r", "a..b").err()).contains("Error: this is no domain name");
    assertThat(run("", "-i", "192.0.2.0/24", "-O", "4000000").err())
        .contains("the offset is above");
    assertThat(process("", "wrong", "-r", "example.com").err())
        .contains("the API key is missing or wrong");
  }

  @Test
  void speaksVersionOneToo() throws Exception {
    assertRrsets(plain("example.com."), ask("-u", "dnsdb1", "-r", "example.com"));
  }

  private record Outcome(String out, String err) {
    List<String> lines() {
      return out.lines().filter(line -> line.startsWith("{")).toList();
    }
  }

  private Outcome ask(String... arguments) throws Exception {
    List<String> words = new ArrayList<>(List.of("-j"));
    words.addAll(Arrays.asList(arguments));
    return run("", words.toArray(String[]::new));
  }

  private Outcome batch(String line) throws Exception {
    return run(line + "\n", "-f", "-j");
  }

  private Outcome run(String input, String... arguments) throws Exception {
    return process(input, KEY, arguments);
  }

  private Outcome process(String input, String key, String... arguments) throws Exception {
    List<String> words = new ArrayList<>(List.of("dnsdbq"));
    words.addAll(Arrays.asList(arguments));
    Path in = Files.writeString(directory.resolve("in"), input);
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    ProcessBuilder process =
        new ProcessBuilder(words)
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    process.environment().put("DNSDB_API_KEY", key);
    process.environment().put("DNSDB_SERVER", served.address());
    process.environment().put("HOME", directory.toString());
    process.start().waitFor();
    return new Outcome(
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  private static Predicate<Seen> plain(String owner) {
    return seen -> seen.rrname().equals(owner) && !seen.isDnssec();
  }

  private static Predicate<Seen> type(String rrtype) {
    return seen -> seen.rrtype().equals(rrtype);
  }

  private static Predicate<Seen> rdata(String rdata) {
    return seen -> seen.rdata().equals(List.of(rdata));
  }

  /** What holds of a row when it holds of the sum that the row is in. */
  private static Predicate<Seen> sum(Predicate<Seen> ofSum) {
    List<Object> identities =
        KnownStore.rrsets(seen -> true).stream()
            .filter(ofSum)
            .map(seen -> (Object) seen.identity())
            .toList();
    return seen -> identities.contains(seen.identity());
  }

  private static void assertRrsets(Predicate<Seen> wanted, Outcome answer) {
    List<String> expected =
        KnownStore.rrsets(wanted).stream()
            .map(seen -> text(seen, "\"" + String.join("\",\"", seen.rdata()) + "\"", true))
            .toList();
    assertThat(answer.lines().stream().map(line -> text(json(line))).toList())
        .as("%s", answer.err())
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static void assertSingles(Predicate<Seen> wanted, Outcome answer) {
    List<String> expected =
        KnownStore.singles(wanted).stream()
            .map(seen -> text(seen, seen.rdata().getFirst(), false))
            .toList();
    assertThat(answer.lines().stream().map(line -> text(json(line))).toList())
        .as("%s", answer.err())
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static String text(Seen seen, String rdata, boolean rrset) {
    return String.join(
        "|",
        seen.rrname(),
        seen.rrtype(),
        rrset ? seen.bailiwick() : "",
        rdata,
        seen.count() + " " + seen.first() + " " + seen.last());
  }

  private static String text(JsonObject object) {
    JsonElement rdata = object.get("rdata");
    List<String> each = new ArrayList<>();
    if (rdata.isJsonArray()) {
      rdata.getAsJsonArray().forEach(one -> each.add(one.getAsString()));
    }
    return String.join(
        "|",
        object.get("rrname").getAsString(),
        object.get("rrtype").getAsString(),
        object.has("bailiwick") ? object.get("bailiwick").getAsString() : "",
        rdata.isJsonArray() ? "\"" + String.join("\",\"", each) + "\"" : rdata.getAsString(),
        object.get("count") + " " + object.get("time_first") + " " + object.get("time_last"));
  }

  private static JsonObject json(String line) {
    return JsonParser.parseString(line).getAsJsonObject();
  }
}
