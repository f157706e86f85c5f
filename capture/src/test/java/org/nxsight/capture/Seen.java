package org.nxsight.capture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nxsight.wire.dns.NameText;

/** What came out of packets: the messages as text, their times, and where every packet went. */
final class Seen implements MessageHandler {
  final PacketCounts counts = new PacketCounts();
  final List<String> messages = new ArrayList<>();
  final List<Long> epochNanos = new ArrayList<>();
  final Map<Integer, Integer> headerRcodes = new TreeMap<>();
  int responses;

  private final DnsPackets packets;

  Seen(int... ports) {
    packets = new DnsPackets(Ports.of(ports), counts, this);
  }

  /** Takes one whole packet. */
  Seen packet(int linkType, byte[] packet) {
    return packet(linkType, packet, packet.length);
  }

  /** Takes a packet that had so many octets on the wire. */
  Seen packet(int linkType, byte[] packet, int originalLength) {
    packets.onPacket(packet, 0, packet.length, originalLength, 0, linkType);
    return this;
  }

  /** Reads a capture to its end. */
  Seen file(byte[] capture) throws IOException {
    try (Source source = CaptureFile.open("test", new ByteArrayInputStream(capture))) {
      return all(source);
    }
  }

  Seen all(Source source) throws IOException {
    Intake intake = new Intake(packets, this, payload -> {});
    while (source.poll(intake)) {
      // all that there is
    }
    return this;
  }

  @Override
  public void onMessage(CapturedMessage captured) {
    var message = captured.message();
    epochNanos.add(captured.epochNanos());
    if (message.isResponse()) {
      responses++;
      headerRcodes.merge(message.headerRcode(), 1, Integer::sum);
    }
    StringBuilder name = new StringBuilder();
    if (message.hasQuestion()) {
      NameText.append(name, message.bytes(), message.qnameOffset(), message.qnameLength());
    }
    messages.add(
        (message.isResponse() ? "response " + message.headerRcode() : "query")
            + " "
            + name
            + (captured.isCutOff() ? " cut off" : ""));
  }

  /** The reasons that occurred, and how often. */
  Map<LeftOut, Long> leftOut() {
    Map<LeftOut, Long> leftOut = new LinkedHashMap<>();
    for (LeftOut reason : LeftOut.values()) {
      if (counts.leftOut(reason) > 0) {
        leftOut.put(reason, counts.leftOut(reason));
      }
    }
    return leftOut;
  }

  /** Whether every packet is in exactly one place. */
  boolean addsUp() {
    long leftOut = leftOut().values().stream().mapToLong(Long::longValue).sum();
    return counts.packets() == counts.dnsPackets() + leftOut
        && counts.cutOff() <= counts.dnsPackets();
  }
}
