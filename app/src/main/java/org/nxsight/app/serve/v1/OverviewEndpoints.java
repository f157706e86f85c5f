package org.nxsight.app.serve.v1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.app.serve.Route;
import org.nxsight.store.Dataset;
import org.nxsight.store.Dimension;
import org.nxsight.store.findings.FindingQuestion;
import org.nxsight.store.findings.StoredFindings;
import org.nxsight.store.overview.Extent;
import org.nxsight.store.overview.Tallies;
import org.nxsight.store.overview.TimeRange;
import org.nxsight.store.pdns.BadQuestionException;

/** How much there is, of what, and how it went over time. */
final class OverviewEndpoints {
  /** Keys of a kind in a summary: there are 46 causes, and a handful of rcodes and scopes. */
  private static final int SUMMARY_KEYS = 100;

  /** The steps of a picture when none are asked for, about. */
  private static final int DEFAULT_STEPS = 120;

  private static final int MOST_STEPS = 1_000;
  private static final int DEFAULT_SERIES = 8;
  private static final int MOST_SERIES = 100;

  /** Steps that people can read, in seconds. */
  private static final long[] STEPS = {
    60, 300, 600, 1_800, 3_600, 10_800, 21_600, 43_200, 86_400, 604_800, 2_592_000
  };

  private static final List<Dimension> RATES =
      List.of(
          Dimension.RCODE,
          Dimension.CAUSE,
          Dimension.SCOPE,
          Dimension.QTYPE,
          Dimension.TLD,
          Dimension.LIST);

  private final String version;
  private final boolean live;

  /**
   * @param version of the program
   * @param live whether a run goes on in this process
   */
  OverviewEndpoints(String version, boolean live) {
    this.version = version;
    this.live = live;
  }

  List<Route> routes(Questions questions) {
    return List.of(
        Route.get("/api/v1/status", questions.untagged(this::status)),
        Route.get("/api/v1/summary", questions.tagged(OverviewEndpoints::summary), "from", "to"),
        Route.get(
            "/api/v1/rates",
            questions.tagged(OverviewEndpoints::rates),
            "from",
            "to",
            "by",
            "step",
            "top"));
  }

  private Reply status(Asking asking) throws IOException {
    Extent extent = asking.extent();
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("version", version);
    answer.put("live", live);
    answer.put("empty", extent.isEmpty());
    Page.putRange(answer, extent.isEmpty() ? null : extent.range());
    Map<String, @Nullable Object> datasets = new LinkedHashMap<>();
    for (Dataset dataset : Dataset.values()) {
      Extent.Part part = extent.part(dataset);
      if (part != null) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("rows", part.rows());
        told.put("files", part.files());
        told.put("octets", part.octets());
        told.put("from", Page.iso(part.fromSeconds()));
        told.put("to", Page.iso(part.toSeconds()));
        datasets.put(dataset.tableName(), told);
      }
    }
    answer.put("datasets", datasets);
    answer.put("findings_open", openFindings(asking));
    return Reply.json(answer);
  }

  private static int openFindings(Asking asking) throws IOException {
    FindingQuestion all = FindingQuestion.ALL;
    return new StoredFindings(asking.tables())
        .answer(
            new FindingQuestion(
                null,
                all.kinds(),
                null,
                all.least(),
                true,
                all.afterSeconds(),
                all.beforeSeconds(),
                all.limit()))
        .size();
  }

  private static Reply summary(Asking asking) throws IOException, BadQuestionException {
    TimeRange range = asking.range();
    Tallies tallies = new Tallies(asking.tables());
    long failures = tallies.total(Dimension.RCODE, range);
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    Page.putRange(answer, range);
    answer.put("failures", failures);
    answer.put("nodata", tallies.total(Dimension.NODATA, range));
    answer.put("rrsets", Extent.rrsetRows(asking.tables().snapshot(), range));
    answer.put("rcodes", shares(tallies, Dimension.RCODE, range, failures));
    List<Map<String, @Nullable Object>> causes = new ArrayList<>();
    for (Map<String, @Nullable Object> row : tallies.top(Dimension.CAUSE, range, SUMMARY_KEYS, 0)) {
      Map<String, @Nullable Object> cause = share(row, failures);
      cause.put("names", row.get("names"));
      cause.put("means", meaning(String.valueOf(row.get("key"))));
      cause.put("examples", row.get("examples") == null ? List.of() : row.get("examples"));
      causes.add(cause);
    }
    answer.put("causes", causes);
    answer.put("scopes", shares(tallies, Dimension.SCOPE, range, failures));
    return Reply.json(answer);
  }

  private static List<Map<String, @Nullable Object>> shares(
      Tallies tallies, Dimension dimension, TimeRange range, long total) throws IOException {
    List<Map<String, @Nullable Object>> shares = new ArrayList<>();
    for (Map<String, @Nullable Object> row : tallies.all(dimension, range, SUMMARY_KEYS)) {
      shares.add(share(row, total));
    }
    return shares;
  }

  private static Map<String, @Nullable Object> share(
      Map<String, @Nullable Object> row, long total) {
    Map<String, @Nullable Object> share = new LinkedHashMap<>();
    share.put("key", row.get("key"));
    share.put("count", row.get("count"));
    share.put("share", shareOf(row, total));
    return share;
  }

  /** The part of all that a row is, from 0 to 1 with six places. */
  static double shareOf(Map<String, @Nullable Object> row, long total) {
    long count = row.get("count") instanceof Number number ? number.longValue() : 0;
    return total == 0 ? 0 : Math.min(1, Math.round(1e6 * count / total) / 1e6);
  }

  /** What a cause means; another version of this program may have written it. */
  static String meaning(String cause) {
    return Arrays.stream(Cause.values())
        .filter(each -> each.name().equals(cause))
        .map(Cause::sentence)
        .findFirst()
        .orElse("not known to this version");
  }

  private static Reply rates(Asking asking) throws IOException, BadQuestionException {
    String by = asking.parameter("by");
    Dimension dimension =
        RATES.stream()
            .filter(each -> each.text().equals(by == null ? "rcode" : by))
            .findFirst()
            .orElseThrow(
                () -> new BadQuestionException("by is rcode, cause, scope, qtype, tld or list"));
    TimeRange range = asking.range();
    Tallies tallies = new Tallies(asking.tables());
    long least = tallies.bucketSeconds(dimension, range);
    long step = Math.max(least, asking.number("step", defaultStep(range), 1, 1L << 31));
    long start = range.fromSeconds() / step * step;
    long steps = Math.ceilDiv(range.toSeconds() - start, step);
    if (steps > MOST_STEPS) {
      throw new BadQuestionException(
          "this makes "
              + steps
              + " steps, and at most "
              + MOST_STEPS
              + " are told; ask for longer ones or less time");
    }
    int top = (int) asking.number("top", DEFAULT_SERIES, 1, MOST_SERIES);
    List<String> times = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      times.add(Page.iso(start + i * step));
    }
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    Page.putRange(answer, range);
    answer.put("step", step);
    answer.put("times", times);
    answer.put("series", tallies.rates(dimension, range, start, step, (int) steps, top));
    return Reply.json(answer);
  }

  private static long defaultStep(TimeRange range) {
    long wanted = (range.toSeconds() - range.fromSeconds()) / DEFAULT_STEPS;
    for (long step : STEPS) {
      if (step >= wanted) {
        return step;
      }
    }
    return wanted;
  }
}
