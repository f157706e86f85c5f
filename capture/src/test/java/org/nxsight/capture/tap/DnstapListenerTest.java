package org.nxsight.capture.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.capture.DnstapSamples;
import org.nxsight.capture.Frames;
import org.nxsight.capture.LeftOut;
import org.nxsight.wire.dnstap.ControlFrames;
import org.nxsight.wire.dnstap.ControlType;

/** Resolvers that connect, and what they can do wrong, over real sockets. */
class DnstapListenerTest {
  /** A poll waits 100 ms when nothing comes: that makes ten seconds. */
  private static final int MOST_POLLS = 100;

  private static final byte[] START = ControlFrames.ofDnstap(ControlType.START);

  @TempDir private Path directory = Path.of(".");

  private final Frames frames = new Frames();
  private Taps taps = open();

  @BeforeEach
  void isOpen() {
    assertThat(taps.inputOctets()).isZero();
  }

  @AfterEach
  void close() throws IOException {
    taps.close();
  }

  @Test
  void acceptsAndFinishesOverAUnixSocket() throws IOException {
    Path path = directory.resolve("tap.sock");
    taps.listenForDnstap(UnixDomainSocketAddress.of(path));
    try (SocketChannel resolver = connect(UnixDomainSocketAddress.of(path))) {
      send(resolver, ControlFrames.ofDnstap(ControlType.READY));
      assertThat(receive(resolver, 42)).isEqualTo(ControlFrames.ofDnstap(ControlType.ACCEPT));
      send(resolver, DnstapSamples.stream(new byte[] {1, 2}));
      assertThat(receive(resolver, 12)).isEqualTo(ControlFrames.of(ControlType.FINISH));
      assertThat(resolver.read(ByteBuffer.allocate(1))).isEqualTo(-1);
    }
    assertThat(frames.taken).containsExactly("0102");
    assertThat(taps.counters()).containsEntry("dnstap_connections_vanished", 0L);
    taps.close();
    assertThat(path).doesNotExist();
  }

  @Test
  void letsNobodyWaitForAnothersRestOfAFrame() throws IOException {
    SocketAddress address = listenTcp();
    try (SocketChannel slow = connect(address);
        SocketChannel brisk = connect(address)) {
      byte[] frame = DnstapSamples.data(new byte[1000]);
      send(slow, START);
      send(slow, Arrays.copyOf(frame, 900));
      send(brisk, DnstapSamples.stream(new byte[] {1}, new byte[] {2}));
      pollUntil(() -> frames.taken.size() == 2);
      send(slow, Arrays.copyOfRange(frame, 900, frame.length));
      pollUntil(() -> frames.taken.size() == 3);
    }
    assertThat(frames.leftOut).isEmpty();
  }

  @Test
  void countsResolversThatVanishAndTakesThemBack() throws IOException {
    SocketAddress address = listenTcp();
    for (int i = 0; i < 3; i++) {
      try (SocketChannel resolver = connect(address)) {
        send(resolver, START);
        send(resolver, DnstapSamples.data(new byte[] {1}));
        send(resolver, new byte[] {0, 0, 0, 9, 1});
      }
    }
    pollUntil(() -> taps.counters().getOrDefault("dnstap_connections_vanished", 0L) == 3);
    assertThat(frames.taken).containsExactly("01", "01", "01");
    assertThat(frames.leftOut)
        .containsExactly(LeftOut.FRAME_CUT_OFF, LeftOut.FRAME_CUT_OFF, LeftOut.FRAME_CUT_OFF);
  }

  @Test
  void endsWhoeverSpeaksSomethingElse() throws IOException {
    SocketAddress address = listenTcp();
    try (SocketChannel http = connect(address)) {
      send(http, "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      pollUntil(() -> taps.counters().getOrDefault("dnstap_connections_broken", 0L) == 1);
      assertThat(http.read(ByteBuffer.allocate(1))).isEqualTo(-1);
    }
  }

  @Test
  void letsTheOldestThatSaysNothingMakeRoom() throws IOException {
    SocketAddress address = listenTcp();
    SocketChannel[] silent = new SocketChannel[DnstapListener.MOST_CONNECTIONS];
    try {
      for (int i = 0; i < silent.length; i++) {
        silent[i] = connect(address);
        long expected = i + 1L;
        pollUntil(() -> taps.counters().getOrDefault("dnstap_connections", 0L) == expected);
      }
      try (SocketChannel resolver = connect(address)) {
        send(resolver, DnstapSamples.stream(new byte[] {1}));
        pollUntil(() -> frames.taken.size() == 1);
      }
    } finally {
      for (SocketChannel channel : silent) {
        channel.close();
      }
    }
    assertThat(taps.counters()).containsEntry("dnstap_connections_vanished", 1L);
  }

  @Test
  void replacesASocketThatNobodyListensOnAndNoOther() throws IOException {
    Path path = directory.resolve("tap.sock");
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(path);
    try (ServerSocketChannel other = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      other.bind(address);
      assertThatThrownBy(() -> taps.listenForDnstap(address))
          .hasMessage(
              "unix:" + path + ": somebody listens there already; end it or name another path");
    }
    taps.listenForDnstap(address);
    try (SocketChannel resolver = connect(address)) {
      send(resolver, DnstapSamples.stream(new byte[] {1}));
      pollUntil(() -> frames.taken.size() == 1);
    }
    Path file = Files.writeString(directory.resolve("file"), "mine");
    assertThatThrownBy(() -> taps.listenForDnstap(UnixDomainSocketAddress.of(file)))
        .hasMessage("unix:" + file + ": there is a file that is no socket; name another path");
    assertThat(file).hasContent("mine");
  }

  @Test
  void leavesAPipeInItsPlaceAlone() throws Exception {
    Path pipe = directory.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThatThrownBy(() -> taps.listenForDnstap(UnixDomainSocketAddress.of(pipe)))
        .hasMessage("unix:" + pipe + ": there is a file that is no socket; name another path");
    assertThat(pipe).exists();
  }

  @Test
  void endsThoughSomebodyGoesOnSending() throws IOException {
    SocketAddress address = listenTcp();
    try (SocketChannel resolver = connect(address)) {
      send(resolver, DnstapSamples.stream(new byte[] {1}));
      pollUntil(() -> frames.taken.size() == 1);
      send(resolver, DnstapSamples.stream(new byte[] {2}));
      taps.end();
      assertThat(taps.poll(frames.intake())).isFalse();
    }
  }

  private static Taps open() {
    try {
      return Taps.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SocketAddress listenTcp() throws IOException {
    return taps.listenForDnstap(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  private static SocketChannel connect(SocketAddress address) throws IOException {
    return SocketChannel.open(address);
  }

  private static void send(SocketChannel channel, byte[] octets) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(octets);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  private byte[] receive(SocketChannel channel, int octets) throws IOException {
    channel.configureBlocking(false);
    ByteBuffer buffer = ByteBuffer.allocate(octets);
    for (int i = 0; i < MOST_POLLS && buffer.hasRemaining(); i++) {
      taps.poll(frames.intake());
      channel.read(buffer);
    }
    channel.configureBlocking(true);
    return buffer.array();
  }

  private void pollUntil(BooleanSupplier reached) throws IOException {
    for (int i = 0; i < MOST_POLLS && !reached.getAsBoolean(); i++) {
      taps.poll(frames.intake());
    }
    Map<String, Long> counters = taps.counters();
    assertThat(reached.getAsBoolean()).as("%s %s", frames.taken, counters).isTrue();
  }
}
