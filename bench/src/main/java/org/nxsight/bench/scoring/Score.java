package org.nxsight.bench.scoring;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.bench.scenarios.Played;

/** What was found of what was played, by kind. */
public final class Score {
  private static final long GRACE_NANOS = 600_000_000_000L;

  /** Of one kind. */
  private static final class Row {
    private int played;
    private int found;
    private int wrongSubject;
    private int beside;
    private int wrong;
    private final Map<String, Integer> byStrength = new TreeMap<>();
    private final List<Long> seconds = new ArrayList<>();
  }

  private final Map<FindingKind, Row> rows = new EnumMap<>(FindingKind.class);
  private final Map<String, Integer> wrongs = new TreeMap<>();
  private final List<String> missed = new ArrayList<>();

  Score() {
    for (FindingKind kind : FindingKind.values()) {
      rows.put(kind, new Row());
    }
  }

  void add(List<Played> truth, List<Found> findings) {
    Set<Played> seen = new HashSet<>();
    for (Found found : findings) {
      Row row = row(found.kind());
      Played exact = exact(truth, found);
      Played marked = exact == null ? marked(truth, found) : exact;
      if (exact != null) {
        if (seen.add(exact)) {
          row.found++;
          row.byStrength.merge(exact.strength() + "", 1, Integer::sum);
          row.seconds.add((found.openedNanos() - exact.startNanos()) / 1_000_000_000L);
        }
      } else if (marked != null && marked.kind() == found.kind()) {
        row.wrongSubject++;
      } else if (isAllowed(truth, marked, found)) {
        row.beside++;
      } else {
        row.wrong++;
        String scene = marked == null ? "normal traffic" : marked.scene();
        wrongs.merge(
            found.kind()
                + " in "
                + scene
                + ", "
                + found.severity()
                + ": e.g. "
                + (row.wrong < 4 ? found.subject() : "others"),
            1,
            Integer::sum);
      }
    }
    for (Played played : truth) {
      if (played.kind() != null) {
        row(played.kind()).played++;
        if (!seen.contains(played)) {
          missed.add(played.kind() + " " + played.strength() + " " + played.subjects().getFirst());
        }
      }
    }
  }

  private Row row(FindingKind kind) {
    return rows.computeIfAbsent(kind, _ -> new Row());
  }

  /** The last one that began before; the same subject may have been played several times. */
  private static @Nullable Played exact(List<Played> truth, Found found) {
    Played last = null;
    for (Played played : truth) {
      if (played.kind() == found.kind()
          && played.subjects().stream().map(Found::plain).anyMatch(found.subject()::equals)
          && found.openedNanos() >= played.startNanos()
          && (last == null || played.startNanos() > last.startNanos())
          && (played.subjects().size() < 3 || hasMark(played, found))) {
        last = played;
      }
    }
    return last;
  }

  private static @Nullable Played marked(List<Played> truth, Found found) {
    for (Played played : truth) {
      if (hasMark(played, found)) {
        return played;
      }
    }
    return null;
  }

  private static boolean hasMark(Played played, Found found) {
    for (String mark : played.marks()) {
      if (mark.length() > 4 && found.text().contains(mark)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAllowed(List<Played> truth, @Nullable Played marked, Found found) {
    if (marked != null) {
      return marked.also().contains(found.kind());
    }
    return found.kind() == FindingKind.SPIKE
        && truth.stream()
            .anyMatch(each ->
                each.also().contains(FindingKind.SPIKE)
                    && found.openedNanos() >= each.startNanos()
                    && found.openedNanos() <= each.endNanos() + GRACE_NANOS);
  }

  /** The share of what was played of a kind that was found. */
  public double recall(FindingKind kind) {
    Row row = row(kind);
    return row.played == 0 ? 0 : (double) row.found / row.played;
  }

  /** How many of a kind were found though nothing of the sort was there. */
  public int wrong(FindingKind kind) {
    return row(kind).wrong;
  }

  /** A table in Markdown, and what was missed and what was wrong. */
  public String text() {
    StringBuilder out = new StringBuilder();
    out.append("| kind | played | found | weak, plain, strong | after (median, worst) |");
    out.append(" wrong subject | beside | wrong |\n|---|---|---|---|---|---|---|---|\n");
    rows.forEach((kind, row) -> out.append(line(kind, row)));
    out.append("\nnot found\n");
    missed.forEach(each -> out.append("    ").append(each).append('\n'));
    out.append("\nfound though nothing was there\n");
    wrongs.forEach((each, count) -> out.append("%8d %s%n".formatted(count, each)));
    return out.toString();
  }

  private static String line(FindingKind kind, Row row) {
    List<Long> sorted = row.seconds.stream().sorted().toList();
    String after =
        sorted.isEmpty() ? "" : sorted.get(sorted.size() / 2) + " s, " + sorted.getLast() + " s";
    return "| %s | %d | %d | %d, %d, %d | %s | %d | %d | %d |%n"
        .formatted(
            kind,
            row.played,
            row.found,
            row.byStrength.getOrDefault("WEAK", 0),
            row.byStrength.getOrDefault("PLAIN", 0),
            row.byStrength.getOrDefault("STRONG", 0),
            after,
            row.wrongSubject,
            row.beside,
            row.wrong);
  }
}
