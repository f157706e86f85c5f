package org.nxsight.bench.stages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.nxsight.analysis.dga.DgaModel;
import org.nxsight.analysis.dga.DgaScorer;
import org.nxsight.analysis.dga.families.Families;
import org.nxsight.analysis.dga.training.benign.ShortLists;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a score costs; an operation is one name. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
@OperationsPerInvocation(DgaBenchmark.NAMES)
public class DgaBenchmark {
  static final int NAMES = 4_096;

  /** Whether the names are of all families in turn, or of two brands each. */
  @Param({"false", "true"})
  public boolean generated;

  private final DgaScorer scorer = new DgaScorer(DgaModel.shipped());
  private final List<byte[]> brands = brands();
  private final List<byte[]> families = families();

  private static List<byte[]> brands() {
    List<String> words = new ShortLists().all("brand");
    List<byte[]> names = new ArrayList<>();
    for (int i = 0; i < NAMES; i++) {
      String other = words.get(i / words.size());
      names.add(DgaScorer.wire(words.get(i % words.size()) + other));
    }
    return names;
  }

  private static List<byte[]> families() {
    List<byte[]> names = new ArrayList<>();
    int each = Math.ceilDiv(NAMES, Families.all().size());
    Families.all()
        .forEach(family ->
            family.names(
                7,
                LocalDate.of(2026, 11, 24),
                each,
                name -> names.add(DgaScorer.wire(name.substring(0, name.indexOf('.'))))));
    return names;
  }

  /** The linear model alone. */
  @Benchmark
  public float linear() {
    float sum = 0;
    for (int i = 0; i < NAMES; i++) {
      byte[] name = name(i);
      sum += scorer.linearScore(name, 0, name.length);
    }
    return sum;
  }

  /** With the second opinion where it is asked. */
  @Benchmark
  public float whole() {
    float sum = 0;
    for (int i = 0; i < NAMES; i++) {
      byte[] name = name(i);
      sum += scorer.score(name, 0, name.length);
    }
    return sum;
  }

  private byte[] name(int i) {
    List<byte[]> names = generated ? families : brands;
    return names.get(i % names.size());
  }
}
