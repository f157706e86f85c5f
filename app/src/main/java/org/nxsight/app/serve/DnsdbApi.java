package org.nxsight.app.serve;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.nxsight.store.pdns.BadQuestionException;
import org.nxsight.store.pdns.PdnsDatabase;
import org.nxsight.store.pdns.PdnsLimits;

/**
 * The passive DNS database behind the DNSDB API, as its client dnsdbq speaks it: version 2 under
 * {@code /dnsdb/v2}, version 1 under {@code /lookup}.
 *
 * <p>Errors before an answer begins are a status and one line of text, which dnsdbq shows. Later
 * ones are told by the {@link Framing}.
 */
public final class DnsdbApi implements AutoCloseable {
  /** The most questions that wait for their turn; more are turned away with status 503. */
  static final int MOST_WAITING = 64;

  /** After this time without a record a line says that the answer goes on. */
  private static final long KEEPALIVE_MILLIS = 2_000;

  private static final String NDJSON = "application/x-ndjson";
  private static final String RATE =
      "{\"rate\":{\"reset\":\"n/a\",\"limit\":\"unlimited\",\"remaining\":\"n/a\",\"results_max\":"
          + DnsdbQuery.MOST_RECORDS
          + ",\"offset_max\":"
          + DnsdbQuery.MOST_OFFSET
          + "}}\n";

  private final PdnsDatabase database;
  private final LongSupplier nowSeconds;
  private final ThreadPoolExecutor answering;

  /**
   * @param nowSeconds the time that negative times count from, in seconds since 1970
   */
  public DnsdbApi(PdnsDatabase database, PdnsLimits limits, LongSupplier nowSeconds) {
    this.database = database;
    this.nowSeconds = nowSeconds;
    this.answering =
        new ThreadPoolExecutor(
            limits.questions(),
            limits.questions(),
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().daemon().name("answering-", 0).factory());
  }

  /** Where it is. */
  public List<Route> routes() {
    return List.of(
        Route.get(
            "/dnsdb/v2/{question...}",
            call -> answer(call.segments().subList(3, call.segments().size()), call, Framing.SAF),
            DnsdbQuery.parameters(true, true)),
        Route.get(
            "/lookup/{question...}", this::answerVersion1, DnsdbQuery.parameters(true, false)),
        Route.get(
            "/summarize/{question...}", this::answerVersion1, DnsdbQuery.parameters(false, true)));
  }

  /** Whether who asks for this expects errors as DNSDB tells them. */
  static boolean speaksDnsdb(String rawPath) {
    return rawPath.startsWith("/dnsdb/")
        || rawPath.startsWith("/lookup/")
        || rawPath.startsWith("/summarize/");
  }

  private void answerVersion1(Call call) {
    answer(call.segments().subList(1, call.segments().size()), call, Framing.BARE);
  }

  /**
   * Answers a request.
   *
   * @param path the decoded segments behind {@code /dnsdb/v2} or before nothing of version 1
   */
  private void answer(List<String> path, Call call, Framing framing) {
    ServerResponse response = call.response();
    try {
      switch (path.isEmpty() ? "" : path.getFirst()) {
        case "ping" -> send(response, Status.OK_200, "application/json", "{\"ping\":\"ok\"}\n");
        case "rate_limit" -> send(response, Status.OK_200, "application/json", RATE);
        case "lookup", "summarize" -> {
          if (path.size() == 2 && path.get(1).equals("rate_limit")) {
            send(response, Status.OK_200, "application/json", RATE);
          } else {
            stream(
                DnsdbQuery.parse(path, call.rawQuery(), nowSeconds.getAsLong()), framing, response);
          }
        }
        default ->
            refuse(
                response,
                Status.NOT_FOUND_404,
                "there is lookup, summarize, ping and rate_limit here");
      }
    } catch (DnsdbQuery.OffsetException e) {
      refuse(response, Status.REQUESTED_RANGE_NOT_SATISFIABLE_416, String.valueOf(e.getMessage()));
    } catch (BadQuestionException e) {
      refuse(response, Status.BAD_REQUEST_400, String.valueOf(e.getMessage()));
    }
  }

  /** Sends an error as dnsdbq understands it: a status and a line. */
  static void refuse(ServerResponse response, Status status, String message) {
    send(response, status, "text/plain; charset=utf-8", "Error: " + message + "\n");
  }

  private static void send(ServerResponse response, Status status, String type, String text) {
    response.status(status);
    response.header(HeaderNames.CONTENT_TYPE, type);
    response.send(text.getBytes(StandardCharsets.UTF_8));
  }

  private void stream(DnsdbQuery query, Framing framing, ServerResponse response) {
    Answering question = new Answering(database, query, framing);
    try {
      answering.execute(question);
      stream(question, framing, response);
    } catch (RejectedExecutionException e) {
      busy(response, MOST_WAITING + " questions wait already; ask again later");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      question.hangUp();
    }
  }

  private void stream(Answering question, Framing framing, ServerResponse response)
      throws InterruptedException {
    @Nullable AnswerEvent first = null;
    while (first == null) {
      first = question.next(KEEPALIVE_MILLIS);
    }
    if (first instanceof AnswerEvent.Failed failed) {
      switch (failed.reason()) {
        case BUSY, TIME, CANCELLED -> busy(response, failed.message());
        case STORE -> refuse(response, Status.INTERNAL_SERVER_ERROR_500, failed.message());
      }
      return;
    }
    response.header(HeaderNames.CONTENT_TYPE, NDJSON);
    try (OutputStream out = response.outputStream()) {
      write(out, framing.condition("begin", null));
      while (sent(question.next(KEEPALIVE_MILLIS), framing, out)) {
        // Until the end has been sent.
      }
    } catch (IOException | UncheckedIOException e) {
      // The client has hung up.
    }
  }

  /** Sends what one event says; false behind the last. */
  private static boolean sent(@Nullable AnswerEvent event, Framing framing, OutputStream out)
      throws IOException {
    return switch (event) {
      case null -> {
        write(out, framing.condition("ongoing", null));
        out.flush();
        yield true;
      }
      case AnswerEvent.Begun begun -> true;
      case AnswerEvent.Lines lines -> {
        write(out, lines.text());
        yield true;
      }
      case AnswerEvent.Ended ended -> {
        write(
            out,
            ended.limited()
                ? framing.condition("limited", "Result limit reached")
                : framing.condition("succeeded", null));
        yield false;
      }
      case AnswerEvent.Failed failed -> {
        write(out, framing.condition("failed", failed.message()));
        yield false;
      }
    };
  }

  private static void write(OutputStream out, String line) throws IOException {
    out.write(line.getBytes(StandardCharsets.UTF_8));
  }

  private static void busy(ServerResponse response, String message) {
    response.header(HeaderNames.RETRY_AFTER, "10");
    refuse(response, Status.SERVICE_UNAVAILABLE_503, message);
  }

  @Override
  public void close() {
    answering.shutdownNow();
  }
}
