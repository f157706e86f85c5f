package org.nxsight.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.nxsight.wire.ip.DatagramView;

/** Feeds packets of link type RAW to {@link DnsPackets} and keeps what comes out. */
final class Recorder implements MessageHandler {
  private static final int RAW = 101;

  /** One message with copies of all that belongs to it. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
  record Message(long epochNanos, byte[] datagram, byte[] dns, List<byte[]> fragments) {
    boolean isResponse() {
      return dns[2] < 0;
    }

    boolean isTcp() {
      return datagram[datagram[0] >> 4 == 6 ? 6 : 9] == DatagramView.TCP;
    }
  }

  final PacketCounts counts = new PacketCounts();
  final DnsPackets packets = new DnsPackets(Ports.of(53), counts, this);
  final List<Message> messages = new ArrayList<>();
  final List<Unreachable> unreachable = new ArrayList<>();
  boolean quotedQuestion;

  /** What comes out of a whole capture. */
  static Recorder of(Path capture) throws IOException {
    Recorder recorder = new Recorder();
    try (Source source = CaptureFile.open(capture)) {
      Intake intake = Intake.ofPackets(recorder.packets);
      while (source.poll(intake)) {
        assertThat(source.inputOctets()).isPositive();
      }
    }
    recorder.finish();
    return recorder;
  }

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

  @Override
  public boolean onUnreachable(CapturedMessage quoted, Unreachable reason) {
    unreachable.add(reason);
    quotedQuestion = quoted.message().hasQuestion();
    return true;
  }

  private static byte[] copy(byte[] bytes, int offset, int length) {
    return Arrays.copyOfRange(bytes, offset, offset + length);
  }
}
