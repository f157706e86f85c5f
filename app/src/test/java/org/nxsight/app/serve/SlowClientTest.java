package org.nxsight.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that keep a server waiting. */
@Timeout(60)
class SlowClientTest {
  private static final Duration SHORT = Duration.ofMillis(400);
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final String WHOLE = "GET /here HTTP/1.1\r\nHost: localhost\r\n\r\n";

  private static ApiServer server(Connections.Patience patience, @Nullable SSLContext tls) {
    return server(patience, tls, call -> call.send("text/plain", "here"));
  }

  private static ApiServer server(
      Connections.Patience patience, @Nullable SSLContext tls, Endpoint endpoint) {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    return new ApiServer(
        new ServerPlan(any, ApiKeys.none(), tls, false),
        List.of(
            Route.get("/here", endpoint),
            Route.post("/here", call -> call.send("text/plain", body(call)))),
        patience);
  }

  private static byte[] body(Call call) throws IOException {
    return call.request().content().inputStream().readAllBytes();
  }

  private static Socket connect(ApiServer server, String begin) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.getOutputStream().write(begin.getBytes(StandardCharsets.ISO_8859_1));
    return socket;
  }

  private static String whole(ApiServer server) throws IOException {
    try (Socket socket = connect(server, WHOLE)) {
      return status(socket);
    }
  }

  private static String status(Socket socket) throws IOException {
    return new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
  }

  /** Whether the server has closed a connection, whatever it sent before. */
  private static boolean isCut(Socket socket) {
    try {
      socket.getInputStream().readAllBytes();
      return true;
    } catch (IOException e) {
      return !(e instanceof SocketTimeoutException);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GET /he",
        "GET /here HTTP/1.1\r\nHost: loc",
        "GET /here HTTP/1.1\r\nHost: localhost\r\n",
        "POST /here HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\nabc",
        "POST /here HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nabc"
      })
  void cutsOffWhoSendsHalfARequestAndAnswersOthersMeanwhile(String half) throws Exception {
    try (ApiServer server = server(new Connections.Patience(SHORT, LONG, 50), null);
        Socket socket = connect(server, half)) {
      assertThat(whole(server)).isEqualTo("HTTP/1.1 200");
      assertThat(isCut(socket)).isTrue();
      assertThat(server.cutConnections()).containsEntry("slow", 1L);
      assertThat(whole(server)).isEqualTo("HTTP/1.1 200");
    }
  }

  @Test
  void cutsOffWhoSendsARequestOctetByOctet() throws Exception {
    try (ApiServer server = server(new Connections.Patience(SHORT, LONG, 50), null);
        Socket socket = connect(server, "GET /here HTTP/1.1\r\nX: ")) {
      socket.setSoTimeout(20);
      int sent = 0;
      while (sent < 2_000 && goesOn(socket)) {
        sent++;
      }
      assertThat(sent).isBetween(1, 1_000);
      assertThat(server.cutConnections()).containsEntry("slow", 1L);
    }
  }

  /** Sends one more octet, and waits for a moment whether the server closes. */
  private static boolean goesOn(Socket socket) {
    try {
      OutputStream out = socket.getOutputStream();
      out.write('a');
      return socket.getInputStream().read() >= 0;
    } catch (SocketTimeoutException stillOpen) {
      return true;
    } catch (IOException cut) {
      return false;
    }
  }

  @Test
  void cutsOffWhoAsksNothingMore() throws Exception {
    try (ApiServer server = server(new Connections.Patience(LONG, SHORT, 50), null);
        Socket socket = connect(server, WHOLE)) {
      assertThat(status(socket)).isEqualTo("HTTP/1.1 200");
      assertThat(isCut(socket)).isTrue();
      assertThat(server.cutConnections()).containsEntry("idle", 1L);
    }
  }

  @Test
  void cutsOffWhoDoesNotAgreeOnEncryption() throws Exception {
    try (ApiServer server = server(new Connections.Patience(SHORT, LONG, 50), withoutIdentity());
        Socket socket = connect(server, "")) {
      assertThat(isCut(socket)).isTrue();
      assertThat(server.cutConnections()).containsEntry("slow", 1L);
    }
  }

  private static SSLContext withoutIdentity() throws NoSuchAlgorithmException {
    return SSLContext.getDefault();
  }

  @Test
  void letsAnAnswerTakeItsTime() throws Exception {
    CountDownLatch cut = new CountDownLatch(1);
    Endpoint slow =
        call -> {
          try {
            cut.await(1, TimeUnit.MINUTES);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          call.send("text/plain", "here");
        };
    try (ApiServer server = server(new Connections.Patience(SHORT, LONG, 50), null, slow);
        Socket waiting = connect(server, WHOLE);
        Socket silent = connect(server, "")) {
      assertThat(isCut(silent)).isTrue(); // it came later, and its time is up
      cut.countDown();
      assertThat(status(waiting)).isEqualTo("HTTP/1.1 200");
    }
  }

  @Test
  void makesRoomForOthersInAFloodOfHalfRequests() throws Exception {
    List<Socket> flood = new ArrayList<>();
    try (ApiServer server = server(new Connections.Patience(LONG, LONG, 50), null)) {
      for (int i = 0; i < 500; i++) {
        flood.add(connect(server, "GET /he"));
        if (i % 50 == 0) {
          assertThat(whole(server)).isEqualTo("HTTP/1.1 200");
        }
      }
      assertThat(whole(server)).isEqualTo("HTTP/1.1 200");
      assertThat(server.connections()).isLessThanOrEqualTo(50);
      assertThat(server.cutConnections().get("full")).isGreaterThan(440L);
    } finally {
      for (Socket each : flood) {
        each.close();
      }
    }
  }
}
