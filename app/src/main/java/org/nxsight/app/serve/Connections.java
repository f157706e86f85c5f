package org.nxsight.app.serve;

import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.nxsight.capture.Clock;

/**
 * The open connections of a server, and how long each may keep it waiting. Who takes too long over
 * a request is cut off; when there are as many as may be, who has sent half a request for longest
 * makes room, then who has been idle for longest.
 *
 * <pre>
 *   accepted ─▶ REQUEST ──headers──▶ ANSWER ─▶ IDLE ──request line──▶ REQUEST ...
 *               └──────────body──────────────▲
 * </pre>
 */
final class Connections implements AutoCloseable {
  private static final long LONGEST_GLANCE_MILLIS = 1_000;

  private final Patience patience;
  private final Clock clock;
  private final Map<Ends, Connection> open = new LinkedHashMap<>();
  private final Map<Cut, Long> cut = new EnumMap<>(Cut.class);
  private final ScheduledExecutorService watching =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("connections").factory());

  /**
   * How long is waited for a client.
   *
   * @param request from the first octet, or from the begin of the connection, until a request is
   *     whole; what is encrypted is to be agreed upon within it, too
   * @param idle from an answer until the next request line is whole
   * @param most connections at once
   */
  record Patience(Duration request, Duration idle, int most) {}

  /** Why a connection was cut off. */
  enum Cut {
    /** A request was not whole in time. */
    SLOW,
    /** No request came. */
    IDLE,
    /** There were too many. */
    FULL;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private enum Stage {
    REQUEST,
    IDLE,
    ANSWER
  }

  /** What tells one connection from others. */
  private record Ends(SocketAddress remote, SocketAddress local) {
    static Ends of(ConnectionContext context) {
      return new Ends(context.remotePeer().address(), context.localPeer().address());
    }
  }

  private static final class Connection {
    final SocketChannel channel;
    Stage stage = Stage.REQUEST;
    long sinceNanos;

    Connection(SocketChannel channel, long nowNanos) {
      this.channel = channel;
      sinceNanos = nowNanos;
    }

    void enter(Stage next, long nowNanos) {
      stage = next;
      sinceNanos = nowNanos;
    }
  }

  Connections(Patience patience, Clock clock) {
    this.patience = patience;
    this.clock = clock;
    for (Cut each : Cut.values()) {
      cut.put(each, 0L);
    }
    long shortest = Math.min(patience.request.toMillis(), patience.idle.toMillis());
    long glanceMillis = Math.clamp(shortest / 4, 1, LONGEST_GLANCE_MILLIS);
    var _ =
        watching.scheduleWithFixedDelay(
            this::look, glanceMillis, glanceMillis, TimeUnit.MILLISECONDS);
  }

  /** What hears of the stages of requests. */
  Http1ConnectionListener listener() {
    return new Http1ConnectionListener() {
      @Override
      public void prologue(ConnectionContext context, HttpPrologue prologue) {
        onRequestLine(Ends.of(context));
      }

      @Override
      public void headers(ConnectionContext context, Headers headers) {
        boolean body =
            headers.contains(HeaderNames.CONTENT_LENGTH)
                || headers.contains(HeaderNames.TRANSFER_ENCODING);
        if (!body) {
          enter(Ends.of(context), Stage.ANSWER);
        }
      }
    };
  }

  /** Hears of a new connection, before anything is read from it. */
  synchronized void onAccepted(SocketChannel channel) {
    if (open.size() >= patience.most) {
      open.values().removeIf(each -> !each.channel.isOpen());
    }
    if (open.size() >= patience.most) {
      makeRoom();
    }
    if (open.size() >= patience.most) {
      cut(channel, Cut.FULL);
      return;
    }
    try {
      open.put(
          new Ends(channel.getRemoteAddress(), channel.getLocalAddress()),
          new Connection(channel, clock.monotonicNanos()));
    } catch (IOException e) {
      // It is closed already.
    }
  }

  private void makeRoom() {
    for (Stage stage : List.of(Stage.REQUEST, Stage.IDLE)) {
      Map.Entry<Ends, Connection> oldest =
          open.entrySet().stream()
              .filter(each -> each.getValue().stage == stage)
              .min(Comparator.comparingLong(each -> each.getValue().sinceNanos))
              .orElse(null);
      if (oldest != null) {
        open.remove(oldest.getKey());
        cut(oldest.getValue().channel, Cut.FULL);
        return;
      }
    }
  }

  private synchronized void onRequestLine(Ends ends) {
    Connection connection = open.get(ends);
    if (connection != null && connection.stage == Stage.IDLE) {
      connection.enter(Stage.REQUEST, clock.monotonicNanos());
    }
  }

  /** Hears that a request has been answered. */
  void onAnswered(SocketAddress remote, SocketAddress local) {
    enter(new Ends(remote, local), Stage.IDLE);
  }

  private synchronized void enter(Ends ends, Stage stage) {
    Connection connection = open.get(ends);
    if (connection != null) {
      connection.enter(stage, clock.monotonicNanos());
    }
  }

  private synchronized void look() {
    long nowNanos = clock.monotonicNanos();
    for (Iterator<Connection> all = open.values().iterator(); all.hasNext(); ) {
      Connection each = all.next();
      Cut overdue = overdue(each, nowNanos);
      if (overdue != null) {
        cut(each.channel, overdue);
      }
      if (!each.channel.isOpen()) {
        all.remove();
      }
    }
  }

  private @Nullable Cut overdue(Connection connection, long nowNanos) {
    long nanos = nowNanos - connection.sinceNanos;
    return switch (connection.stage) {
      case REQUEST -> nanos > patience.request.toNanos() ? Cut.SLOW : null;
      case IDLE -> nanos > patience.idle.toNanos() ? Cut.IDLE : null;
      case ANSWER -> null;
    };
  }

  /** Closes it below the server, whose read then fails; its thread does the rest. */
  private void cut(SocketChannel channel, Cut why) {
    if (!channel.isOpen()) {
      return;
    }
    cut.merge(why, 1L, Long::sum);
    try {
      channel.close();
    } catch (IOException e) {
      // It is closed all the same.
    }
  }

  /** How many there are. */
  synchronized int count() {
    return (int) open.values().stream().filter(each -> each.channel.isOpen()).count();
  }

  /** How many were cut off, by the reason. */
  synchronized Map<String, Long> cut() {
    Map<String, Long> counts = new LinkedHashMap<>();
    cut.forEach((why, count) -> counts.put(why.text(), count));
    return counts;
  }

  @Override
  public void close() {
    watching.shutdownNow();
  }
}
