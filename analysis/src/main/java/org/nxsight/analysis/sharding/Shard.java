package org.nxsight.analysis.sharding;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.causes.Explaining;
import org.nxsight.analysis.causes.Learning;
import org.nxsight.analysis.findings.Observation;
import org.nxsight.analysis.findings.Operator;
import org.nxsight.analysis.sharding.ShardedStage.Numbered;
import org.nxsight.analysis.sharding.ShardedStage.Sighted;

/** What is kept for one shard: what was learned of its names, and its operators. */
final class Shard {
  private final Learning learning;
  private final List<Numbered> operators;
  private final Operator[] forAnswers;

  /** Those that want failures of a cause, by its number. */
  private final Operator[][] forFailures;

  private final long[] causes = new long[Cause.values().length];

  Shard(Learning learning, List<Numbered> operators) {
    this.learning = learning;
    this.operators = operators;
    List<Operator> all = operators.stream().map(Numbered::operator).toList();
    forAnswers = all.stream().filter(Operator::wantsAnswers).toArray(Operator[]::new);
    forFailures =
        Arrays.stream(Cause.values())
            .map(cause -> all.stream().filter(each -> each.wants(cause)).toArray(Operator[]::new))
            .toArray(Operator[][]::new);
  }

  /** Has causes told by what this shard has learned. */
  void attended(Explaining explaining) {
    explaining.attend(learning);
  }

  Learning learning() {
    return learning;
  }

  /** Shows a record to the operators that want it. */
  void show(Observation observation, @Nullable Cause cause) {
    for (Operator operator : cause == null ? forAnswers : forFailures[cause.ordinal()]) {
      operator.onRecord(observation);
    }
  }

  void count(Cause cause) {
    causes[cause.ordinal()]++;
  }

  long count(int cause) {
    return causes[cause];
  }

  List<Numbered> operators() {
    return operators;
  }

  /** Tells the time, and returns what is sighted. */
  List<Sighted> onTime(long epochNanos) {
    List<Sighted> sighted = new ArrayList<>();
    for (Numbered each : operators) {
      each.operator()
          .onTime(epochNanos, sighting -> sighted.add(new Sighted(each.number(), sighting)));
    }
    return sighted;
  }

  void snapshot(DataOutput out) throws IOException {
    for (long count : causes) {
      out.writeLong(count);
    }
    learning.snapshot(out);
    for (Numbered each : operators) {
      out.writeUTF(each.operator().name());
      each.operator().snapshot(out);
    }
  }

  void restore(DataInput in) throws IOException {
    for (int i = 0; i < causes.length; i++) {
      causes[i] = in.readLong();
    }
    learning.restore(in);
    for (Numbered each : operators) {
      String name = in.readUTF();
      if (!name.equals(each.operator().name())) {
        throw new IOException(
            "the state holds "
                + name
                + " where "
                + each.operator().name()
                + " is expected: start with the program that wrote it, or without a savepoint");
      }
      each.operator().merge(in);
    }
  }
}
