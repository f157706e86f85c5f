package org.nxsight.bench.evaluate;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.List;
import org.nxsight.analysis.causes.Diagnosis;
import org.nxsight.analysis.causes.Explainer;
import org.nxsight.analysis.causes.Knowledge;

/** Tells the causes of made-up missing names, and prints how often that was right. */
public final class Evaluate {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 14);
  private static final long DEFAULT_SEED = 1;
  private static final int DEFAULT_NAMES = 100_000;
  private static final int WARM_UP_ROUNDS = 10;
  private static final int ROUNDS = 10;

  /** What came of one evaluation. */
  public record Result(Confusions confusions, AnalysisFigures figures) {}

  private Evaluate() {}

  /** {@code [seed [names]]}. */
  public static void main(String[] args) {
    long seed;
    int count;
    try {
      seed = args.length > 0 ? Long.parseLong(args[0]) : DEFAULT_SEED;
      count = args.length > 1 ? Integer.parseInt(args[1]) : DEFAULT_NAMES;
    } catch (NumberFormatException e) {
      System.err.println("evaluate: " + e.getMessage() + ": write a seed and a number of names");
      System.exit(2);
      return;
    }
    Explainer explainer = Knowledge.builtIn(DAY).explainer(DAY);
    List<LabelledName> names = new LabelledNames(seed, DAY).next(count);
    AskedNames asked = new AskedNames(names);
    Result result = evaluate(explainer, names, asked);
    System.out.printf("seed %d, %d names, day %s%n", seed, count, DAY);
    System.out.print(result.confusions().text());
    System.out.printf("%nanalyses%n%s", result.figures().text());
    System.out.printf("names a CPU-second: %,.0f%n", namesPerCpuSecond(explainer, asked));
    System.out.printf("%ngenerated names, the model alone%n%s", GeneratedFigures.of(seed).text());
  }

  /** Evaluates names of a seed. */
  public static Result of(long seed, int count) {
    List<LabelledName> names = new LabelledNames(seed, DAY).next(count);
    return evaluate(Knowledge.builtIn(DAY).explainer(DAY), names, new AskedNames(names));
  }

  private static Result evaluate(Explainer explainer, List<LabelledName> names, AskedNames asked) {
    Confusions confusions = new Confusions();
    AnalysisFigures figures = new AnalysisFigures();
    for (int i = 0; i < names.size(); i++) {
      LabelledName name = names.get(i);
      Diagnosis diagnosis = asked.explain(explainer, i);
      confusions.add(name.cause(), diagnosis.cause(), name);
      figures.add(name, diagnosis);
    }
    return new Result(confusions, figures);
  }

  private static double namesPerCpuSecond(Explainer explainer, AskedNames asked) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    int sum = 0;
    for (int i = 0; i < WARM_UP_ROUNDS; i++) {
      sum += asked.explainAll(explainer);
    }
    long before = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < ROUNDS; i++) {
      sum += asked.explainAll(explainer);
    }
    long nanos = Math.max(1, threads.getCurrentThreadCpuTime() - before);
    if (sum == 0) {
      throw new IllegalStateException("nothing was explained");
    }
    return 1e9 * ROUNDS * asked.count() / nanos;
  }
}
