package org.nxsight.bench.stages;

import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.nxsight.analysis.causes.Explainer;
import org.nxsight.analysis.causes.Failure;
import org.nxsight.analysis.causes.Knowledge;
import org.nxsight.analysis.cut.Cut;
import org.nxsight.analysis.dga.DgaModel;
import org.nxsight.analysis.dga.DgaScorer;
import org.nxsight.analysis.dnsbl.ListQuery;
import org.nxsight.analysis.dnsbl.ListZones;
import org.nxsight.analysis.typo.Targets;
import org.nxsight.analysis.typo.TypoIndex;
import org.nxsight.analysis.typo.TypoMatch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the cause of a missing name costs, in all and stage by stage, without remembered verdicts;
 * an operation is one name of the made-up mixture. 32,768 of them go round, so no cache holds them.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
@OperationsPerInvocation(CausesBenchmark.NAMES)
public class CausesBenchmark {
  static final int NAMES = 256;

  private static final LocalDate DAY = LocalDate.of(2026, 3, 14);

  private final DeniedNames names = DeniedNames.of(1 << 15, DAY);
  private final Cut cut = new Cut();
  private final ListQuery list = new ListQuery(ListZones.known());
  private final TypoMatch typo = new TypoMatch(new TypoIndex(Targets.builtIn().all()));
  private final DgaScorer scorer = new DgaScorer(DgaModel.shipped());
  private final Explainer explainer = Knowledge.builtIn(DAY).explainer(DAY);
  private final Failure failure = new Failure();
  private int next;

  /** Where the existing part ends: public suffix, scope, cut. */
  @Benchmark
  public int cut() {
    int sum = 0;
    for (int i = 0; i < NAMES; i++) {
      int at = advance();
      cut.set(names.octets(at), 0, names.octets(at), names.soaOffset(at));
      sum += cut.cutOffset();
    }
    return sum;
  }

  /** Whether a DNS list was asked, and what about. */
  @Benchmark
  public int list() {
    int sum = 0;
    for (int i = 0; i < NAMES; i++) {
      int at = advance();
      sum += list.set(names.octets(at), 0, names.octets(at), names.soaOffset(at)) ? 1 : 0;
    }
    return sum;
  }

  /** A well-known name one slip away, looked for at every name. */
  @Benchmark
  public int typo() {
    int sum = 0;
    for (int i = 0; i < NAMES; i++) {
      sum += typo.set(names.octets(advance()), 0) ? 1 : 0;
    }
    return sum;
  }

  /** Whether the first label is generated, looked at in every name. */
  @Benchmark
  public float generated() {
    float sum = 0;
    for (int i = 0; i < NAMES; i++) {
      byte[] octets = names.octets(advance());
      sum += scorer.score(octets, 0, 1 + octets[0]);
    }
    return sum;
  }

  /** All that one record tells: the cut and the rules up to the one that matches. */
  @Benchmark
  public int explained() {
    int sum = 0;
    for (int i = 0; i < NAMES; i++) {
      int at = advance();
      failure.set(names.octets(at), 0, names.qtype(at), names.soaOffset(at));
      sum += explainer.explain(failure).cause().ordinal();
    }
    return sum;
  }

  private int advance() {
    next = next + 1 == names.count() ? 0 : next + 1;
    return next;
  }
}
