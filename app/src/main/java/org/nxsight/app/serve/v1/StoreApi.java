package org.nxsight.app.serve.v1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.nxsight.analysis.causes.Knowledge;
import org.nxsight.app.serve.Call;
import org.nxsight.app.serve.Route;
import org.nxsight.store.Dimension;
import org.nxsight.store.overview.Extent;
import org.nxsight.store.overview.Slips;
import org.nxsight.store.overview.Tallies;
import org.nxsight.store.pdns.PdnsDatabase;
import org.nxsight.store.pdns.PdnsLimits;
import org.nxsight.store.tables.StoreTables;
import org.nxsight.store.tables.TablePool;

/** All that {@code /api/v1} answers from a directory that runs write to. */
public final class StoreApi implements AutoCloseable {
  private final TablePool pool;
  private final Questions questions;
  private final Explanations explanations;
  private final LongSupplier nowSeconds;
  private final List<Route> routes = new ArrayList<>();

  /**
   * What it is about.
   *
   * @param data the directory that a run writes to
   * @param version of the program
   * @param live whether a run goes on in this process
   * @param knowledge reads what explanations need, when they first do
   * @param nowSeconds the time of day, in seconds since 1970
   */
  public record Subject(
      Path data,
      String version,
      boolean live,
      Supplier<Knowledge> knowledge,
      LongSupplier nowSeconds) {}

  public StoreApi(Subject subject, PdnsDatabase pdns, PdnsLimits limits) {
    pool = new TablePool(subject.data.resolve("store"), limits.questions());
    questions = new Questions(pool, limits, subject.nowSeconds);
    nowSeconds = subject.nowSeconds;
    explanations = new Explanations(subject.knowledge);
    routes.addAll(new OverviewEndpoints(subject.version, subject.live).routes(questions));
    routes.addAll(TopEndpoints.routes(questions));
    routes.addAll(new NameEndpoints(pdns, explanations).routes(questions));
    routes.addAll(new FindingEndpoints(subject.data, subject.nowSeconds).routes(questions));
    routes.addAll(new ListEndpoints(explanations).routes(questions));
    routes.addAll(new ChannelEndpoints(subject.data, subject.live).routes());
    routes.add(Route.get("/api/v1/openapi.yaml", StoreApi::description));
  }

  /**
   * Has a thread of its own read what the first questions would have to wait for: what is known,
   * and the store's tallies. What fails here is told to who asks.
   */
  public void prepare() {
    Thread.ofPlatform().daemon().name("preparing").start(this::prepareNow);
  }

  private void prepareNow() {
    explanations.prepare(nowSeconds.getAsLong());
    try (TablePool.Lease lease = pool.take(0)) {
      if (lease != null) {
        StoreTables tables = lease.tables();
        Extent extent = Extent.of(tables.snapshot());
        if (!extent.isEmpty()) {
          new Slips(tables, explanations.typos()).brands(extent.range());
          new Tallies(tables).top(Dimension.CAUSE, extent.range(), 1, 0);
        }
      }
    } catch (IOException e) {
      // The store cannot be read, or the server has ended already.
    }
  }

  /** Where it is. */
  public List<Route> routes() {
    return List.copyOf(routes);
  }

  private static void description(Call call) throws IOException {
    try (InputStream in = StoreApi.class.getResourceAsStream("openapi.yaml")) {
      if (in == null) {
        throw new IOException("the build left out openapi.yaml");
      }
      call.send("application/yaml", in.readAllBytes());
    }
  }

  @Override
  public void close() throws IOException {
    questions.close();
    pool.close();
  }
}
