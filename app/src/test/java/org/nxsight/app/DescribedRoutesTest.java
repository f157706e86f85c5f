package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.analysis.causes.Knowledge;
import org.nxsight.app.live.LiveView;
import org.nxsight.app.serve.ApiKeys;
import org.nxsight.app.serve.Route;
import org.nxsight.app.serve.ServerPlan;
import org.nxsight.app.serve.v1.Description;
import org.nxsight.capture.Clock;
import org.nxsight.store.pdns.PdnsLimits;

/** The OpenAPI file has every place of the server, and no other. */
class DescribedRoutesTest {
  @TempDir private Path data = Path.of(".");

  private List<Route> routes(@Nullable LiveView view) throws Exception {
    Serving.Subject subject =
        new Serving.Subject(
            data, PdnsLimits.DEFAULT, () -> Knowledge.builtIn(KnowledgeSettings.today()), view);
    ServerPlan place =
        ServerPlan.plain(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), ApiKeys.none());
    try (Serving serving = Serving.start(subject, place)) {
      return serving.routes();
    }
  }

  /** Methods and patterns with the parameters behind the question mark. */
  private static Map<String, Set<String>> there(List<Route> routes) {
    Map<String, Set<String>> there = new TreeMap<>();
    routes.forEach(each -> there.put(key(each), new TreeSet<>(each.parameters())));
    return there;
  }

  private static String key(Route route) {
    return route.method().text() + " " + route.pattern();
  }

  /** The same of the operations, each put to the route that answers it. */
  private static Map<String, Set<String>> described(List<Route> routes, boolean liveToo)
      throws Exception {
    Map<String, Set<String>> described = new TreeMap<>();
    for (Description.Operation each : new Description().operations()) {
      if (liveToo || !each.isLive()) {
        String method = each.method().toUpperCase(Locale.ROOT);
        String key =
            routes.stream()
                .filter(route -> route.method().text().equals(method))
                .filter(route -> isOf(each.path(), route.pattern()))
                .map(DescribedRoutesTest::key)
                .findFirst()
                .orElse("nowhere: " + method + " " + each.path());
        described.computeIfAbsent(key, _ -> new TreeSet<>()).addAll(each.queried());
      }
    }
    return described;
  }

  private static boolean isOf(String path, String pattern) {
    return pattern.endsWith("...}")
        ? path.startsWith(pattern.substring(0, pattern.lastIndexOf('{')))
        : path.equals(pattern);
  }

  @Test
  void describesEachPlaceOfAServedStoreAndNoOther() throws Exception {
    List<Route> routes = routes(null);
    assertThat(described(routes, false)).isEqualTo(there(routes));
  }

  @Test
  void describesEachPlaceOfARunThatServesAndNoOther() throws Exception {
    List<Route> routes = routes(new LiveView(true, Clock.SYSTEM, 7));
    assertThat(described(routes, true)).isEqualTo(there(routes));
    assertThat(there(routes)).containsKeys("GET /api/v1/now/live", "GET /metrics");
  }
}
