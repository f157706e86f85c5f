package org.nxsight.app.serve.v1;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.app.serve.ApiKeys;
import org.nxsight.app.serve.ApiServer;
import org.nxsight.app.serve.Route;
import org.nxsight.app.serve.ServerPlan;
import org.nxsight.store.pdns.PdnsLimits;
import org.nxsight.store.tables.TablePool;

@Timeout(120)
class QuestionsTest {
  /** 10^13 rows: minutes and hours. */
  private static final String ENDLESS =
      "SELECT sum(hash(a.range + b.range)) FROM range(10000000) a, range(1000000) b";

  @TempDir private Path store = Path.of(".");

  private static Reply count(Asking asking, String sql) throws IOException {
    try (PreparedStatement statement = asking.tables().prepare(sql);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return Reply.json(Map.of("count", rows.getLong(1)));
    } catch (SQLException e) {
      throw asking.tables().failure(e);
    }
  }

  @Test
  void stopsAQuestionWhoseTimeIsUpSoThatTheNextOneIsAnswered() throws Exception {
    PdnsLimits oneAtATime = new PdnsLimits(1, 1, 64L << 20, Duration.ofSeconds(2));
    try (TablePool pool = new TablePool(store, 1);
        Questions questions = new Questions(pool, oneAtATime, () -> 0);
        ApiServer server =
            new ApiServer(
                ServerPlan.plain(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), ApiKeys.none()),
                List.of(
                    Route.get("/endless", questions.untagged(asking -> count(asking, ENDLESS))),
                    Route.get("/one", questions.untagged(asking -> count(asking, "SELECT 1")))));
        HttpClient client = HttpClient.newHttpClient()) {
      for (int round = 0; round < 2; round++) {
        HttpResponse<String> endless = get(client, server, "/endless");
        assertThat(endless.statusCode()).isEqualTo(503);
        assertThat(endless.body()).contains("longer than the 2 seconds");
        assertThat(get(client, server, "/one").body()).isEqualTo("{\"count\":1}\n");
      }
    }
  }

  private static HttpResponse<String> get(HttpClient client, ApiServer server, String path)
      throws Exception {
    URI place = URI.create("http://127.0.0.1:" + server.port() + path);
    return client.send(HttpRequest.newBuilder(place).build(), HttpResponse.BodyHandlers.ofString());
  }
}
