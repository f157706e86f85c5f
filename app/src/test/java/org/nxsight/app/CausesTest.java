package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.app.Program.Outcome;

/** Where the causes of failures show: the sample of the lab, through the whole program. */
class CausesTest {
  private static final String SAMPLE = "../samples/first-light.pcap";

  @TempDir private Path output;

  @Test
  void countsOneCauseForEachFailureInTheSummaryAndInTheStore() throws Exception {
    Outcome outcome = run("run", SAMPLE, "-o", output.toString(), "--summary", "json");
    Map<String, Long> causes = new TreeMap<>();
    JsonObject summary = JsonParser.parseString(outcome.out()).getAsJsonObject();
    JsonObject told = summary.getAsJsonObject("causes");
    told.keySet().forEach(cause -> causes.put(cause, told.get(cause).getAsLong()));
    assertThat(causes).containsKeys("TYPO", "DNSBL_NOT_LISTED", "LAME_SERVER", "PTR_PRIVATE");
    JsonObject stored = summary.getAsJsonObject("store");
    long failures = stored.get("failures").getAsLong() + stored.get("other_class").getAsLong();
    assertThat(causes.values().stream().mapToLong(count -> count).sum()).isEqualTo(failures);

    String sql =
        "SELECT cause, sum(count)::BIGINT AS count FROM failures GROUP BY cause ORDER BY cause";
    String rows = run("sql", "--data", output.toString(), "--csv", sql).out();
    Map<String, Long> inStore =
        rows.lines()
            .skip(1)
            .map(line -> line.split(",", -1))
            .collect(
                Collectors.toMap(
                    line -> line[0], line -> Long.parseLong(line[1]), Long::sum, TreeMap::new));
    // A row has the cause of its first exchange; what these are told by is all in the row.
    for (String cause : List.of("TYPO", "DNSBL_NOT_LISTED", "PTR_PRIVATE", "WPAD")) {
      assertThat(inStore.get(cause)).as(cause).isEqualTo(causes.get(cause));
    }
    assertThat(inStore.values().stream().mapToLong(count -> count).sum())
        .isEqualTo(stored.get("failures").getAsLong());
  }

  @Test
  void tellsCausesAtTheEndOfARunWithExamples() {
    String told = run("run", SAMPLE, "-o", output.toString()).err();
    assertThat(told).containsPattern("causes +[0-9,]+").containsPattern("(?m)^  TYPO +[0-9]+ ");
    assertThat(run("failures", "outlok.com", "--data", output.toString()).out())
        .contains("most likely TYPO: somebody mistyped a well-known name");
  }

  @Test
  void tellsThatTheAliasesOfTheSampleLeadToAProviderThatIsGone() {
    run("run", SAMPLE, "-o", output.toString());
    String sql = "SELECT DISTINCT cause FROM failures WHERE qname LIKE '%.ghostpress.io.'";
    assertThat(run("sql", "--data", output.toString(), "--csv", sql).out().lines().skip(1))
        .containsExactly("DANGLING_REFERENCE");
  }

  @Test
  void tellsTheSameCausesHoweverFewVerdictsItKeeps() {
    String[] options = {"--remember-names", "1", "--no-store", "--summary", "json"};
    String few =
        run(
                "run",
                SAMPLE,
                "-o",
                output.toString(),
                options[0],
                options[1],
                options[2],
                options[3],
                options[4])
            .out();
    String many =
        run("run", SAMPLE, "-o", output.toString(), options[2], options[3], options[4]).out();
    JsonObject fewCauses = JsonParser.parseString(few).getAsJsonObject().getAsJsonObject("causes");
    assertThat(fewCauses)
        .isEqualTo(JsonParser.parseString(many).getAsJsonObject().getAsJsonObject("causes"));
    Outcome wrong = run("run", SAMPLE, "-o", output.toString(), "--remember-names", "0");
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err()).contains("--remember-names: must be in 1..134217728, not 0");
  }

  @Test
  void looksForNoneWhenToldSo() {
    Outcome outcome =
        run("run", SAMPLE, "-o", output.toString(), "--no-analysis", "--summary", "json");
    assertThat(outcome.out()).contains("\"causes\":{}");
  }

  @Test
  void explainsTheRecordsThatItShows() throws Exception {
    run("run", SAMPLE, "-o", output.toString(), "--no-store");
    for (String channel : List.of("ch220", "ch221")) {
      List<String> command = new ArrayList<>(List.of("show", "--format", "json"));
      try (Stream<Path> files = Files.list(output.resolve("channels").resolve(channel))) {
        files.map(Path::toString).filter(name -> name.endsWith(".nmsg")).forEach(command::add);
      }
      List<String> plain = Program.alone(command.toArray(String[]::new)).out().lines().toList();
      command.add("--explain");
      List<String> explained = Program.alone(command.toArray(String[]::new)).out().lines().toList();
      assertThat(explained).hasSameSizeAs(plain).isNotEmpty();
      int causes = 0;
      int queriesSeen = 0;
      for (int i = 0; i < plain.size(); i++) {
        JsonObject record = JsonParser.parseString(explained.get(i)).getAsJsonObject();
        causes += record.has("explain") ? 1 : 0;
        queriesSeen += explained.get(i).contains("\"edns\":\"not_answered\"") ? 1 : 0;
        record.remove("explain");
        assertThat(record).isEqualTo(JsonParser.parseString(plain.get(i)));
      }
      assertThat(causes).isGreaterThan(plain.size() * 9 / 10);
      assertThat(explained)
          .as("the owner of the SOA")
          .anyMatch(line -> line.contains("\"soa_rrname\":\"com.\",\"cut\""));
      assertThat(queriesSeen > 0).as(channel).isEqualTo(channel.equals("ch220"));
    }
  }

  @Test
  void trainsAModelAndExplainsWithIt() throws Exception {
    Path benign = output.resolve("benign");
    Path dga = output.resolve("dga");
    List<String> words = new ArrayList<>();
    List<String> generated = new ArrayList<>();
    Random random = new Random(7);
    String[] parts = {"stone", "river", "mail", "shop", "haus", "garten", "blue", "net", "fox"};
    for (int i = 0; i < 2_000; i++) {
      words.add(
          parts[random.nextInt(parts.length)] + parts[random.nextInt(parts.length)] + i + ".com");
      StringBuilder name = new StringBuilder();
      for (int c = 0; c < 14; c++) {
        name.append((char) ('a' + random.nextInt(26)));
      }
      generated.add(name + ".com\tuniform");
    }
    Files.write(benign, words);
    Files.write(dga, generated);
    Path model = output.resolve("own.model");
    Outcome trained =
        run(
            "train",
            "--benign",
            benign.toString(),
            "--dga",
            dga.toString(),
            "-o",
            model.toString());
    assertThat(trained.status()).isZero();
    assertThat(trained.out()).contains("AUC");
    Outcome tested =
        run(
            "train",
            "--benign",
            benign.toString(),
            "--dga",
            dga.toString(),
            "--test",
            "--dga-model",
            model.toString());
    assertThat(tested.out()).contains("AUC");
    String told =
        run("explain", "qwkzjvxpqhgtrm.com", "--soa", "com", "--dga-model", model.toString()).out();
    assertThat(told).contains("DGA_BOTNET");
    assertThat(run("train", "--benign", "none", "--dga", "none").err()).hasLineCount(1);
  }

  private static Outcome run(String... words) {
    return Program.here(InputStream.nullInputStream(), List.of(words));
  }
}
