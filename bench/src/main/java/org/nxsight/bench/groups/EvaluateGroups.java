package org.nxsight.bench.groups;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Knowledge;
import org.nxsight.analysis.dga.families.Family;
import org.nxsight.analysis.dga.training.UnseenModels;
import org.nxsight.analysis.findings.Sighting;
import org.nxsight.bench.evaluate.Dice;

/**
 * Hides groups of ten generated names among names nobody has, plays both and the latter alone to
 * the operators of groups, and prints how many were found, and how many where there was none.
 */
public final class EvaluateGroups {
  private static final int GROUP = 10;
  private static final long TEN_MINUTES = 600_000_000_000L;
  private static final int RESOLVERS = 20;
  private static final int TRIALS_A_FAMILY = 3;
  private static final int BENIGN_TRIALS = 1_000;
  private static final int[] AMONG = {0, 30, 300};

  private final Dice dice;
  private final Names names;
  private final Map<String, int[]> missed = new TreeMap<>();

  private EvaluateGroups(long seed) {
    dice = new Dice(seed);
    names = new Names(dice);
  }

  /** {@code SEED [MODELS]}: with models that have not seen some families, those are tried, too. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 0 || !arguments[0].matches("[0-9]{1,18}")) {
      System.err.println(
          "evaluate-groups: write a seed, and the directory of models if there is one");
      System.exit(2);
      return;
    }
    EvaluateGroups evaluation = new EvaluateGroups(Long.parseLong(arguments[0]));
    evaluation.evaluate(arguments.length > 1 ? Path.of(arguments[1]) : null);
  }

  private void evaluate(@Nullable Path models) throws IOException {
    Trial shipped = new Trial(Knowledge.builtIn(Trial.DAY));
    System.out.printf("%-52s %8s %8s %9s%n", "groups of ten", "trials", "found", "share");
    exact(shipped);
    for (int among : AMONG) {
      found(shipped, null, "families of other days", among, 1);
      if (among > 0) {
        found(shipped, null, "families of other days", among, RESOLVERS);
      }
    }
    for (int among : models == null ? new int[0] : AMONG) {
      found(shipped, models, "families never seen", among, RESOLVERS);
    }
    System.out.printf("%n%-52s %8s %8s %9s%n", "no group there", "trials", "found", "share");
    Harmless harmless = new Harmless(dice, names);
    for (Harmless.Kind kind : Harmless.Kind.values()) {
      int wrong = 0;
      StringBuilder which = new StringBuilder();
      for (int i = 0; i < BENIGN_TRIALS; i++) {
        List<Sighting> found = shipped.groups(harmless.draw(kind));
        wrong += found.isEmpty() ? 0 : 1;
        if (!found.isEmpty() && which.length() < 200) {
          which.append(found.getFirst().evidence()).append(' ');
        }
      }
      line(kind.text(), BENIGN_TRIALS, wrong);
      if (!which.isEmpty()) {
        System.out.println("    " + which);
      }
    }
  }

  /** Of families whose generators are known exactly, on their day. */
  private void exact(Trial trial) throws IOException {
    int trials = 0;
    int found = 0;
    int named = 0;
    for (Family family : Names.exact()) {
      for (int i = 0; i < TRIALS_A_FAMILY; i++) {
        List<Sighting> groups = trial.groups(asked(names.ofToday(family, GROUP), 0, 1));
        trials++;
        found += groups.isEmpty() ? 0 : 1;
        named += groups.stream().anyMatch(each -> each.subject().equals(family.name())) ? 1 : 0;
      }
    }
    line("exact families on their day", trials, found);
    line("  with the right name", trials, named);
  }

  private void found(Trial shipped, @Nullable Path models, String what, int among, int resolvers)
      throws IOException {
    int trials = 0;
    int found = 0;
    int named = 0;
    missed.clear();
    for (int fold = 0; fold < (models == null ? 1 : UnseenModels.FOLDS); fold++) {
      Trial trial =
          models == null
              ? shipped
              : new Trial(
                  Knowledge.with(
                      Trial.DAY, List.of(), List.of(), List.of(), UnseenModels.file(models, fold)));
      for (Family family : Names.families()) {
        for (int i = 0; i < TRIALS_A_FAMILY; i++) {
          if (models != null && UnseenModels.fold(family) != fold) {
            continue;
          }
          List<String> generated = names.ofAnyDay(family, GROUP);
          List<Sighting> groups = trial.groups(asked(generated, among, resolvers));
          trials++;
          found += groups.isEmpty() ? 0 : 1;
          named +=
              groups.stream()
                      .anyMatch(each -> each.evidence().contains("\"" + family.name() + "\""))
                  ? 1
                  : 0;
          missed.computeIfAbsent(family.name(), _ -> new int[1])[0] += groups.isEmpty() ? 1 : 0;
        }
      }
    }
    String others =
        among == 0
            ? "alone"
            : "among " + among + (resolvers == 1 ? " of the same resolver" : " of " + resolvers);
    line(what + ", " + others, trials, found);
    System.out.print(misses());
    if (among == 0) {
      line("  with the family among those it resembles", trials, named);
    }
  }

  private String misses() {
    StringBuilder out = new StringBuilder("  most missed of the last:");
    missed.entrySet().stream()
        .filter(each -> each.getValue()[0] > 0)
        .sorted((a, b) -> b.getValue()[0] - a.getValue()[0])
        .limit(12)
        .forEach(
            each -> out.append(' ').append(each.getKey()).append(' ').append(each.getValue()[0]));
    return out.append('\n').toString();
  }

  /** Generated names of one resolver within ten minutes, and others below the same suffixes. */
  private List<Denial> asked(List<String> generated, int among, int resolvers) {
    long start = Trial.noonNanos() + dice.below(3_600) * 1_000_000_000L;
    List<Denial> all = new ArrayList<>();
    for (String name : generated) {
      all.add(new Denial(start + time(), name, Names.suffix(name), 1));
    }
    for (int i = 0; i < among; i++) {
      String suffix = Names.suffix(dice.of(generated));
      int resolver = 1 + dice.below(resolvers);
      all.add(new Denial(start + time(), names.label() + "." + suffix, suffix, resolver));
    }
    return all;
  }

  private long time() {
    return Math.floorMod(dice.bits(), TEN_MINUTES);
  }

  private static void line(String what, int trials, int found) {
    System.out.printf("%-52s %8d %8d %8.2f%%%n", what, trials, found, 100.0 * found / trials);
  }
}
