package org.nxsight.app.top;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The states of a run as they come, asked for again when the stream ends. */
final class NowStream implements AutoCloseable {
  private static final String PATH = "/api/v1/now/live";
  private static final String DATA = "data: ";
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final long PAUSE_SECONDS = 2;
  private static final int OK = 200;

  private final URI url;
  private final @Nullable String key;
  private final Consumer<NowReading> states;
  private final Consumer<String> troubles;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(CONNECT).version(HttpClient.Version.HTTP_1_1).build();
  private final Thread thread;

  /**
   * Begins to ask.
   *
   * @param base where the run listens
   * @param key what its requests carry; null for none
   * @param states hears them, in a thread of its own
   * @param troubles hears in a line why none comes; an empty one when they come again
   */
  NowStream(
      URI base, @Nullable String key, Consumer<NowReading> states, Consumer<String> troubles) {
    url = base.resolve(PATH);
    this.key = key;
    this.states = states;
    this.troubles = troubles;
    thread = Thread.ofVirtual().name("states").start(this::work);
  }

  private void work() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        troubles.accept(read());
        TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // It is closed.
    }
  }

  /** Reads one stream to its end, and says why it ended. */
  private String read() throws InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(url).header("Accept", "text/event-stream");
    if (key != null) {
      request.header("X-Api-Key", key);
    }
    try {
      HttpResponse<Stream<String>> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofLines());
      try (Stream<String> lines = response.body()) {
        if (response.statusCode() != OK) {
          return url + " answers " + response.statusCode() + why(response.statusCode());
        }
        lines.filter(line -> line.startsWith(DATA)).forEach(this::take);
      }
      return "the run at " + url.getAuthority() + " has ended; asking again";
    } catch (ConnectException e) {
      return "nobody listens at " + url.getAuthority() + "; asking again";
    } catch (IOException | UncheckedIOException e) {
      return "the connection to " + url.getAuthority() + " has broken; asking again";
    }
  }

  private static String why(int status) {
    return switch (status) {
      case 401, 403 -> ": it wants another API key";
      case 404 -> ": nothing runs there";
      default -> "";
    };
  }

  private void take(String line) {
    NowReading now = NowReading.parse(line.substring(DATA.length()));
    if (now != null) {
      troubles.accept("");
      states.accept(now);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    client.shutdownNow();
  }
}
