package org.nxsight.analysis.condensing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.causes.Explaining;
import org.nxsight.analysis.findings.Finding;
import org.nxsight.analysis.findings.FindingHandler;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.Ledger;
import org.nxsight.analysis.findings.Observation;
import org.nxsight.analysis.findings.Operator;
import org.nxsight.exchange.ExchangeView;

/**
 * Shows every exchange to all operators, and tells what they find. It is for one thread; time is
 * that of the records.
 */
public final class Condensing {
  /** How often operators hear of the time: floods are to be found within ten seconds. */
  public static final long TICK_NANOS = 10_000_000_000L;

  private static final int STATE_MARK = 0x6e787301;

  /** Records older than a restored state by more than this are of another stream. */
  private static final long MAX_BACK_NANOS = 3_600_000_000_000L;

  private Supplier<List<Operator>> makeOperators;
  private final AtomicReference<@Nullable Supplier<List<Operator>>> replacement =
      new AtomicReference<>();
  private final FindingHandler handler;
  private final Set<FindingKind> unwanted;
  private final Observation observation;
  private List<Operator> all = List.of();
  private Operator[] forAnswers = {};

  /** Those that want failures of a cause, by its number. */
  private Operator[][] forFailures = {};

  private Ledger ledger = new Ledger();
  private long nextTickNanos = Long.MIN_VALUE;
  private boolean restored;

  /**
   * @param operators makes them, new each time; each has a name of its own
   * @param explaining what tells the causes of the same exchanges
   * @param seed of hashes, the same as that of a state that is to be restored
   * @param unwanted kinds that nobody wants to hear of
   */
  public Condensing(
      Supplier<List<Operator>> operators,
      Explaining explaining,
      long seed,
      Set<FindingKind> unwanted,
      FindingHandler handler) {
    makeOperators = operators;
    this.handler = handler;
    this.unwanted = Set.copyOf(unwanted);
    observation = new Observation(explaining, seed);
    begin();
  }

  private void takeOperators() {
    all = List.copyOf(makeOperators.get());
    forAnswers = all.stream().filter(Operator::wantsAnswers).toArray(Operator[]::new);
    forFailures =
        Arrays.stream(Cause.values())
            .map(cause -> all.stream().filter(each -> each.wants(cause)).toArray(Operator[]::new))
            .toArray(Operator[][]::new);
  }

  private void begin() {
    takeOperators();
    ledger = new Ledger(unwanted);
    nextTickNanos = Long.MIN_VALUE;
    restored = false;
  }

  /** Whether exchanges that did not fail are of use, too. */
  public boolean wantsAnswers() {
    return forAnswers.length > 0;
  }

  /**
   * Takes an exchange that has a question.
   *
   * @param cause why it failed; null when it did not
   */
  public void onExchange(ExchangeView exchange, @Nullable Cause cause) throws IOException {
    onTime(exchange.responseNanos());
    observation.set(exchange, cause);
    for (Operator operator : cause == null ? forAnswers : forFailures[cause.ordinal()]) {
      operator.onRecord(observation);
    }
  }

  /** Hears how far time has come, records or none. */
  public void onTime(long epochNanos) throws IOException {
    if (restored) {
      if (epochNanos < nextTickNanos - MAX_BACK_NANOS) {
        begin();
      }
      restored = false;
    }
    if (epochNanos >= nextTickNanos) {
      long tickNanos = tickOf(epochNanos);
      nextTickNanos = tickNanos + TICK_NANOS;
      tick(tickNanos);
    }
  }

  /** When operators hear of the time before they see a record: at the ten seconds it is in. */
  public static long tickOf(long epochNanos) {
    return Math.floorDiv(epochNanos, TICK_NANOS) * TICK_NANOS;
  }

  /**
   * Has other operators of the same names go on from what the present ones know, from the next tick
   * on: what they watch has changed. It may be called by any thread.
   */
  public void replace(Supplier<List<Operator>> operators) {
    replacement.set(operators);
  }

  private void takeReplacement() throws IOException {
    Supplier<List<Operator>> wanted = replacement.getAndSet(null);
    if (wanted == null) {
      return;
    }
    ByteArrayOutputStream known = new ByteArrayOutputStream();
    writeOperators(new DataOutputStream(known));
    makeOperators = wanted;
    takeOperators();
    readOperators(new DataInputStream(new ByteArrayInputStream(known.toByteArray())));
  }

  private void tick(long epochNanos) throws IOException {
    takeReplacement();
    ledger.onTime(epochNanos);
    for (Operator operator : all) {
      operator.onTime(epochNanos, ledger);
    }
    ledger.settle(handler);
  }

  /** Tells the last word on what is open, when no more records come for now. */
  public void finish() throws IOException {
    if (nextTickNanos != Long.MIN_VALUE) {
      tick(nextTickNanos);
    }
    ledger.finish(handler);
  }

  /** Hands on what has changed, when no more records come for a while. */
  public void settle() throws IOException {
    ledger.settle(handler);
  }

  /** What is open now. */
  public List<Finding> open() {
    return ledger.open();
  }

  /** How many were opened, by kind. */
  public Map<FindingKind, Long> opened() {
    return ledger.opened();
  }

  /** How often one was not opened because too many of its kind were, by kind; for any thread. */
  public Map<FindingKind, Long> leftOut() {
    return ledger.leftOut();
  }

  /** Writes the state of everything. */
  public void snapshot(DataOutput out) throws IOException {
    out.writeInt(STATE_MARK);
    out.writeLong(nextTickNanos);
    ledger.snapshot(out);
    writeOperators(out);
  }

  private void writeOperators(DataOutput out) throws IOException {
    for (Operator operator : all) {
      out.writeUTF(operator.name());
      operator.snapshot(out);
    }
  }

  /**
   * Goes on from the state of a snapshot that was written with the same operators; unless the next
   * record turns out to be much older: then nothing is known, as at the first start.
   *
   * @throws IOException with one line when it is of another version or damaged; nothing is known
   *     then
   */
  public void restore(DataInput in) throws IOException {
    begin();
    try {
      read(in);
      restored = nextTickNanos != Long.MIN_VALUE;
    } catch (IOException e) {
      begin();
      throw e;
    }
  }

  private void read(DataInput in) throws IOException {
    if (in.readInt() != STATE_MARK) {
      throw new IOException("not the state of findings of this version");
    }
    nextTickNanos = in.readLong();
    ledger.merge(in);
    readOperators(in);
  }

  private void readOperators(DataInput in) throws IOException {
    for (Operator operator : all) {
      String name = in.readUTF();
      if (!name.equals(operator.name())) {
        throw new IOException("holds " + name + " where " + operator.name() + " is expected");
      }
      operator.merge(in);
    }
  }
}
