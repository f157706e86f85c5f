package org.nxsight.capture.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nxsight.capture.Frames;
import org.nxsight.capture.Intake;
import org.nxsight.capture.LeftOut;
import org.nxsight.capture.PayloadHandler;
import org.nxsight.wire.nmsg.ContainerFragments;
import org.nxsight.wire.nmsg.ContainerWriter;
import org.nxsight.wire.nmsg.PayloadView;

/** Containers that come by UDP, over real sockets. */
class NmsgSocketTest {
  private static final int MOST_POLLS = 100;

  private final List<Integer> lengths = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final ContainerWriter writer = new ContainerWriter(1 << 16);

  private final PayloadHandler payloads =
      new PayloadHandler() {
        @Override
        public void onPayload(PayloadView payload) {
          lengths.add(payload.length());
        }

        @Override
        public void onLeftOut(LeftOut reason, long octets) {
          leftOut.add(reason);
        }
      };

  @Test
  void takesContainersAndFragmentsCountsLossesAndPassesOverWrongOnes() throws IOException {
    writer.setSequence(7);
    try (Taps taps = Taps.open();
        DatagramSocket sender = new DatagramSocket()) {
      SocketAddress address =
          taps.listenForNmsg(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      send(sender, address, container(10));
      container(11); // the lost one
      byte[] large = container(5000);
      ContainerFragments fragments = new ContainerFragments(1400);
      fragments.wrap(large, 0, large.length, 3);
      for (int i = fragments.count() - 1; i >= 0; i--) {
        byte[] fragment = new byte[1400];
        send(sender, address, Arrays.copyOf(fragment, fragments.write(i, fragment, 0)));
      }
      send(sender, address, new byte[] {1, 2, 3});
      send(sender, address, damaged(container(13)));
      send(sender, address, container(14));
      pollUntil(taps, 3);

      assertThat(lengths).containsExactly(10, 5000, 14);
      assertThat(leftOut).containsExactly(LeftOut.NMSG_MALFORMED_CONTAINER, LeftOut.NMSG_WRONG_CRC);
      assertThat(taps.counters()).containsEntry("nmsg_containers_lost", 1L);
    }
  }

  @Test
  void joinsAMulticastGroup() throws IOException {
    try (Taps taps = Taps.open();
        DatagramSocket sender = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      InetSocketAddress any = (InetSocketAddress) taps.listenForNmsg(group(0));
      send(sender, group(any.getPort()), container(10));
      pollUntil(taps, 1);
      assertThat(lengths).containsExactly(10);
    }
  }

  private static InetSocketAddress group(int port) {
    return new InetSocketAddress("239.255.83.78", port);
  }

  private void pollUntil(Taps taps, int count) throws IOException {
    Intake others = new Frames().intake();
    Intake intake = new Intake(others.packets(), others.frames(), payloads);
    for (int i = 0; i < MOST_POLLS && lengths.size() < count; i++) {
      taps.poll(intake);
    }
  }

  /** The payload stands in front of its CRC and the sequence: some octet of it is changed. */
  private static byte[] damaged(byte[] container) {
    container[30] ^= 1;
    return container;
  }

  private byte[] container(int octets) {
    int at = writer.open(2, 6, 1_700_000_000_000_000_000L, 0, octets);
    Arrays.fill(writer.buffer(), at, at + octets, (byte) 'a');
    writer.close();
    int length = writer.finish();
    byte[] container = Arrays.copyOfRange(writer.buffer(), writer.start(), writer.start() + length);
    writer.reset();
    return container;
  }

  private static void send(DatagramSocket sender, SocketAddress to, byte[] octets)
      throws IOException {
    sender.send(new DatagramPacket(octets, octets.length, to));
  }
}
