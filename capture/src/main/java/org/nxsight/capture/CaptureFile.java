package org.nxsight.capture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Opens one capture, whatever it is called: what it is, and its compression, is told by content.
 */
public final class CaptureFile {
  /** The name of the standard input. */
  public static final String STANDARD_INPUT = "-";

  /** Compression inside compression is read once; more of it is nobody's honest capture. */
  private static final int MAX_COMPRESSION_LAYERS = 2;

  private static final String READ =
      "pcap, pcapng, dnstap (Frame Streams) and NMSG are read, plain or compressed by gzip, zstd, xz,"
          + " lz4 or bzip2";

  private CaptureFile() {}

  /**
   * Opens a capture file.
   *
   * @throws UnreadableCaptureException when it is no capture that is read here
   * @throws IOException when it cannot be opened
   */
  public static Source open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    try {
      return open(file.toString(), in);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** Opens a capture that comes as a stream. */
  public static Source open(String name, InputStream stream) throws IOException {
    OctetCounter counter = new OctetCounter(stream);
    InputStream in = counter;
    for (int layer = 0; ; layer++) {
      BufferedInputStream probed = new BufferedInputStream(in, CaptureFormat.PROBE_OCTETS);
      CaptureFormat format = probe(name, probed);
      if (format == CaptureFormat.PCAP) {
        return new PcapSource(name, probed, counter);
      }
      if (format == CaptureFormat.PCAPNG) {
        return new PcapngSource(name, probed, counter);
      }
      if (format == CaptureFormat.NMSG) {
        return new PayloadFile(ContainerFile.open(name, probed), counter);
      }
      if (format == CaptureFormat.FRAME_STREAMS) {
        return new FrameStreamFile(name, probed, counter);
      }
      InputStream decompressed =
          layer < MAX_COMPRESSION_LAYERS ? decompress(name, format, probed) : null;
      if (decompressed == null) {
        throw new UnreadableCaptureException(name + ": " + refusal(format), true);
      }
      in = decompressed;
    }
  }

  /** The decompressed stream, or null when {@code format} is no compression. */
  static @Nullable InputStream decompress(String name, CaptureFormat format, InputStream in)
      throws IOException {
    try {
      return Decompression.of(format, in);
    } catch (Decompression.DamagedException e) {
      throw damaged(name, e);
    }
  }

  /** What the stream begins with; it can still be read from its first octet. */
  static CaptureFormat probe(String name, BufferedInputStream in) throws IOException {
    in.mark(CaptureFormat.PROBE_OCTETS);
    byte[] first;
    try {
      first = in.readNBytes(CaptureFormat.PROBE_OCTETS);
    } catch (Decompression.DamagedException e) {
      throw damaged(name, e);
    }
    in.reset();
    return CaptureFormat.of(first, 0, first.length);
  }

  private static UnreadableCaptureException damaged(String name, Decompression.DamagedException e) {
    return new UnreadableCaptureException(
        name + ": its compression is damaged (" + e.getMessage() + ")", true);
  }

  private static String refusal(CaptureFormat format) {
    return switch (format) {
      case EMPTY -> "is empty; " + READ;
      case UNKNOWN -> "is no capture; " + READ;
      default -> "looks like " + format.description() + ", which is not read as a capture; " + READ;
    };
  }
}
