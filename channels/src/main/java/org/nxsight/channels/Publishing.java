package org.nxsight.channels;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nxsight.exchange.BatchQueue;
import org.nxsight.exchange.Channel;
import org.nxsight.exchange.ExchangeView;
import org.nxsight.wire.nmsg.Dnsnx;
import org.nxsight.wire.nmsg.Dnsqr;

/**
 * The stage that turns exchanges into the records of each channel and hands them to its
 * destinations. It runs in a thread of its own, from the first batch to the end.
 */
public final class Publishing implements Runnable {
  private final BatchQueue.Stage stage;
  private final List<Destination> exchanges;
  private final List<Destination> errors;
  private final List<Destination> nxdomain;
  private final List<Destination> all;
  private final Records records;
  private @Nullable Throwable failure;

  /**
   * @param stage where the exchanges come from
   * @param records what they become
   * @param errors where the records of DNS Errors go
   * @param nxdomain where the records of NXDOMAIN go
   */
  public Publishing(
      BatchQueue.Stage stage,
      Records records,
      List<Destination> errors,
      List<Destination> nxdomain) {
    this(stage, records, List.of(), errors, nxdomain);
  }

  /**
   * The same, for when every exchange is published.
   *
   * @param exchanges where the records of raw passive DNS go
   */
  public Publishing(
      BatchQueue.Stage stage,
      Records records,
      List<Destination> exchanges,
      List<Destination> errors,
      List<Destination> nxdomain) {
    this.stage = stage;
    this.records = records;
    this.exchanges = exchanges;
    this.errors = errors;
    this.nxdomain = nxdomain;
    all = Stream.of(exchanges, errors, nxdomain).flatMap(List::stream).toList();
  }

  @Override
  public void run() {
    try {
      stage.workOff(
          new BatchQueue.Work() {
            @Override
            public void onExchange(ExchangeView exchange) throws IOException {
              publish(exchange);
            }

            @Override
            public void onTime(long reachedNanos) throws IOException {
              tellTime(reachedNanos);
            }
          });
      for (Destination destination : all) {
        destination.close();
      }
      stage.end();
    } catch (IOException | RuntimeException | Error e) { // whoever waits for this thread tells it
      failure = e;
      all.forEach(Destination::abort);
      stage.abandon();
    }
  }

  /** Cuts all destinations; only while the queue is idle, from the thread that fills it. */
  public void cut() throws IOException {
    for (Destination destination : all) {
      destination.cut();
    }
  }

  private void tellTime(long reachedNanos) throws IOException {
    for (Destination destination : all) {
      destination.onTime(reachedNanos);
    }
  }

  private void publish(ExchangeView exchange) throws IOException {
    boolean error = exchange.isIn(Channel.ERRORS);
    if (error || exchange.isIn(Channel.EXCHANGES)) {
      Dnsqr dnsqr = records.dnsqr(exchange);
      long epochNanos = exchange.hasQuery() ? exchange.queryNanos() : exchange.responseNanos();
      for (Destination destination : exchanges) {
        destination.put(epochNanos, dnsqr);
      }
      for (Destination destination : error ? errors : List.<Destination>of()) {
        destination.put(epochNanos, dnsqr);
      }
    }
    if (exchange.isIn(Channel.NXDOMAIN)) {
      Dnsnx dnsnx = records.dnsnx(exchange);
      for (Destination destination : nxdomain) {
        destination.put(exchange.responseNanos(), dnsnx);
      }
    }
  }

  /** Why this stage stopped before the end, once its thread has ended; null when it did not. */
  public @Nullable Throwable failure() {
    return failure;
  }
}
