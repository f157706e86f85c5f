package org.nxsight.store.writing;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.causes.Explaining;
import org.nxsight.analysis.condensing.Condensing;
import org.nxsight.exchange.BatchQueue;
import org.nxsight.exchange.Channel;
import org.nxsight.exchange.ExchangeView;

/**
 * The stage that tells why names are missing: the cause of each failure, which it notes on the
 * exchange for the stages behind it, and findings made of many. It runs in a thread of its own.
 */
public final class Analysing implements Runnable {
  private static final int INTERNET = 1;

  private final BatchQueue.Stage stage;
  private final Explaining explaining;
  private final @Nullable Condensing condensing;
  private final @Nullable FindingOutputs findings;
  private final Keeping keeping;
  private final Periods periods = new Periods();
  private @Nullable Throwable failure;

  /**
   * @param stage where the exchanges come from
   * @param explaining looks for the causes of failures
   * @param condensing makes findings of them; null when nobody wants to know
   * @param findings where these go, if there are any
   * @param keeping hears that what is known is to be kept, as time is told to pass
   */
  public Analysing(
      BatchQueue.Stage stage,
      Explaining explaining,
      @Nullable Condensing condensing,
      @Nullable FindingOutputs findings,
      Keeping keeping) {
    this.stage = stage;
    this.explaining = explaining;
    this.condensing = condensing;
    this.findings = findings;
    this.keeping = keeping;
  }

  @Override
  public void run() {
    try {
      stage.workOff(
          new BatchQueue.Work() {
            @Override
            public void onExchange(ExchangeView exchange) throws IOException {
              take(exchange);
            }

            @Override
            public void onTime(long reachedNanos) throws IOException {
              tellTime(reachedNanos);
            }
          });
      if (stage.isAbandoned()) {
        abort();
      } else {
        finish();
      }
    } catch (IOException | RuntimeException | Error e) { // whoever waits for this thread tells it
      failure = e;
      abort();
      stage.abandon();
    }
  }

  private void take(ExchangeView exchange) throws IOException {
    Cause cause = exchange.isIn(Channel.FAILURES) ? explaining.onExchange(exchange) : null;
    if (cause != null) {
      CauseNote.write(exchange, cause);
    }
    boolean answer = exchange.isIn(Channel.ANSWERS);
    if (answer) {
      explaining.onAnswer(exchange);
    }
    if (condensing != null
        && (cause != null || (answer && condensing.wantsAnswers()))
        && exchange.hasQuestion()
        && exchange.qclass() == INTERNET) {
      condensing.onExchange(exchange, cause);
    }
  }

  private void tellTime(long reachedNanos) throws IOException {
    if (condensing != null) {
      condensing.onTime(reachedNanos);
    }
    if (findings != null) {
      findings.onTime(reachedNanos);
    }
    if (periods.reach(reachedNanos) && !periods.isFirst()) {
      keeping.keep();
    }
  }

  /**
   * Tells all there is to tell of what came in so far; only while the stage is idle, from the
   * thread that fills the queue.
   */
  public void cut() throws IOException {
    if (condensing != null) {
      condensing.settle();
    }
    if (findings != null) {
      findings.cut();
    }
  }

  private void finish() throws IOException {
    if (condensing != null) {
      condensing.finish();
    }
    if (findings != null) {
      findings.close();
    }
    stage.end();
  }

  private void abort() {
    if (findings != null) {
      findings.abort();
    }
  }

  /** Keeps what is known now, for when the store has all that led to it. */
  public interface Keeping {
    void keep() throws IOException;
  }

  /** Why this stage stopped before the end, once its thread has ended; null when it did not. */
  public @Nullable Throwable failure() {
    return failure;
  }
}
