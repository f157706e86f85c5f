package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLogTest {
  @TempDir private Path directory = Path.of(".");

  @Test
  void tellsEverythingOnStandardErrorAsObjects() {
    Program.Outcome outcome =
        run("run", "../samples/first-light.pcap", "--no-store", "--no-analysis", "--log", "json");
    assertThat(outcome.status()).isZero();
    List<JsonObject> lines = objects(outcome.err());
    assertThat(lines.getLast().getAsJsonObject("summary").has("accounting")).isTrue();
  }

  @Test
  void tellsComplaintsAsObjects() {
    for (Program.Outcome outcome :
        List.of(
            run("run", directory.resolve("none\033[2J\"").toString(), "--log", "json"),
            run("run", "--log=json", "--rotate", "0", "x"))) {
      assertThat(outcome.status()).isEqualTo(Complaint.UNUSABLE);
      assertThat(objects(outcome.err()).getLast().get("level").getAsString()).isEqualTo("error");
      assertThat(outcome.err()).doesNotContain("\033");
    }
  }

  @Test
  void tellsTextAgainWhenNobodyWantsObjects() {
    run("run", "--log", "json", "--rotate", "0", "x");
    assertThat(run("run", "--rotate", "0", "x").err()).startsWith("nxsight: ");
  }

  private Program.Outcome run(String... words) {
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.addAll(List.of("-o", directory.resolve("out").toString()));
    return Program.here(InputStream.nullInputStream(), arguments);
  }

  private static List<JsonObject> objects(String lines) {
    List<JsonObject> objects =
        lines.lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
    assertThat(objects).isNotEmpty().allMatch(each -> each.has("time") && each.has("message"));
    return objects;
  }
}
