package org.nxsight.store.overview;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsight.store.pdns.NamePattern;

/**
 * Which failures a question is about; null is any.
 *
 * @param names one name, or a zone with all below it
 * @param list the names below this zone, too
 * @param cause as in the column, like the next ones
 */
public record FailureFilter(
    TimeRange range,
    @Nullable NamePattern names,
    @Nullable NamePattern list,
    @Nullable String cause,
    @Nullable String rcode,
    @Nullable String qtype,
    @Nullable String server) {
  /** All of a time. */
  public static FailureFilter of(TimeRange range) {
    return new FailureFilter(range, null, null, null, null, null, null);
  }

  /** Whether nothing but the time is asked for. */
  public boolean isOpen() {
    return names == null
        && list == null
        && cause == null
        && rcode == null
        && qtype == null
        && server == null;
  }

  /** The names at and below one. */
  public FailureFilter below(NamePattern zone) {
    return new FailureFilter(range, zone, list, cause, rcode, qtype, server);
  }

  /** What rows must be. */
  String condition() {
    StringBuilder where = new StringBuilder(TimeRange.CONDITION);
    names(where, names);
    names(where, list);
    where.append(cause == null ? "" : " AND cause = ?");
    where.append(rcode == null ? "" : " AND rcode = ?");
    where.append(qtype == null ? "" : " AND qtype = ?");
    where.append(server == null ? "" : " AND server = ?");
    return where.toString();
  }

  private static void names(StringBuilder where, @Nullable NamePattern pattern) {
    if (pattern == null || isRoot(pattern)) {
      return;
    }
    where.append(
        pattern.kind() == NamePattern.Kind.EXACT
            ? " AND name_key = ? AND qname = ?"
            : " AND name_key >= ? AND name_key < ?");
  }

  /** What is bound to its parameters. */
  List<Object> parameters() {
    List<Object> all = new ArrayList<>(range.parameters());
    names(all, names);
    names(all, list);
    for (String each : new @Nullable String[] {cause, rcode, qtype, server}) {
      if (each != null) {
        all.add(each);
      }
    }
    return all;
  }

  private static void names(List<Object> all, @Nullable NamePattern pattern) {
    if (pattern == null || isRoot(pattern)) {
      return;
    }
    String key = pattern.key();
    all.add(key);
    // Behind all keys that begin with "com.example." is "com.example/".
    all.add(
        pattern.kind() == NamePattern.Kind.EXACT
            ? pattern.name()
            : key.substring(0, key.length() - 1) + '/');
  }

  private static boolean isRoot(NamePattern pattern) {
    return pattern.kind() != NamePattern.Kind.EXACT && pattern.key().equals(".");
  }
}
