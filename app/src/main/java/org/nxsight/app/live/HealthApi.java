package org.nxsight.app.live;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.nxsight.app.serve.Call;
import org.nxsight.app.serve.Route;
import org.nxsight.app.serve.Scope;

/** How those who look after processes ask: metrics, whether it lives, whether it can work. */
public final class HealthApi {
  private static final String TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8";

  private final Metrics metrics;
  private final BooleanSupplier ready;

  /**
   * @param ready whether questions are answered and traffic is taken
   */
  public HealthApi(Metrics metrics, BooleanSupplier ready) {
    this.metrics = metrics;
    this.ready = ready;
  }

  /** What is where. */
  public List<Route> routes() {
    return List.of(
        Route.get("/metrics", this::metrics),
        Route.get("/health", HealthApi::health).withScope(Scope.OPEN),
        Route.get("/ready", this::ready).withScope(Scope.OPEN));
  }

  private void metrics(Call call) throws IOException {
    call.response().header(HeaderNames.CACHE_CONTROL, "no-store");
    call.send(TEXT_FORMAT, metrics.text());
  }

  private static void health(Call call) {
    call.send("application/json", "{\"status\":\"up\"}\n");
  }

  private void ready(Call call) {
    if (ready.getAsBoolean()) {
      call.send("application/json", "{\"status\":\"ready\"}\n");
    } else {
      call.refuse(
          Status.SERVICE_UNAVAILABLE_503, "the store cannot be read, or the run has failed");
    }
  }
}
