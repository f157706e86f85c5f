package org.nxsight.bench.groups;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nxsight.analysis.causes.Explaining;
import org.nxsight.analysis.causes.Knowledge;
import org.nxsight.analysis.condensing.Condensing;
import org.nxsight.analysis.condensing.Operators;
import org.nxsight.analysis.findings.Observation;
import org.nxsight.analysis.findings.Operator;
import org.nxsight.analysis.findings.Tuning;
import org.nxsight.analysis.findings.Watchlists;
import org.nxsight.bench.evaluate.LabelledName;
import org.nxsight.bench.evaluate.LabelledNames;
import org.nxsight.exchange.ExchangeView;

/**
 * What a record costs all operators together, and each of them, and what state they hold: missing
 * names of every cause, of 50,000 resolvers, 400,000 a second in record time.
 *
 * <p>Of a single operator the figure is that of the clock, whose reading costs some 25 ns.
 */
public final class OperatorCosts {
  private static final int NAMES = 1_000_000;
  private static final int CHUNK = 1_000;
  private static final int RESOLVERS = 50_000;
  private static final long GAP_NANOS = 2_500;
  private static final long SEED = 7;

  private final Denials denials = new Denials();
  private final Explaining explaining =
      new Explaining(Knowledge.builtIn(Trial.DAY), SEED, Explaining.DEFAULT_REMEMBERED);
  private final int names;
  private long number;
  private long found;

  private OperatorCosts(int names) {
    this.names = names;
  }

  /** {@code [NAMES]}: how many names there are, a million if not said. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length > 0 && !arguments[0].matches("[1-9][0-9]{3,7}")) {
      System.err.println("operator-costs: write a number of names, 1000 to 99999999, or nothing");
      System.exit(2);
      return;
    }
    new OperatorCosts(arguments.length > 0 ? Integer.parseInt(arguments[0]) : NAMES).measure();
  }

  private void measure() throws IOException {
    round(explaining::onExchange);
    double causes = round(explaining::onExchange);
    line("causes", causes);
    long before = usedOctets();
    Condensing condensing =
        new Condensing(
            () -> Operators.all(Watchlists.NONE, Tuning.USUAL),
            explaining,
            SEED,
            Set.of(),
            _ -> found++);
    Taking all = exchange -> condensing.onExchange(exchange, explaining.onExchange(exchange));
    line("causes and new operators", round(all));
    double both = round(all);
    line("causes and operators, with their ticks", both);
    line("  of which operators", both - causes);
    System.out.printf(
        "%-44s %8.0f MB, %d findings told, %d open%n",
        "state on the heap", (usedOctets() - before) / 1e6, found, condensing.open().size());
    each();
  }

  /** Each operator alone, by the clock. */
  private void each() throws IOException {
    List<Operator> operators = Operators.all(Watchlists.NONE, Tuning.USUAL);
    Observation observation = new Observation(explaining, SEED);
    long[] spent = new long[operators.size()];
    round(exchange -> {
      observation.set(exchange, explaining.onExchange(exchange));
      long last = System.nanoTime();
      for (int i = 0; i < spent.length; i++) {
        operators.get(i).onRecord(observation);
        long now = System.nanoTime();
        spent[i] += now - last;
        last = now;
      }
    });
    for (int i = 0; i < spent.length; i++) {
      Operator operator = operators.get(i);
      long start = System.nanoTime();
      operator.onTime(Trial.noonNanos() + number * GAP_NANOS, _ -> found++);
      System.out.printf(
          "  %-42s %8.0f ns a record by the clock, a tick %.1f ms%n",
          operator.name(), (double) spent[i] / names, (System.nanoTime() - start) / 1e6);
    }
  }

  /** Plays all names once, and returns the CPU time of a record in nanoseconds. */
  private double round(Taking taking) throws IOException {
    long before = denials.takenNanos();
    LabelledNames labelled = new LabelledNames(SEED, Trial.DAY);
    for (int made = 0; made < names; made += CHUNK) {
      List<Denial> chunk = new ArrayList<>(CHUNK);
      for (LabelledName name : labelled.next(CHUNK)) {
        String zone = name.soa().equals(LabelledName.NO_SOA) ? "." : name.soa();
        int resolver = (int) Math.floorMod(number * 7_919, (long) RESOLVERS);
        chunk.add(new Denial(Trial.noonNanos() + number * GAP_NANOS, name.qname(), zone, resolver));
        number++;
      }
      denials.each(chunk, taking::take);
    }
    return (double) (denials.takenNanos() - before) / names;
  }

  private interface Taking {
    void take(ExchangeView exchange) throws IOException;
  }

  private static long usedOctets() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static void line(String what, double nanos) {
    System.out.printf("%-44s %8.0f ns of CPU a record%n", what, nanos);
  }
}
