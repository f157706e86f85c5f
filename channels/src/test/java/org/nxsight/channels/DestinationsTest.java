package org.nxsight.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.wire.nmsg.ContainerReader;
import org.nxsight.wire.nmsg.ContainerState;
import org.nxsight.wire.nmsg.Dnsnx;
import org.nxsight.wire.nmsg.FragmentAssembler;

class DestinationsTest {
  private static final long HOUR_SECONDS = 3600;

  /** 2026-11-24 04:59:59 UTC, the last second of its hour. */
  private static final long LATE_NANOS = 1_795_496_399_000_000_000L;

  private static final long NEXT_HOUR_NANOS = LATE_NANOS + 1_000_000_000L;

  @TempDir private Path directory = Path.of(".");

  @Test
  void beginsAFileForEachIntervalOfRecordTime() throws IOException {
    try (Destination files = files()) {
      files.put(LATE_NANOS, name("a"));
      files.put(NEXT_HOUR_NANOS, name("b"));
      files.put(LATE_NANOS, name("late"));
    }
    assertThat(entries())
        .containsExactly(
            "ch221.20261124.0400.1795492800.000000000.nmsg",
            "ch221.20261124.0500.1795496400.000000000.nmsg");
    assertThat(payloads(entries().getFirst())).isEqualTo(1);
    assertThat(payloads(entries().getLast())).isEqualTo(2);
  }

  @Test
  void neverTakesTheNameOfAnEarlierFile() throws IOException {
    for (int run = 0; run < 3; run++) {
      try (Destination files = files()) {
        files.put(LATE_NANOS, name("a"));
      }
    }
    assertThat(entries())
        .containsExactly(
            "ch221.20261124.0400.1795492800.000000000.nmsg",
            "ch221.20261124.0400.1795492800.000000001.nmsg",
            "ch221.20261124.0400.1795492800.000000002.nmsg");
  }

  @Test
  void makesNoFileForNoRecords() throws IOException {
    files().close();
    assertThat(directory.resolve("ch221")).doesNotExist();
  }

  @Test
  void clearsWhatAKilledRunLeft() throws IOException {
    Files.createDirectories(directory.resolve("ch221"));
    Files.writeString(directory.resolve("ch221/.ch221.20261124.0400.1.000000000.nmsg.part"), "NM");
    Files.writeString(directory.resolve("ch221/ch221.20261124.0400.1.000000000.nmsg"), "whole");
    assertThat(Destinations.clearUnfinished(directory, "ch221")).isEqualTo(1);
    assertThat(entries()).containsExactly("ch221.20261124.0400.1.000000000.nmsg");
  }

  @Test
  void numbersWhatItSendsAndCutsWhatIsTooLong() throws IOException {
    try (DatagramChannel receiver = DatagramChannel.open()) {
      receiver.setOption(StandardSocketOptions.SO_RCVBUF, 1 << 20);
      receiver.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      receiver.configureBlocking(false);
      try (Destination udp = Destinations.udp((InetSocketAddress) receiver.getLocalAddress(), 42)) {
        for (int i = 0; i < 1000; i++) {
          udp.put(LATE_NANOS + i, name("n" + i));
        }
        Dnsnx huge = name("huge");
        huge.responseIp.set(new byte[20_000], 0, 20_000);
        udp.put(LATE_NANOS, huge);
      }
      ContainerReader reader = new ContainerReader(new FragmentAssembler());
      List<Integer> sequence = new ArrayList<>();
      int payloads = 0;
      ByteBuffer datagram = ByteBuffer.allocate(65_536);
      while (receiver.receive(datagram) != null) {
        assertThat(datagram.position()).isLessThanOrEqualTo(8192);
        ContainerState state = reader.open(datagram.array(), 0, datagram.position());
        if (state == ContainerState.READABLE) {
          assertThat(reader.sequenceId()).isEqualTo(42);
          sequence.add(reader.sequence());
          payloads += reader.payloads();
        } else {
          assertThat(state).isEqualTo(ContainerState.FRAGMENT_HELD);
        }
        datagram.clear();
      }
      assertThat(payloads).isEqualTo(1001);
      assertThat(sequence).isEqualTo(Stream.iterate(0, i -> i + 1).limit(sequence.size()).toList());
    }
  }

  private Destination files() {
    return Destinations.files(directory, "ch221", ChannelForm.NMSG, HOUR_SECONDS);
  }

  private List<String> entries() throws IOException {
    try (Stream<Path> entries = Files.list(directory.resolve("ch221"))) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  private int payloads(String file) throws IOException {
    byte[] bytes = Files.readAllBytes(directory.resolve("ch221").resolve(file));
    ContainerReader reader = new ContainerReader(new FragmentAssembler());
    assertThat(reader.open(bytes, 0, bytes.length)).isEqualTo(ContainerState.READABLE);
    return reader.payloads();
  }

  private static Dnsnx name(String label) {
    byte[] qname = new byte[label.length() + 2];
    qname[0] = (byte) label.length();
    for (int i = 0; i < label.length(); i++) {
      qname[1 + i] = (byte) label.charAt(i);
    }
    Dnsnx dnsnx = new Dnsnx();
    dnsnx.qname.set(qname, 0, qname.length);
    dnsnx.qtype = 1;
    dnsnx.qclass = 1;
    dnsnx.responseIp.set(new byte[] {(byte) 192, 0, 2, 1}, 0, 4);
    return dnsnx;
  }
}
