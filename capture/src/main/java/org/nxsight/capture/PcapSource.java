package org.nxsight.capture;

import java.io.IOException;
import java.io.InputStream;
import org.nxsight.wire.pcap.PcapHeader;

/**
 * The packets of one pcap capture, read in large blocks: a packet is looked at where it was read
 * to, and only what a block's end cuts in two is moved.
 */
final class PcapSource extends FileSource {
  /** A block: large enough that a read costs little, small enough to stay in the cache. */
  private static final int BLOCK_OCTETS = 512 << 10;

  /** The longest packet, which is also the snap length that libpcap allows at most. */
  static final int MAX_PACKET_OCTETS = 256 << 10;

  private final PcapHeader header;
  private final byte[] block = new byte[BLOCK_OCTETS];
  private int limit;
  private long packets;

  /**
   * @param name what the input is called in messages
   * @param in the capture, decompressed, from its first octet
   * @param inputOctets counts what was taken from the input itself
   */
  PcapSource(String name, InputStream in, OctetCounter inputOctets) throws IOException {
    super(name, in, inputOctets, "packets");
    limit = in.readNBytes(block, 0, PcapHeader.OCTETS);
    PcapHeader read = limit < PcapHeader.OCTETS ? null : PcapHeader.read(block, 0);
    if (read == null) {
      throw refused("ends inside the header of a pcap capture");
    }
    header = read;
    limit = 0;
  }

  @Override
  public boolean poll(Intake intake) throws IOException {
    PacketHandler handler = intake.packets();
    int count = read(in -> in.read(block, limit, block.length - limit));
    if (count < 0) {
      if (limit > 0) {
        throw brokenOff("ends inside packet " + grouped(packets + 1));
      }
      return false;
    }
    limit += count;
    int at = 0;
    while (limit - at >= header.recordHeaderOctets()) {
      int captured = header.capturedOctets(block, at);
      if (captured < 0 || captured > MAX_PACKET_OCTETS) {
        throw brokenOff("packet " + grouped(packets + 1) + " claims an impossible length");
      }
      int packet = at + header.recordHeaderOctets();
      if (limit - packet < captured) {
        break;
      }
      int original = Math.max(captured, header.originalOctets(block, at));
      packets++;
      handler.onPacket(
          block, packet, captured, original, header.epochNanos(block, at), header.linkType());
      at = packet + captured;
    }
    System.arraycopy(block, at, block, 0, limit - at);
    limit -= at;
    return true;
  }

  @Override
  long kept() {
    return packets;
  }
}
