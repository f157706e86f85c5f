package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServeCommandTest {
  private static final String KEY = "this-is-a-key-of-length";

  @TempDir private Path data = Path.of(".");

  @BeforeEach
  void makeAStore() throws Exception {
    Files.createDirectory(data.resolve("store"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT"})
  void answersUntilASignalAndExitsWell(String signal) throws Exception {
    Path keyFile = Files.writeString(data.resolve("key"), KEY + "\n");
    Background server =
        new Background(
            Program.command(
                "serve",
                "--data",
                data.toString(),
                "--listen",
                "127.0.0.1:0",
                "--key-file",
                keyFile.toString()));
    server.waitFor("listening on");
    assertThat(server.errors()).doesNotContain(KEY);
    assertThat(ask(server, "wrong")).isEqualTo(403);
    assertThat(ask(server, KEY)).isEqualTo(200);
    server.end(signal, 0);
  }

  @Test
  void listensForOthersOnlyWithAKey() {
    Program.Outcome outcome = serve("--listen", "0.0.0.0:0");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("needs an API key").hasLineCount(1);
  }

  @Test
  void listensForOthersOnlyWithTls() throws Exception {
    Path keyFile = Files.writeString(data.resolve("key"), KEY + "\n");
    Program.Outcome outcome = serve("--listen", "0.0.0.0:0", "--key-file", keyFile.toString());
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("--insecure-no-tls");
    assertThat(serve("--tls-cert", keyFile.toString()).err()).contains("given together");
    assertThat(serve("--tls-cert", keyFile.toString(), "--tls-key", keyFile.toString()).err())
        .contains("certificate");
  }

  @Test
  void tellsWhatIsWrongInOneLine() throws Exception {
    assertThat(serve("--listen", "localhost").err()).contains("127.0.0.1:8053");
    assertThat(serve("--questions", "0").err()).contains("1 to 64").hasLineCount(1);
    Path shortKey = Files.writeString(data.resolve("short"), "secret");
    assertThat(serve("--key-file", shortKey.toString()).err())
        .contains("is no API key")
        .doesNotContain("secret")
        .hasLineCount(1);
    assertThat(serve("--key-file", data.resolve("none").toString()).err()).hasLineCount(1);
    assertThat(serve("--brands", data.resolve("none").toString()).err())
        .contains("none")
        .hasLineCount(1);
  }

  @Test
  void servesADirectoryWithoutAStoreAndSaysWhatToDoNext() throws Exception {
    Path nowhere = data.resolve("nowhere");
    Background server =
        new Background(
            Program.command("serve", "--data", nowhere.toString(), "--listen", "127.0.0.1:0"));
    server.waitFor("listening on");
    assertThat(server.errors())
        .contains("nothing is stored there yet; first run: nxsight run CAPTURE -o " + nowhere);
    assertThat(ask(server, "", "/api/v1/status")).isEqualTo(200);
    assertThat(ask(server, "", "/")).isEqualTo(200);
    server.end("TERM", 0);
    assertThat(nowhere).doesNotExist();
  }

  private Program.Outcome serve(String... arguments) {
    List<String> words = new ArrayList<>(List.of("serve", "--data", data.toString()));
    words.addAll(List.of(arguments));
    return Program.here(InputStream.nullInputStream(), words);
  }

  private static int ask(Background server, String key) throws Exception {
    return ask(server, key, "/dnsdb/v2/lookup/rrset/name/x");
  }

  private static int ask(Background server, String key, String path) throws Exception {
    Matcher address = Pattern.compile("http://127[^\\s]+").matcher(server.errors());
    assertThat(address.find()).isTrue();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(address.group() + path))
                  .header("X-Api-Key", key)
                  .build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }
}
