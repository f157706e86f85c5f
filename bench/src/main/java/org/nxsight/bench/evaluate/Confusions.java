package org.nxsight.bench.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nxsight.analysis.causes.Cause;

/** How often each cause was told for each, and what follows from it. */
public final class Confusions {
  private static final int CAUSES = Cause.values().length;
  private static final int EXAMPLES = 3;

  private final int[][] counts = new int[CAUSES][CAUSES];
  private final Map<Integer, List<String>> examples = new TreeMap<>();

  void add(Cause cause, Cause said, LabelledName name) {
    counts[cause.ordinal()][said.ordinal()]++;
    if (cause != said) {
      List<String> some =
          examples.computeIfAbsent(
              cause.ordinal() * CAUSES + said.ordinal(), key -> new ArrayList<>());
      if (some.size() < EXAMPLES) {
        some.add(name.qname() + " " + name.qtype() + " soa=" + name.soa());
      }
    }
  }

  /** The share of names whose cause was told. */
  public double accuracy() {
    int right = 0;
    int all = 0;
    for (int i = 0; i < CAUSES; i++) {
      right += counts[i][i];
      all += names(i);
    }
    return share(right, all);
  }

  /** The mean of the causes' F1: each counts the same, however rare it is. */
  public double macroF1() {
    double sum = 0;
    int causes = 0;
    for (int i = 0; i < CAUSES; i++) {
      if (names(i) > 0) {
        sum += share(2 * counts[i][i], names(i) + said(i));
        causes++;
      }
    }
    return sum / Math.max(1, causes);
  }

  private int names(int cause) {
    int sum = 0;
    for (int count : counts[cause]) {
      sum += count;
    }
    return sum;
  }

  private int said(int cause) {
    int sum = 0;
    for (int[] row : counts) {
      sum += row[cause];
    }
    return sum;
  }

  static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  /** The figures in lines, the total ones first. */
  public String text() {
    StringBuilder out = new StringBuilder();
    out.append("accuracy %.4f%nmacro-F1 %.4f%n%n".formatted(accuracy(), macroF1()));
    out.append("%-22s %7s %9s %7s%n".formatted("cause", "names", "precision", "recall"));
    for (int i = 0; i < CAUSES; i++) {
      if (names(i) + said(i) > 0) {
        out.append(
            "%-22s %7d %9.4f %7.4f%n"
                .formatted(
                    Cause.values()[i],
                    names(i),
                    share(counts[i][i], said(i)),
                    share(counts[i][i], names(i))));
      }
    }
    out.append("%nconfusions%n".formatted());
    examples.entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> -count(entry.getKey())))
        .forEach(entry -> append(out, entry.getKey(), entry.getValue()));
    return out.toString();
  }

  private int count(int pair) {
    return counts[pair / CAUSES][pair % CAUSES];
  }

  private void append(StringBuilder out, int pair, List<String> some) {
    out.append(
        "%s -> %s %d%n"
            .formatted(Cause.values()[pair / CAUSES], Cause.values()[pair % CAUSES], count(pair)));
    some.forEach(example -> out.append("    ").append(example).append('\n'));
  }
}
