package org.nxsight.app.serve.v1;

import java.io.IOException;
import java.util.List;
import org.nxsight.app.serve.Route;
import org.nxsight.store.overview.BrokenZones;
import org.nxsight.store.overview.FoldedFailures;
import org.nxsight.store.overview.ListsAsked;
import org.nxsight.store.overview.Slips;
import org.nxsight.store.overview.TimeRange;
import org.nxsight.store.pdns.BadQuestionException;
import org.nxsight.store.pdns.NamePattern;

/** DNS lists, brands, and zones that are out of order. */
final class ListEndpoints {
  private static final String[] PAGED = {"from", "to", "limit", "offset", "format"};

  private final Explanations explanations;

  ListEndpoints(Explanations explanations) {
    this.explanations = explanations;
  }

  List<Route> routes(Questions questions) {
    return List.of(
        Route.get("/api/v1/lists", questions.tagged(ListEndpoints::lists), PAGED),
        Route.get("/api/v1/lists/{zone}", questions.tagged(ListEndpoints::items), PAGED),
        Route.get("/api/v1/brands", questions.tagged(this::brands), PAGED),
        Route.get("/api/v1/brands/{brand}", questions.tagged(this::slips), PAGED),
        Route.get("/api/v1/health-of-zones", questions.tagged(ListEndpoints::zones), PAGED));
  }

  private static Reply lists(Asking asking) throws IOException, BadQuestionException {
    TimeRange range = asking.range();
    return Page.part(
            List.of(
                "list", "name", "kind", "count", "items", "listed", "refused", "failed", "closed",
                "first", "last"),
            range,
            new ListsAsked(asking.tables()).all(range),
            asking)
        .reply(asking);
  }

  private static Reply items(Asking asking) throws IOException, BadQuestionException {
    NamePattern zone = asking.nameInPath("zone");
    TimeRange range = asking.range();
    return Page.part(
            List.of("item", "kind", "count", "names", "first", "last"),
            range,
            new FoldedFailures(asking.tables()).items(zone, range),
            asking)
        .reply(asking);
  }

  private Reply brands(Asking asking) throws IOException, BadQuestionException {
    TimeRange range = asking.range();
    return Page.part(
            List.of("brand", "names", "count", "with_mx", "first", "last"),
            range,
            new Slips(asking.tables(), explanations.typos()).brands(range),
            asking)
        .reply(asking);
  }

  private Reply slips(Asking asking) throws IOException, BadQuestionException {
    TimeRange range = asking.range();
    return Page.part(
            List.of("name", "typo_class", "count", "qtypes", "first", "last"),
            range,
            new Slips(asking.tables(), explanations.typos()).of(asking.path("brand"), range),
            asking)
        .reply(asking);
  }

  private static Reply zones(Asking asking) throws IOException, BadQuestionException {
    TimeRange range = asking.range();
    return Page.part(
            List.of("zone", "server", "cause", "rcode", "count", "first", "last"),
            range,
            new BrokenZones(asking.tables()).all(range),
            asking)
        .reply(asking);
  }
}
