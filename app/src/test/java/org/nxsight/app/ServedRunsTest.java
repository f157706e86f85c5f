package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Runs that go on and serve meanwhile, asked by curl. */
class ServedRunsTest {
  private static final Path SAMPLE =
      Path.of("../samples/first-light.pcap").toAbsolutePath().normalize();
  private static final int PACKETS = 17_543;
  private static final Pattern ADDRESS = Pattern.compile("listening on (http://\\S+)");

  @TempDir private Path directory = Path.of(".");

  /** Whoever asks from where the run is. */
  private interface Place {
    List<String> inside(List<String> command);
  }

  private static String address(Background run) throws Exception {
    run.waitFor("listening on http://");
    Matcher found = ADDRESS.matcher(run.errors());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static String curl(Place place, String url) throws Exception {
    Process curl =
        new ProcessBuilder(place.inside(List.of("curl", "-s", "--max-time", "20", url))).start();
    String answer = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(curl.waitFor()).as(url).isZero();
    return answer;
  }

  private static double metric(Place place, String address, String name) throws Exception {
    return curl(place, address + "/metrics")
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElse(Double.NaN);
  }

  @Test
  @EnabledIfSystemProperty(named = "nxsight.lab", matches = "true")
  void servesWhatItCapturesFromAnInterface() throws Exception {
    Cable cable = new Cable();
    try {
      Background.run(cable.inside(List.of("ip", "link", "set", "lo", "up")));
      Path out = directory.resolve("out");
      Background run = cable.live(out, "--serve", "--listen", "127.0.0.1:0");
      String address = address(run);
      Path heard = directory.resolve("heard");
      List<String> listening = new ArrayList<>(List.of("curl", "-s", "-N", "-o", heard.toString()));
      listening.add(address + "/api/v1/channels/ch221/live?watch=cause=TYPO");
      Background listener = new Background(cable.inside(listening));
      Background.waitUntil("the stream begins", () -> Files.exists(heard));
      cable.replay(SAMPLE, "--multiplier=20");
      Background.waitUntil(
          "all packets are counted",
          () -> metric(cable::inside, address, "nxsight_packets_total") == PACKETS);
      run.signal("HUP");
      run.waitFor("has read its lists again");
      assertThat(
              JsonParser.parseString(curl(cable::inside, address + "/api/v1/now"))
                  .getAsJsonObject()
                  .get("over")
                  .getAsBoolean())
          .isFalse();
      run.end("TERM", 0);
      listener.waitForEnd();
      List<String> records =
          Files.readAllLines(heard).stream().filter(line -> !line.isEmpty()).toList();
      assertThat(records).isNotEmpty().allMatch(line -> line.contains("\"qname\":"));
    } finally {
      cable.remove();
    }
  }

  @Test
  void servesWhatComesToADirectory() throws Exception {
    Path captures = Files.createDirectory(directory.resolve("captures"));
    Background run =
        new Background(
            Program.command(
                "run",
                "--follow",
                captures.toString(),
                "-o",
                directory.resolve("out").toString(),
                "--serve",
                "--listen",
                "127.0.0.1:0"));
    String address = address(run);
    Place here = command -> command;
    assertThat(curl(here, address + "/api/v1/status")).contains("\"empty\":true");
    CaptureWriting.arrive(captures.resolve("0.pcap"), Files.readAllBytes(SAMPLE));
    Background.waitUntil(
        "the file's records are in the store",
        () -> curl(here, address + "/api/v1/status").contains("\"empty\":false"));
    assertThat(metric(here, address, "nxsight_packets_total")).isEqualTo(PACKETS);
    assertThat(
            JsonParser.parseString(curl(here, address + "/api/v1/summary"))
                .getAsJsonObject()
                .get("failures")
                .getAsLong())
        .isPositive();
    run.end("TERM", 0);
  }
}
