package org.nxsight.app.serve;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.nxsight.store.pdns.CofJson;
import org.nxsight.store.pdns.PdnsAnswer;
import org.nxsight.store.pdns.PdnsDatabase;
import org.nxsight.store.pdns.PdnsRecord;
import org.nxsight.store.pdns.PdnsSummary;
import org.nxsight.store.pdns.QuestionFailedException;
import org.nxsight.store.pdns.QuestionFailedException.Reason;
import org.nxsight.store.pdns.Subject;

/**
 * One question being answered, on a thread of its own, since the engine's calls would hold a
 * carrier of virtual threads. At most {@link #MOST_WAITING} blocks of 16 KiB wait to be sent; then
 * the answer waits for the client.
 */
final class Answering implements Runnable {
  private static final int MOST_WAITING = 4;
  private static final int BLOCK_CHARACTERS = 16 << 10;
  private static final long GLANCE_MILLIS = 200;

  private final PdnsDatabase database;
  private final DnsdbQuery query;
  private final Framing framing;
  private final BlockingQueue<AnswerEvent> events = new ArrayBlockingQueue<>(MOST_WAITING);
  private final StringBuilder block = new StringBuilder();
  private volatile boolean hungUp;
  private volatile @Nullable PdnsAnswer answer;

  Answering(PdnsDatabase database, DnsdbQuery query, Framing framing) {
    this.database = database;
    this.query = query;
    this.framing = framing;
  }

  /** The next event, or null when there was none for so long. */
  @Nullable AnswerEvent next(long millis) throws InterruptedException {
    return events.poll(millis, TimeUnit.MILLISECONDS);
  }

  /** Says that nobody reads on; ends the question. */
  void hangUp() {
    hungUp = true;
    PdnsAnswer running = answer;
    if (running != null) {
      running.cancel();
    }
  }

  @Override
  public void run() {
    try {
      if (hungUp) {
        return;
      }
      if (query.summary()) {
        summarize();
      } else {
        lookUp();
      }
    } catch (QuestionFailedException e) {
      flush();
      tell(new AnswerEvent.Failed(e.reason(), String.valueOf(e.getMessage())));
    } catch (RuntimeException bug) {
      tell(new AnswerEvent.Failed(Reason.STORE, "this is a bug: " + bug.getClass().getName()));
      throw bug;
    }
  }

  private void lookUp() throws QuestionFailedException {
    try (PdnsAnswer records = database.ask(query.question())) {
      answer = records;
      tell(new AnswerEvent.Begun());
      boolean rrsets = query.question().subject() instanceof Subject.Owner;
      PdnsRecord record;
      while ((record = records.next()) != null) {
        framing.openObject(block);
        if (rrsets) {
          CofJson.appendRrset(block, record);
        } else {
          CofJson.appendSingle(block, record);
        }
        framing.closeObject(block);
        if (block.length() >= BLOCK_CHARACTERS) {
          flush();
        }
        if (hungUp) {
          return;
        }
      }
      flush();
      tell(new AnswerEvent.Ended(records.limited()));
    }
  }

  private void summarize() throws QuestionFailedException {
    PdnsSummary summary = database.summarize(query.question(), query.maxCount());
    tell(new AnswerEvent.Begun());
    framing.openObject(block);
    block.append("{\"count\":").append(summary.count());
    block.append(",\"num_results\":").append(summary.records());
    if (summary.records() > 0) {
      block.append(",\"time_first\":").append(summary.timeFirst());
      block.append(",\"time_last\":").append(summary.timeLast());
    }
    block.append('}');
    framing.closeObject(block);
    flush();
    tell(new AnswerEvent.Ended(summary.limited()));
  }

  private void flush() {
    if (!block.isEmpty()) {
      tell(new AnswerEvent.Lines(block.toString()));
      block.setLength(0);
    }
  }

  /** Waits for room, unless nobody reads on. */
  private void tell(AnswerEvent event) {
    try {
      boolean taken = false;
      while (!taken && !hungUp) {
        taken = events.offer(event, GLANCE_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      hungUp = true; // the server ends
      Thread.currentThread().interrupt();
    }
  }
}
