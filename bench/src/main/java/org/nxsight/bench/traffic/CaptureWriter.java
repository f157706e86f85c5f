package org.nxsight.bench.traffic;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import org.nxsight.wire.Bytes;

/**
 * A pcap capture being written, little-endian, of Ethernet frames (draft-ietf-opsawg-pcap). A frame
 * is written in place: {@link #open} tells where in {@link #block}, {@link #close(int, int, long)}
 * ends it.
 */
public final class CaptureWriter implements Closeable {
  private static final int BLOCK_OCTETS = 1 << 20;
  private static final int FILE_HEADER_OCTETS = 24;
  private static final int RECORD_HEADER_OCTETS = 16;
  private static final int SNAP_OCTETS = 262_144;
  private static final int ETHERNET = 1;
  private static final long NANOS_A_SECOND = 1_000_000_000L;

  private final OutputStream out;
  private final int nanosPerFraction;
  private final byte[] block = new byte[BLOCK_OCTETS];
  private int at = FILE_HEADER_OCTETS;

  public CaptureWriter(OutputStream out, boolean nanoseconds) {
    this.out = out;
    nanosPerFraction = nanoseconds ? 1 : 1000;
    putLittleEndian(0, nanoseconds ? 0xa1b2_3c4d : 0xa1b2_c3d4);
    putLittleEndian(4, 4 << 16 | 2);
    putLittleEndian(16, SNAP_OCTETS);
    putLittleEndian(20, ETHERNET);
  }

  public byte[] block() {
    return block;
  }

  /** Where in the block the next frame starts; there is room for the longest. */
  public int open() throws IOException {
    if (BLOCK_OCTETS - at < RECORD_HEADER_OCTETS + Frames.MAX_OCTETS) {
      out.write(block, 0, at);
      at = 0;
    }
    return at + RECORD_HEADER_OCTETS;
  }

  /**
   * Ends the frame.
   *
   * @return its time as it stands in the file now
   */
  public long close(int capturedOctets, int originalOctets, long epochNanos) {
    long fraction = epochNanos % NANOS_A_SECOND / nanosPerFraction;
    putLittleEndian(at, (int) (epochNanos / NANOS_A_SECOND));
    putLittleEndian(at + 4, (int) fraction);
    putLittleEndian(at + 8, capturedOctets);
    putLittleEndian(at + 12, originalOctets);
    at += RECORD_HEADER_OCTETS + capturedOctets;
    return epochNanos - epochNanos % nanosPerFraction;
  }

  private void putLittleEndian(int offset, int value) {
    Bytes.put32(block, offset, Integer.reverseBytes(value));
  }

  @Override
  public void close() throws IOException {
    out.write(block, 0, at);
    out.close();
  }
}
