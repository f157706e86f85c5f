package org.nxsight.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nxsight.wire.dns.DnsMessageView;
import org.nxsight.wire.dns.NameText;
import org.nxsight.wire.ip.DatagramView;
import org.nxsight.wire.nmsg.PayloadView;

/** Feeds packets to {@link DnsPackets} and keeps what comes out. */
final class Recorder implements MessageHandler {
  static final int RAW = 101;

  /** One message with copies of all that belongs to it. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
  record Message(
      long epochNanos,
      byte[] datagram,
      byte[] dns,
      List<byte[]> fragments,
      String qname,
      boolean cutOff) {
    boolean isResponse() {
      return dns[2] < 0;
    }

    int headerRcode() {
      return dns[3] & 0x0f;
    }

    @Override
    public String toString() {
      return (isResponse() ? "response " + headerRcode() : "query")
          + " "
          + qname
          + (cutOff ? " cut off" : "");
    }

    boolean isTcp() {
      return datagram[datagram[0] >> 4 == 6 ? 6 : 9] == DatagramView.TCP;
    }
  }

  private static final PayloadHandler NO_PAYLOADS =
      new PayloadHandler() {
        @Override
        public void onPayload(PayloadView payload) {
          // published observations are no packets
        }

        @Override
        public void onLeftOut(LeftOut reason, long octets) {
          // nor are these
        }
      };

  final PacketCounts counts = new PacketCounts();
  final DnsPackets packets;
  final List<Message> messages = new ArrayList<>();
  final List<Unreachable> unreachable = new ArrayList<>();
  boolean quotedQuestion;

  /** Of DNS on port 53. */
  Recorder() {
    this(53);
  }

  Recorder(int... ports) {
    packets = new DnsPackets(Ports.of(ports), counts, this);
  }

  /** What comes out of a whole capture. */
  static Recorder of(Path capture, int... ports) throws IOException {
    Recorder recorder = ports.length == 0 ? new Recorder() : new Recorder(ports);
    try (Source source = CaptureFile.open(capture)) {
      return recorder.all(source);
    }
  }

  /** Reads a capture file to its end; its name is test. */
  Recorder file(byte[] capture) throws IOException {
    try (Source source = CaptureFile.open("test", new ByteArrayInputStream(capture))) {
      return all(source);
    }
  }

  /** Reads a source to its end, and ends the capture however that comes about. */
  Recorder all(Source source) throws IOException {
    Intake intake = new Intake(packets, new DnstapMessages(Set.of(), counts, this), NO_PAYLOADS);
    try {
      while (source.poll(intake)) {
        assertThat(source.inputOctets()).isPositive();
      }
    } finally {
      finish();
    }
    return this;
  }

  void packet(long epochNanos, byte[] datagram) {
    packets.onPacket(datagram, 0, datagram.length, datagram.length, epochNanos, RAW);
  }

  /** A capture of one packet that had so many octets on the wire. */
  Recorder only(int linkType, byte[] packet, int originalLength) {
    packets.onPacket(packet, 0, packet.length, originalLength, 0, linkType);
    finish();
    return this;
  }

  /** A capture of one whole packet. */
  Recorder only(int linkType, byte[] packet) {
    return only(linkType, packet, packet.length);
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

  /** Each message as text: query or response with its rcode, qname, whether it was cut off. */
  List<String> texts() {
    return messages.stream().map(Message::toString).toList();
  }

  List<Long> times() {
    return messages.stream().map(Message::epochNanos).toList();
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
            fragments,
            qname(captured.message()),
            captured.isCutOff()));
  }

  private static String qname(DnsMessageView message) {
    StringBuilder name = new StringBuilder();
    if (message.hasQuestion()) {
      NameText.append(name, message.bytes(), message.qnameOffset(), message.qnameLength());
    }
    return name.toString();
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
