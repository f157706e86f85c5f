package org.nxsight.bench.scenarios;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.wire.dns.JsonText;

/**
 * Something that happened in made-up traffic, and what is to be found of it.
 *
 * @param scene what it is called
 * @param kind the finding; null when there is nothing to be found
 * @param strength null when there is nothing to be found
 * @param subjects what the finding may be about, the best one first
 * @param marks names and addresses that occur in this only
 * @param also kinds of findings that are true of it as well, though it is not for their sake
 * @param startNanos its first question that should not be, in nanoseconds since 1970
 * @param endNanos its last one
 */
public record Played(
    String scene,
    @Nullable FindingKind kind,
    @Nullable Strength strength,
    List<String> subjects,
    Set<String> marks,
    Set<FindingKind> also,
    long startNanos,
    long endNanos) {
  static Played nothing(
      String scene, long startNanos, long endNanos, Collection<String> marks, FindingKind... also) {
    return new Played(
        scene, null, null, List.of(), new TreeSet<>(marks), Set.of(also), startNanos, endNanos);
  }

  static Played of(
      FindingKind kind, Strength strength, long startNanos, long endNanos, String... subjects) {
    return new Played(
        kind.name(),
        kind,
        strength,
        List.of(subjects),
        Set.of(subjects),
        Set.of(),
        startNanos,
        endNanos);
  }

  Played marked(Collection<String> more) {
    Set<String> all = new TreeSet<>(marks);
    all.addAll(more);
    return new Played(scene, kind, strength, subjects, all, also, startNanos, endNanos);
  }

  Played allowing(FindingKind... newAlso) {
    return new Played(
        scene, kind, strength, subjects, marks, Set.of(newAlso), startNanos, endNanos);
  }

  /** As a JSON object in one line. */
  public String json() {
    StringBuilder out = new StringBuilder("{");
    text(out, "kind", kind == null ? "nothing" : kind.name());
    text(out.append(','), "subject", subjects.isEmpty() ? "" : subjects.getFirst());
    text(out.append(','), "scene", scene);
    text(out.append(','), "strength", strength == null ? "" : strength.text());
    text(out.append(','), "start", Instant.ofEpochSecond(0, startNanos).toString());
    text(out.append(','), "end", Instant.ofEpochSecond(0, endNanos).toString());
    list(out.append(','), "subjects", subjects);
    list(out.append(','), "marks", marks);
    List<String> kinds = new ArrayList<>();
    also.stream().sorted().forEach(each -> kinds.add(each.name()));
    list(out.append(','), "also", kinds);
    return out.append('}').toString();
  }

  private static void text(StringBuilder out, String key, String value) {
    JsonText.append(out, key);
    JsonText.append(out.append(':'), value);
  }

  private static void list(StringBuilder out, String key, Collection<String> values) {
    JsonText.append(out, key);
    out.append(":[");
    String separator = "";
    for (String value : values) {
      JsonText.append(out.append(separator), value);
      separator = ",";
    }
    out.append(']');
  }
}
