package org.nxsight.store.manifest;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nxsight.store.Dataset;

/**
 * What the path of a file of the store tells.
 *
 * <pre>
 *   pdns/2026-11-24/pdns.20261124.0410.minutes.000012.parquet
 *   pdns/2026-11/pdns.202611.month.000013.parquet
 * </pre>
 *
 * @param startSeconds where its time starts, in seconds since 1970
 * @param sequence what makes it unique in its store
 */
public record FileName(Dataset dataset, Level level, long startSeconds, long sequence) {
  /** By dataset, then the oldest time first. */
  static final Comparator<FileName> BY_TIME =
      Comparator.comparing(FileName::dataset)
          .thenComparingLong(FileName::startSeconds)
          .thenComparingLong(FileName::sequence);

  private static final Pattern PATH =
      Pattern.compile(
          "(?<dataset>[a-z_]+)/\\d{4}-\\d\\d(-\\d\\d)?/"
              + "(?<name>[a-z_]+)\\.(?<year>\\d{4})(?<month>\\d\\d)"
              + "((?<day>\\d\\d)\\.(?<hour>\\d\\d)(?<minute>\\d\\d))?"
              + "\\.(?<level>minutes|hour|day|month)\\.(?<sequence>\\d{6,18})\\.parquet");

  /** The path below the store's directory, with slashes. */
  public String path() {
    return dataset.tableName() + '/' + inDataset();
  }

  /** The path below the dataset's directory, with slashes. */
  String inDataset() {
    return "%s/%s.%s.%s.%06d.parquet"
        .formatted(
            level.directory(startSeconds),
            dataset.tableName(),
            level.startText(startSeconds),
            level.label(),
            sequence);
  }

  /** Reads a path below the store's directory; null when it is none of ours. */
  public static @Nullable FileName parse(String path) {
    Matcher matcher = PATH.matcher(path);
    Dataset dataset = matcher.matches() ? datasetCalled(matcher.group("dataset")) : null;
    if (dataset == null || (matcher.group("day") == null) != isMonth(matcher)) {
      return null;
    }
    FileName name =
        new FileName(
            dataset,
            Level.valueOf(matcher.group("level").toUpperCase(Locale.ROOT)),
            startSeconds(matcher),
            Long.parseLong(matcher.group("sequence")));
    // Whatever does not come out as it came in names another time than its directory does.
    return name.path().equals(path) ? name : null;
  }

  /** The dataset of a directory; null when it is none of a dataset. */
  private static @Nullable Dataset datasetCalled(String tableName) {
    for (Dataset dataset : Dataset.values()) {
      if (dataset.tableName().equals(tableName)) {
        return dataset;
      }
    }
    return null;
  }

  private static boolean isMonth(Matcher matcher) {
    return matcher.group("level").equals("month");
  }

  private static long startSeconds(Matcher matcher) {
    try {
      return LocalDateTime.of(
              number(matcher, "year", 0),
              number(matcher, "month", 1),
              number(matcher, "day", 1),
              number(matcher, "hour", 0),
              number(matcher, "minute", 0))
          .toEpochSecond(ZoneOffset.UTC);
    } catch (DateTimeException noSuchTime) {
      return 0;
    }
  }

  private static int number(Matcher matcher, String group, int absent) {
    String digits = matcher.group(group);
    return digits == null ? absent : Integer.parseInt(digits);
  }
}
