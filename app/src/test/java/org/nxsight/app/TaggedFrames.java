package org.nxsight.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Ethernet frames with DNS messages, each of its own id, and a capture of them. */
final class TaggedFrames {
  private static final String LINK = "020000000001" + "020000000002";
  private static final String NAME_AND_TYPE = "0161" + "00" + "00010001";

  private final List<byte[]> frames = new ArrayList<>();

  /** A query and its response, whose server listens on {@code port}, behind these VLAN tags. */
  TaggedFrames exchange(String tags, int port) {
    String header = LINK + tags + "0800";
    String id = "%04x".formatted(frames.size() + 1);
    frame(header + datagram("0a000001", "0a000002", 4000, port, id + "0000000100000000"));
    frame(header + datagram("0a000002", "0a000001", port, 4000, id + "8003000100000000"));
    return this;
  }

  /** Any frame, in hexadecimal. */
  TaggedFrames frame(String hexadecimal) {
    frames.add(HexFormat.of().parseHex(hexadecimal));
    return this;
  }

  private static String datagram(
      String source, String destination, int sourcePort, int destinationPort, String header) {
    String message = header + "0000" + NAME_AND_TYPE;
    int octets = 8 + message.length() / 2;
    return "4500%04x0001000040110000".formatted(20 + octets)
        + source
        + destination
        + "%04x%04x%04x0000".formatted(sourcePort, destinationPort, octets)
        + message;
  }

  /** The octets of all frames. */
  int octets() {
    return frames.stream().mapToInt(frame -> frame.length).sum();
  }

  /** Writes a pcap capture, a frame a millisecond. */
  Path write(Path file) throws IOException {
    ByteBuffer capture = ByteBuffer.allocate(24 + 16 * frames.size() + octets());
    capture.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4);
    capture.putLong(0).putInt(65_535).putInt(1);
    for (int i = 0; i < frames.size(); i++) {
      byte[] frame = frames.get(i);
      capture.putInt(1_795_500_000).putInt(1000 * i).putInt(frame.length).putInt(frame.length);
      capture.put(frame);
    }
    return Files.write(file, capture.array());
  }
}
