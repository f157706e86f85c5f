package org.nxsight.app.browser;

import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Debian's Chromium without a window, with a profile of its own that goes when it is closed. */
public final class Browser implements AutoCloseable {
  private static final String LISTENING = "DevTools listening on ws://";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Path profile = Files.createTempDirectory("nxsight-browser");
  private final Process process;
  private final String host;

  public Browser() throws Exception {
    process =
        new ProcessBuilder(
                "/usr/bin/chromium",
                "--headless=new",
                "--no-sandbox", // tests run as root, where Chromium has none
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    host = listening(process.errorReader());
  }

  /** Reads what the browser says until it tells where it listens; what comes later is let go. */
  private static String listening(BufferedReader said) throws IOException {
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith(LISTENING)) {
        Thread.ofVirtual().start(() -> said.lines().forEach(rest -> {}));
        return line.substring(LISTENING.length(), line.indexOf('/', LISTENING.length()));
      }
    }
    throw new IOException("chromium has ended; is it installed? See lab/install");
  }

  /** A new tab, with 1440 by 900 pixels. */
  public Tab open() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + host + "/json/new?about:blank"))
            .PUT(HttpRequest.BodyPublishers.noBody())
            .build();
    String answer = client.send(request, BodyHandlers.ofString()).body();
    String address =
        JsonParser.parseString(answer).getAsJsonObject().get("webSocketDebuggerUrl").getAsString();
    return new Tab(client, URI.create(address));
  }

  @Override
  public void close() throws IOException {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    process.destroy();
    process.toHandle().onExit().completeOnTimeout(process.toHandle(), 10, TimeUnit.SECONDS).join();
    for (ProcessHandle each : all) {
      each.destroyForcibly();
      each.onExit().join();
    }
    client.close();
    try (Stream<Path> files = Files.walk(profile)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
