package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.capture.PacketCounts;
import org.nxsight.capture.tap.Taps;
import org.nxsight.exchange.Channel;
import org.nxsight.exchange.ExchangeCounts;
import org.nxsight.wire.dnstap.DnstapRole;

/**
 * unbound, BIND and Knot report by dnstap what they say to an authority, or hear as one, while the
 * authority, or the one who asks, counts the same by itself.
 */
@EnabledIfSystemProperty(named = "nxsight.lab", matches = "true")
class TappedResolversTest {
  private static final String[] KINDS = {"nx", "ref", "ok", "tcp", "sil"};
  private static final int NAMES_OF_A_KIND = 20;

  /** A poll waits 100 ms when nothing comes: that makes a minute. */
  private static final Duration MOST_PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path directory = Path.of(".");

  private final List<Process> servers = new ArrayList<>();
  private Taps taps = open();

  @BeforeEach
  void isOpen() {
    assertThat(taps.inputOctets()).isZero();
  }

  @AfterEach
  void endServers() throws Exception {
    for (Process server : servers) {
      server.destroy();
      server.waitFor(10, TimeUnit.SECONDS);
    }
    taps.close();
  }

  @Test
  void countsWhatTheAuthorityOfThreeResolversCounts() throws Exception {
    Path socket = directory.resolve("tap.sock");
    taps.listenForDnstap(UnixDomainSocketAddress.of(socket));
    InetSocketAddress tcp =
        (InetSocketAddress)
            taps.listenForDnstap(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
    try (TestAuthority authority = new TestAuthority(InetAddress.ofLiteral("127.0.0.2"))) {
      int port = authority.port();
      start("unbound", "-d", "-c", unbound("127.0.0.3", port, "dnstap-socket-path: " + socket));
      start(
          "unbound",
          "-d",
          "-c",
          unbound(
              "127.0.0.4",
              port,
              "dnstap-socket-path: \"\"\n  dnstap-tls: no\n  dnstap-ip: 127.0.0.1@"
                  + tcp.getPort()));
      start("named", "-4", "-g", "-c", named(port, socket));
      Pipeline pipeline = pipeline(Set.of(DnstapRole.RESOLVER, DnstapRole.FORWARDER));
      pollUntil(pipeline, () -> connections() == 3);
      Thread client =
          Thread.ofVirtual().start(() -> ask(port, "127.0.0.3", "127.0.0.4", "127.0.0.1"));
      pollUntil(pipeline, () -> !client.isAlive());
      pollUntil(pipeline, () -> messages(pipeline) == authority.messages());

      Counts counts = finish(pipeline);
      ExchangeCounts exchanges = counts.exchanges();
      assertThat(exchanges.answered()).isEqualTo(authority.saidInAll()).isGreaterThan(200);
      assertThat(exchanges.unanswered())
          .isBetween(1L, authority.heard.get() - authority.saidInAll()); // it is asked on
      assertThat(exchanges.unsolicited()).isZero();
      authority.said.forEach((rcode, count) -> assertThat(exchanges.rcode(rcode)).isEqualTo(count));
      assertThat(exchanges.in(Channel.NXDOMAIN)).isEqualTo(authority.said.get(3));
      assertThat(counts.packets().packets()).isGreaterThan(counts.packets().dnsPackets());
    }
  }

  @Test
  void takesAResolverBackThatWasRestarted() throws Exception {
    Path socket = directory.resolve("tap.sock");
    taps.listenForDnstap(UnixDomainSocketAddress.of(socket));
    Pipeline pipeline = pipeline(Set.of(DnstapRole.RESOLVER));
    try (TestAuthority authority = new TestAuthority(InetAddress.ofLiteral("127.0.0.2"))) {
      String config = unbound("127.0.0.3", authority.port(), "dnstap-socket-path: " + socket);
      for (int lives = 1; lives <= 2; lives++) {
        int life = lives;
        long told = messages(pipeline); // what the last life asked while it ended is in neither
        long heard = authority.messages();
        Process unbound = start("unbound", "-d", "-c", config);
        pollUntil(pipeline, () -> connections() == life);
        Thread client = Thread.ofVirtual().start(() -> ask(authority.port(), "127.0.0.3"));
        pollUntil(pipeline, () -> !client.isAlive());
        pollUntil(pipeline, () -> messages(pipeline) - told == authority.messages() - heard);
        if (life == 1) {
          unbound.destroy(); // it says STOP
        } else {
          unbound.destroyForcibly();
        }
        assertThat(unbound.waitFor(10, TimeUnit.SECONDS)).isTrue();
      }
      pollUntil(
          pipeline, () -> taps.counters().getOrDefault("dnstap_connections_vanished", 0L) == 1);
      assertThat(finish(pipeline).exchanges().answered()).isEqualTo(authority.saidInAll());
    }
  }

  @Test
  void countsWhatIsAskedOfKnot() throws Exception {
    Path socket = directory.resolve("tap.sock");
    taps.listenForDnstap(UnixDomainSocketAddress.of(socket));
    Pipeline pipeline = pipeline(Set.of(DnstapRole.AUTH));
    int port = freePort("127.0.0.5");
    start("knotd", "-c", knot("127.0.0.5", port, socket));
    Thread client = Thread.ofVirtual().start(() -> ask(port, "127.0.0.5"));
    pollUntil(pipeline, () -> !client.isAlive());
    long asked = 1 + 4L * NAMES_OF_A_KIND + 2; // one name until it answers
    pollUntil(pipeline, () -> messages(pipeline) == 2 * asked);

    ExchangeCounts exchanges = finish(pipeline).exchanges();
    assertThat(exchanges.answered()).isEqualTo(asked);
    assertThat(exchanges.rcode(3)).isEqualTo(exchanges.answered());
  }

  private static Taps open() {
    try {
      return Taps.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Pipeline pipeline(Set<DnstapRole> roles) throws Exception {
    RunPlan plan = Plans.into(directory.resolve("out"), roles);
    Pipeline pipeline = new Pipeline(plan, OutputDirectory.open(plan.output()), true);
    pipeline.start();
    return pipeline;
  }

  private static Counts finish(Pipeline pipeline) throws IOException {
    pipeline.finish();
    Counts counts = pipeline.counts();
    PacketCounts packets = counts.packets();
    ExchangeCounts exchanges = counts.exchanges();
    assertThat(packets.dnsMessages())
        .isEqualTo(
            2 * exchanges.answered()
                + exchanges.unanswered()
                + exchanges.unsolicited()
                + exchanges.repeatedQueries()
                + exchanges.duplicateResponses());
    return counts;
  }

  private static long messages(Pipeline pipeline) {
    return pipeline.counts().packets().dnsMessages();
  }

  private long connections() {
    return taps.counters().getOrDefault("dnstap_connections", 0L);
  }

  private void pollUntil(Pipeline pipeline, BooleanSupplier reached) throws IOException {
    long deadline = System.nanoTime() + MOST_PATIENCE.toNanos();
    while (!reached.getAsBoolean() && System.nanoTime() < deadline) {
      pipeline.poll(taps);
    }
    assertThat(reached.getAsBoolean())
        .as("%s, %d messages", taps.counters(), messages(pipeline))
        .isTrue();
  }

  /** Asks each resolver for every name, and waits for its answers; silence takes a second. */
  private static void ask(int port, String... resolvers) {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout(1000);
      for (String resolver : resolvers) {
        InetSocketAddress address = new InetSocketAddress(resolver, port);
        untilItAnswers(socket, address);
        for (String kind : KINDS) {
          for (int i = 0; i < (kind.equals("sil") ? 2 : NAMES_OF_A_KIND); i++) {
            ask(socket, address, kind + i);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void untilItAnswers(DatagramSocket socket, InetSocketAddress address)
      throws IOException {
    for (int i = 0; i < 30 && !ask(socket, address, "ready" + i); i++) {}
  }

  private static boolean ask(DatagramSocket socket, InetSocketAddress address, String label)
      throws IOException {
    ByteBuffer query = ByteBuffer.allocate(64);
    query.putShort((short) label.hashCode()).putShort((short) 0x0100).putShort((short) 1);
    query.put(new byte[6]).put((byte) label.length());
    query.put(label.getBytes(StandardCharsets.US_ASCII));
    query.put(new byte[] {4, 't', 'e', 's', 't', 0, 0, 1, 0, 1});
    socket.send(new DatagramPacket(query.array(), query.position(), address));
    DatagramPacket response = new DatagramPacket(new byte[4096], 4096);
    try {
      do {
        socket.receive(response);
      } while (response.getData()[0] != query.get(0) || response.getData()[1] != query.get(1));
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  private static int freePort(String address) throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.ofLiteral(address))) {
      return socket.getLocalPort();
    }
  }

  private Process start(String... command) throws IOException {
    Process server =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("server" + servers.size() + ".log").toFile())
            .start();
    servers.add(server);
    return server;
  }

  private String unbound(String address, int port, String dnstap) throws IOException {
    String config =
        """
        server:
          interface: %1$s@%2$d
          do-ip6: no
          username: ""
          chroot: ""
          directory: "%3$s"
          pidfile: ""
          use-syslog: no
          num-threads: 1
          module-config: iterator
          do-not-query-localhost: no
          use-caps-for-id: yes
          local-zone: "test." nodefault
        remote-control:
          control-enable: no
        stub-zone:
          name: "test."
          stub-addr: 127.0.0.2@%2$d
        dnstap:
          dnstap-enable: yes
          %4$s
          dnstap-log-resolver-query-messages: yes
          dnstap-log-resolver-response-messages: yes
          dnstap-log-client-query-messages: yes
          dnstap-log-client-response-messages: yes
        """
            .formatted(address, port, directory, dnstap);
    return Files.writeString(directory.resolve(address + ".conf"), config).toString();
  }

  /** Its port is that of the authorities it asks, too. */
  private String named(int port, Path socket) throws IOException {
    Path hints =
        Files.writeString(
            directory.resolve("hints"),
            ". 3600 IN NS root.test.\nroot.test. 3600 IN A 127.0.0.2\n");
    String config =
        """
        options {
          directory "%2$s"; port %1$d; listen-on port %1$d { 127.0.0.1; };
          listen-on-v6 { none; }; pid-file none; session-keyfile none; lock-file none;
          recursion yes; allow-recursion { any; }; dnssec-validation no; empty-zones-enable no;
          qname-minimization off;
          dnstap { client; resolver; }; dnstap-output unix "%3$s"; dnstap-identity "bind";
        };
        controls { };
        zone "." { type hint; file "%4$s"; };
        zone "test" { type static-stub; server-addresses { 127.0.0.2; }; };
        """
            .formatted(port, directory, socket, hints);
    return Files.writeString(directory.resolve("named.conf"), config).toString();
  }

  private String knot(String address, int port, Path socket) throws IOException {
    Files.writeString(
        directory.resolve("test.zone"),
        "test. 60 IN SOA ns.test. host.test. 1 60 60 60 60\ntest. 60 IN NS ns.test.\n");
    String config =
        """
        server:
            rundir: "%3$s"
            listen: [ %1$s@%2$d ]
        log:
          - target: stderr
            any: warning
        database:
            storage: "%3$s"
        mod-dnstap:
          - id: tap
            sink: unix:%4$s
            log-queries: on
            log-responses: on
        template:
          - id: default
            storage: "%3$s"
            file: "%%s.zone"
            zonefile-sync: -1
            journal-content: none
            global-module: mod-dnstap/tap
        zone:
          - domain: test
        """
            .formatted(address, port, directory, socket);
    return Files.writeString(directory.resolve("knot.conf"), config).toString();
  }
}
