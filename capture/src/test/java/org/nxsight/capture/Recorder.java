package org.nxsight.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Feeds packets of link type RAW to {@link DnsPackets} and keeps what comes out. */
final class Recorder implements MessageHandler {
  private static final int RAW = 101;

  /** One message with copies of all that belongs to it. */
  record Message(long epochNanos, byte[] datagram, byte[] dns, List<byte[]> fragments) {}

  final PacketCounts counts = new PacketCounts();
  final DnsPackets packets = new DnsPackets(Ports.of(53), counts, this);
  final List<Message> messages = new ArrayList<>();

  void packet(long epochNanos, byte[] datagram) {
    packets.onPacket(datagram, 0, datagram.length, datagram.length, epochNanos, RAW);
  }

  /** Ends the capture, and holds it to the identity of accounting. */
  void finish() {
    packets.finish();
    long leftOut = leftOut().values().stream().mapToLong(Long::longValue).sum();
    assertThat(counts.dnsPackets() + leftOut).isEqualTo(counts.packets());
    assertThat(counts.dnsMessages()).isEqualTo(messages.size());
  }

  Map<LeftOut, Long> leftOut() {
    Map<LeftOut, Long> leftOut = new EnumMap<>(LeftOut.class);
    for (LeftOut reason : LeftOut.values()) {
      if (counts.leftOut(reason) > 0) {
        leftOut.put(reason, counts.leftOut(reason));
      }
    }
    return leftOut;
  }

  List<byte[]> dns() {
    return messages.stream().map(Message::dns).toList();
  }

  @Override
  public void onMessage(CapturedMessage captured) {
    List<byte[]> fragments = new ArrayList<>();
    FragmentList list = captured.fragments();
    for (int i = 0; i < list.count(); i++) {
      fragments.add(copy(list.bytes(), list.offset(i), list.length(i)));
    }
    messages.add(
        new Message(
            captured.epochNanos(),
            copy(
                captured.datagram().bytes(),
                captured.datagram().offset(),
                captured.datagram().length()),
            copy(
                captured.message().bytes(),
                captured.message().offset(),
                captured.message().length()),
            fragments));
  }

  private static byte[] copy(byte[] bytes, int offset, int length) {
    return Arrays.copyOfRange(bytes, offset, offset + length);
  }
}
