package org.nxsight.channels.live;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.nxsight.channels.Records;
import org.nxsight.exchange.BatchQueue;
import org.nxsight.exchange.Channel;
import org.nxsight.exchange.ExchangeView;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.nmsg.Dnsqr;
import org.nxsight.wire.protobuf.ByteRange;

/**
 * The stage that gives the records of DNS Errors and NXDOMAIN to those who listen. It runs in a
 * thread of its own, behind the one that finds causes, whose verdict is the note of an exchange.
 */
public final class LiveStage implements Runnable {
  private static final int NOTES = 1 << Byte.SIZE;

  private final BatchQueue.Stage stage;
  private final Records records;
  private final LiveChannel errors;
  private final LiveChannel nxdomain;
  private final byte[] soaOwner = new byte[DnsNames.MAX_NAME_OCTETS];
  private final ByteRange soa = new ByteRange();
  private final BatchQueue.Work also;
  private final long[] notes = new long[NOTES];
  private volatile long[] toldNotes = new long[NOTES];
  private @Nullable Throwable failure;

  /**
   * @param stage where the exchanges come from
   * @param records what they become; shared with nobody
   * @param also looks at all of them in the same thread
   */
  public LiveStage(
      BatchQueue.Stage stage,
      Records records,
      LiveChannel errors,
      LiveChannel nxdomain,
      BatchQueue.Work also) {
    this.stage = stage;
    this.records = records;
    this.errors = errors;
    this.nxdomain = nxdomain;
    this.also = also;
  }

  @Override
  public void run() {
    try {
      stage.workOff(
          new BatchQueue.Work() {
            @Override
            public void onExchange(ExchangeView exchange) throws IOException {
              notes[exchange.note()]++;
              also.onExchange(exchange);
              publish(exchange);
            }

            @Override
            public void onTime(long reachedNanos) throws IOException {
              also.onTime(reachedNanos);
            }

            @Override
            public void onBatch() throws IOException {
              toldNotes = notes.clone();
              also.onBatch();
              errors.flush();
              nxdomain.flush();
            }
          });
      stage.end();
    } catch (IOException | RuntimeException | Error e) { // whoever waits for this thread tells it
      failure = e;
      stage.abandon();
    } finally {
      errors.close();
      nxdomain.close();
    }
  }

  private void publish(ExchangeView exchange) {
    if (exchange.isIn(Channel.ERRORS) && errors.isHeard()) {
      Dnsqr dnsqr = records.dnsqr(exchange);
      long epochNanos = exchange.hasQuery() ? exchange.queryNanos() : exchange.responseNanos();
      errors.put(epochNanos, dnsqr, exchange.note(), errors.wantsSoa() ? soa(exchange) : null);
    }
    if (exchange.isIn(Channel.NXDOMAIN) && nxdomain.isHeard()) {
      nxdomain.put(exchange.responseNanos(), records.dnsnx(exchange), exchange.note(), null);
    }
  }

  private @Nullable ByteRange soa(ExchangeView exchange) {
    int owner = exchange.soaOwnerOffset();
    int octets =
        owner < 0
            ? 0
            : DnsNames.unpack(
                exchange.bytes(),
                exchange.messageOffset(),
                owner,
                exchange.messageEnd(),
                soaOwner,
                0);
    if (octets <= 0) {
      return null;
    }
    soa.set(soaOwner, 0, octets);
    return soa;
  }

  /** How many exchanges had each note, up to the last batch; nobody writes to it. */
  public long[] notes() {
    return toldNotes;
  }

  /** Why this stage stopped before the end, once its thread has ended; null when it did not. */
  public @Nullable Throwable failure() {
    return failure;
  }
}
