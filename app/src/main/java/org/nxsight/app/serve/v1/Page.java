package org.nxsight.app.serve.v1;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsight.app.form.CsvLine;
import org.nxsight.store.overview.TimeRange;
import org.nxsight.store.pdns.BadQuestionException;

/**
 * A list as an answer, in JSON or CSV.
 *
 * <pre>
 *   {"from":"2026-11-24T04:00:00Z","to":"...","items":[{...}],"more":false}
 * </pre>
 */
final class Page {
  private final List<String> columns;
  private final @Nullable TimeRange range;
  private final List<Map<String, @Nullable Object>> items;
  private final boolean more;

  private Page(
      List<String> columns,
      @Nullable TimeRange range,
      List<Map<String, @Nullable Object>> items,
      boolean more) {
    this.columns = columns;
    this.range = range;
    this.items = items;
    this.more = more;
  }

  /**
   * A page of rows.
   *
   * @param columns the members of each item, in their order; what else rows have is left out
   * @param range the time that was asked about; null when no time was
   * @param rows one more than the limit when there are more
   */
  static Page of(
      List<String> columns,
      @Nullable TimeRange range,
      List<Map<String, @Nullable Object>> rows,
      long limit) {
    List<Map<String, @Nullable Object>> items = new ArrayList<>();
    for (Map<String, @Nullable Object> row : rows.subList(0, (int) Math.min(limit, rows.size()))) {
      Map<String, @Nullable Object> item = new LinkedHashMap<>();
      for (String column : columns) {
        item.put(column, row.get(column));
      }
      items.add(item);
    }
    return new Page(columns, range, items, rows.size() > limit);
  }

  /** The part of all rows that is asked for. */
  static Page part(
      List<String> columns,
      @Nullable TimeRange range,
      List<Map<String, @Nullable Object>> all,
      Asking asking)
      throws BadQuestionException {
    int from = (int) Math.min(asking.offset(), all.size());
    return of(columns, range, all.subList(from, all.size()), asking.limit());
  }

  /** In the form that is asked for. */
  Reply reply(Asking asking) throws BadQuestionException {
    return asking.wantsCsv() ? Reply.csv(csv()) : json();
  }

  private Reply json() {
    Map<String, @Nullable Object> page = new LinkedHashMap<>();
    putRange(page, range);
    page.put("items", items);
    page.put("more", more);
    return Reply.json(page);
  }

  /** Puts the time that an answer is about. */
  static void putRange(Map<String, @Nullable Object> answer, @Nullable TimeRange range) {
    answer.put("from", range == null ? null : iso(range.fromSeconds()));
    answer.put("to", range == null ? null : iso(range.toSeconds()));
  }

  static String iso(long epochSeconds) {
    return Instant.ofEpochSecond(epochSeconds).toString();
  }

  static String isoOfMicros(long epochMicros) {
    return iso(Math.floorDiv(epochMicros, 1_000_000L));
  }

  private String csv() {
    StringBuilder out = new StringBuilder(CsvLine.of(columns));
    for (Map<String, @Nullable Object> item : items) {
      CsvLine line = new CsvLine();
      for (String column : columns) {
        append(line, item.get(column));
      }
      out.append(line.end());
    }
    return out.toString();
  }

  private static void append(CsvLine line, @Nullable Object value) {
    switch (value) {
      case null -> line.field(null);
      case List<?> list ->
          line.presentation(String.join(" ", list.stream().map(String::valueOf).toList()));
      case Number number -> line.field(number);
      default -> line.presentation(value.toString());
    }
  }
}
