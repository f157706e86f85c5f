package org.nxsight.app.serve.v1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsight.app.serve.Route;
import org.nxsight.store.Dimension;
import org.nxsight.store.overview.FailureFilter;
import org.nxsight.store.overview.FilteredFailures;
import org.nxsight.store.overview.FoldedFailures;
import org.nxsight.store.overview.Tallies;
import org.nxsight.store.overview.TimeRange;
import org.nxsight.store.pdns.BadQuestionException;

/**
 * What failed most, and the failures themselves. Tallies answer as long as nothing but the time is
 * asked for; anything finer is answered by the rows of failures.
 */
final class TopEndpoints {
  /** What can be asked for, with the dimension that it is. */
  private static final Map<String, Dimension> WHAT =
      Map.of(
          "names", Dimension.NAME,
          "domains", Dimension.DOMAIN,
          "zones", Dimension.ZONE,
          "tlds", Dimension.TLD,
          "lists", Dimension.LIST,
          "servers", Dimension.SERVER,
          "causes", Dimension.CAUSE,
          "rcodes", Dimension.RCODE,
          "qtypes", Dimension.QTYPE);

  private static final List<String> COLUMNS =
      List.of("key", "count", "share", "names", "resolvers", "first", "last", "cause");

  private static final List<String> FAILURE_COLUMNS =
      List.of(
          "qname",
          "qtype",
          "rcode",
          "ede",
          "soa_rrname",
          "cut",
          "scope",
          "server",
          "cause",
          "count",
          "mixed_case",
          "resolvers",
          "first",
          "last");

  private TopEndpoints() {}

  static List<Route> routes(Questions questions) {
    return List.of(
        Route.get(
            "/api/v1/top/{what}",
            questions.tagged(TopEndpoints::top),
            "from",
            "to",
            "limit",
            "offset",
            "format",
            "cause",
            "rcode",
            "qtype",
            "server",
            "below"),
        Route.get(
            "/api/v1/failures",
            questions.tagged(TopEndpoints::failures),
            "name",
            "below",
            "from",
            "to",
            "limit",
            "offset",
            "format",
            "cause",
            "rcode",
            "qtype",
            "server",
            "list"));
  }

  private static Reply top(Asking asking) throws IOException, BadQuestionException {
    Dimension dimension = WHAT.get(asking.path("what"));
    if (dimension == null) {
      throw new NotFoundException(
          "there are " + String.join(", ", WHAT.keySet().stream().sorted().toList()) + " here");
    }
    TimeRange range = asking.range();
    FailureFilter filter =
        new FailureFilter(
            range,
            asking.zone("below"),
            null,
            asking.word("cause"),
            asking.rcode(),
            asking.type("qtype"),
            asking.parameter("server"));
    long limit = asking.limit();
    List<Map<String, @Nullable Object>> rows;
    long total;
    if (filter.isOpen()) {
      Tallies tallies = new Tallies(asking.tables());
      total = tallies.total(Dimension.RCODE, range);
      rows = tallies.top(dimension, range, limit + 1, asking.offset());
    } else {
      FilteredFailures failures = new FilteredFailures(asking.tables());
      total = failures.total(filter);
      rows =
          dimension == Dimension.DOMAIN || dimension == Dimension.LIST
              ? new FoldedFailures(asking.tables())
                  .top(dimension, filter, limit + 1, asking.offset())
              : failures.top(dimension, filter, limit + 1, asking.offset());
    }
    for (Map<String, @Nullable Object> row : rows) {
      row.put("share", OverviewEndpoints.shareOf(row, total));
    }
    return Page.of(columns(rows), range, rows, limit).reply(asking);
  }

  /** The members that are known of these rows; all when there are none. */
  private static List<String> columns(List<Map<String, @Nullable Object>> rows) {
    return rows.isEmpty()
        ? COLUMNS
        : new ArrayList<>(COLUMNS.stream().filter(rows.getFirst()::containsKey).toList());
  }

  private static Reply failures(Asking asking) throws IOException, BadQuestionException {
    TimeRange range = asking.range();
    if (asking.parameter("name") != null && asking.parameter("below") != null) {
      throw new BadQuestionException("either name or below is given, not both");
    }
    FailureFilter filter =
        new FailureFilter(
            range,
            asking.parameter("name") != null ? asking.name("name") : asking.zone("below"),
            asking.zone("list"),
            asking.word("cause"),
            asking.rcode(),
            asking.type("qtype"),
            asking.parameter("server"));
    long limit = asking.limit();
    return Page.of(
            FAILURE_COLUMNS,
            range,
            new FilteredFailures(asking.tables()).list(filter, limit + 1, asking.offset()),
            limit)
        .reply(asking);
  }
}
