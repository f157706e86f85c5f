package org.nxsight.app.live;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.nxsight.app.serve.Call;
import org.nxsight.app.serve.Route;
import org.nxsight.app.serve.Scope;
import org.nxsight.channels.live.Delivery;
import org.nxsight.channels.live.LiveChannel;
import org.nxsight.channels.live.LiveHub;
import org.nxsight.channels.live.Subscription;
import org.nxsight.channels.live.Watch;
import org.nxsight.channels.live.Wishes;
import org.nxsight.store.pdns.BadQuestionException;

/** Channels as streams over HTTP, and the state of the run once a second. */
public final class LiveApi {
  /** What is written at once, when there is more than that. */
  private static final int WRITE_OCTETS = 1 << 16;

  /**
   * After so long without a record something is written, so that a client that is gone is noticed.
   */
  private static final long PULSE_NANOS = 15_000_000_000L;

  /**
   * What comes within it is written at once: a busy stream costs five writes a second, not one for
   * each batch of traffic.
   */
  private static final long GATHER_NANOS = 200_000_000;

  private static final long PULSE_MILLIS = PULSE_NANOS / 1_000_000;

  private final LiveView view;
  private final NowTicker now;
  private final RandomGenerator random;

  /**
   * @param random makes the ids of sequences of containers
   */
  public LiveApi(LiveView view, NowTicker now, RandomGenerator random) {
    this.view = view;
    this.now = now;
    this.random = random;
  }

  /** What is where. */
  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/channels/{channel}/live", this::live, "watch", "sample", "rate")
            .withScope(Scope.LIVE),
        Route.get("/api/v1/now", this::now),
        Route.get("/api/v1/now/live", this::nowLive).withScope(Scope.LIVE));
  }

  private void live(Call call) throws BadQuestionException {
    LiveHub hub = view.hub();
    LiveChannel channel = hub.channel(call.path("channel"));
    if (channel == null) {
      String names = String.join(", ", hub.channels().stream().map(LiveChannel::name).toList());
      call.refuse(Status.NOT_FOUND_404, "no channel has this name; these are live: " + names);
      return;
    }
    StreamForm form = StreamForm.accepted(call.header(HeaderNames.ACCEPT));
    if (form == null || (form == StreamForm.NMSG && channel == hub.channel("findings"))) {
      call.refuse(
          Status.NOT_ACCEPTABLE_406,
          "a stream is text/event-stream or application/x-ndjson; application/x-nmsg too, but not"
              + " of findings");
      return;
    }
    Subscription subscription = subscribe(hub, channel, call);
    if (subscription == null) {
      call.response().header(HeaderNames.RETRY_AFTER, "60");
      call.refuse(
          Status.SERVICE_UNAVAILABLE_503,
          LiveHub.MOST_SUBSCRIBERS + " listen already, which is the most");
      return;
    }
    try (subscription;
        OutputStream out = begin(call, form.type())) {
      write(subscription, form.encoding(random.nextLong()), out);
    } catch (IOException | UncheckedIOException e) {
      // The client has gone, which is how streams end.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static @Nullable Subscription subscribe(LiveHub hub, LiveChannel channel, Call call)
      throws BadQuestionException {
    try {
      List<Watch> watches =
          call.parameters().all("watch").stream()
              .map(text -> Watch.parse(text, hub.causes()))
              .toList();
      double sample = number(call.parameters().one("sample"), 1);
      int rate = (int) number(call.parameters().one("rate"), 0);
      return hub.subscribe(channel, new Wishes(watches, sample, rate));
    } catch (NumberFormatException e) {
      throw new BadQuestionException("sample and rate are numbers, as in sample=0.1&rate=1000");
    } catch (IllegalArgumentException e) {
      throw new BadQuestionException(String.valueOf(e.getMessage()));
    }
  }

  private static double number(@Nullable String text, double otherwise) {
    return text == null ? otherwise : Double.parseDouble(text);
  }

  private static OutputStream begin(Call call, String type) {
    call.response().header(HeaderNames.CONTENT_TYPE, type);
    call.response().header(HeaderNames.CACHE_CONTROL, "no-store");
    return call.response().outputStream();
  }

  private static void write(
      Subscription subscription, StreamForm.Encoding encoding, OutputStream out)
      throws IOException, InterruptedException {
    encoding.addPulse(); // without an octet no header goes out, and nobody knows that he listens
    out.write(encoding.take());
    out.flush();
    while (!subscription.isOver()) {
      Delivery next = subscription.next(PULSE_NANOS);
      if (next == null && !subscription.isOver()) {
        encoding.addPulse();
      }
      for (; next != null; next = subscription.poll()) {
        encoding.add(next);
        if (encoding.gathered() >= WRITE_OCTETS) {
          break;
        }
      }
      out.write(encoding.take());
      out.flush();
      if (next == null) {
        subscription.gather(GATHER_NANOS);
      }
    }
  }

  private void now(Call call) {
    call.response().header(HeaderNames.CACHE_CONTROL, "no-store");
    call.send("application/json", now.current().json() + "\n");
  }

  private void nowLive(Call call) {
    try (OutputStream out = begin(call, StreamForm.EVENTS.type())) {
      NowTicker.Numbered state = now.current();
      while (state != null) {
        out.write(("data: " + state.json() + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        state = now.after(state.number(), PULSE_MILLIS);
      }
    } catch (IOException | UncheckedIOException e) {
      // The client has gone.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
