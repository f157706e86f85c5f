package org.nxsight.analysis.findings;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.causes.Explaining;
import org.nxsight.analysis.causes.Knowledge;
import org.nxsight.exchange.ExchangeView;

/**
 * Plays traffic to an operator, in one piece or in the ways its contract allows, and returns what
 * it sights at the end of each tick.
 */
public final class Play {
  private static final long SEED = 7;
  private static final long TICK_NANOS = 10 * Traffic.SECOND;
  private static final Knowledge KNOWLEDGE = Knowledge.builtIn(LocalDate.of(2026, 3, 2));

  private final Explaining explaining = new Explaining(KNOWLEDGE, SEED, 1 << 12);
  private final Observation observation = new Observation(explaining, SEED);
  private final List<Operator> operators = new ArrayList<>();
  private final List<Sighting> sightings = new ArrayList<>();
  private long nextTick = Long.MIN_VALUE;
  private boolean byTurns;
  private long turns;

  private Play(Operator... operators) {
    this.operators.addAll(List.of(operators));
  }

  /** All sightings, as often as they were made. */
  public static List<Sighting> all(Operator operator, Traffic traffic) throws IOException {
    Play play = new Play(operator);
    traffic.each(play::take);
    play.tick(play.nextTick);
    return play.sightings;
  }

  /** The last sighting of each kind and subject, in the order in which they were first made. */
  public static List<Sighting> last(Operator operator, Traffic traffic) throws IOException {
    return last(all(operator, traffic));
  }

  private static List<Sighting> last(List<Sighting> all) {
    List<Sighting> last = new ArrayList<>();
    for (Sighting each : all) {
      int at = 0;
      while (at < last.size()
          && !(last.get(at).kind() == each.kind()
              && last.get(at).subject().equals(each.subject()))) {
        at++;
      }
      if (at == last.size()) {
        last.add(each);
      } else {
        last.set(at, each);
      }
    }
    return last;
  }

  /** As {@link #last}, but the operator is written down and made anew once in the middle. */
  public static List<Sighting> lastWithRestore(Supplier<Operator> maker, Traffic traffic)
      throws IOException {
    Play play = new Play(maker.get());
    int[] count = {0};
    traffic.each(exchange -> count[0]++);
    int[] at = {0};
    traffic.each(exchange -> {
      if (at[0]++ == count[0] / 2) {
        Operator restored = maker.get();
        copy(play.operators.getFirst(), restored);
        play.operators.set(0, restored);
      }
      play.take(exchange);
    });
    play.tick(play.nextTick);
    return last(play.sightings);
  }

  /** As {@link #last}, but two operators have half of the keys each, and are joined at the end. */
  public static List<Sighting> lastOfTwo(Supplier<Operator> maker, Traffic traffic)
      throws IOException {
    Play play = new Play(maker.get(), maker.get());
    traffic.each(play::take);
    Operator joined = maker.get();
    copy(play.operators.get(0), joined);
    copy(play.operators.get(1), joined);
    Play end = new Play(joined);
    end.tick(play.nextTick);
    List<Sighting> all = new ArrayList<>(play.sightings);
    all.addAll(end.sightings);
    return last(all);
  }

  /**
   * As {@link #last}, but until a time two operators take records by turns, and are then joined.
   */
  public static List<Sighting> lastJoinedAt(
      long epochNanos, Supplier<Operator> maker, Traffic traffic) throws IOException {
    Play play = new Play(maker.get(), maker.get());
    play.byTurns = true;
    traffic.each(exchange -> {
      if (play.byTurns && exchange.responseNanos() >= epochNanos) {
        Operator joined = maker.get();
        copy(play.operators.get(0), joined);
        copy(play.operators.get(1), joined);
        play.operators.clear();
        play.operators.add(joined);
        play.byTurns = false;
      }
      play.take(exchange);
    });
    play.tick(play.nextTick);
    return last(play.sightings);
  }

  private static void copy(Operator from, Operator to) throws IOException {
    ByteArrayOutputStream state = new ByteArrayOutputStream();
    from.snapshot(new DataOutputStream(state));
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(state.toByteArray()));
    to.merge(in);
    if (in.read() >= 0) {
      throw new IllegalStateException(from.name() + " does not read all it has written");
    }
  }

  private void take(ExchangeView exchange) throws IOException {
    if (exchange.responseNanos() >= nextTick) {
      nextTick = (Math.floorDiv(exchange.responseNanos(), TICK_NANOS) + 1) * TICK_NANOS;
      tick(exchange.responseNanos());
    }
    @Nullable Cause cause = exchange.rcode() == 0 ? null : explaining.onExchange(exchange);
    if (cause == null) {
      explaining.onAnswer(exchange);
    }
    observation.set(exchange, cause);
    Operator first = operators.getFirst();
    if (cause == null && !first.wantsAnswers()) {
      return;
    }
    long key = first.keyOf(observation);
    if (key != Operator.NO_KEY) {
      long which = byTurns ? turns++ : key;
      operators.get((int) Long.remainderUnsigned(which, operators.size())).onRecord(observation);
    }
  }

  private void tick(long epochNanos) {
    for (Operator operator : operators) {
      operator.onTime(epochNanos, sightings::add);
    }
  }
}
