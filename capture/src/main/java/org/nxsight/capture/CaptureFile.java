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
    return open(file.toString(), Files.newInputStream(file));
  }

  /** Opens a capture that comes as a stream, which is closed when it is none. */
  public static Source open(String name, InputStream stream) throws IOException {
    OctetCounter counter = new OctetCounter(stream);
    InputStream in = counter;
    boolean opened = false;
    try {
      for (int layer = 0; ; layer++) {
        BufferedInputStream probed = new BufferedInputStream(in, CaptureFormat.PROBE_OCTETS);
        CaptureFormat format = probe(name, probed);
        Source source = sourceOf(name, format, probed, counter);
        if (source != null) {
          opened = true;
          return source;
        }
        InputStream decompressed =
            layer < MAX_COMPRESSION_LAYERS ? decompress(name, format, probed) : null;
        if (decompressed == null) {
          throw new UnreadableCaptureException(name + ": " + refusal(format), true);
        }
        in = decompressed;
      }
    } finally {
      if (!opened) {
        in.close(); // decompressors hold memory that no collector sees
      }
    }
  }

  private static @Nullable Source sourceOf(
      String name, CaptureFormat format, InputStream in, OctetCounter counter) throws IOException {
    return switch (format) {
      case PCAP -> new PcapSource(name, in, counter);
      case PCAPNG -> new PcapngSource(name, in, counter);
      case NMSG -> new PayloadFile(ContainerFile.open(name, in), counter);
      case FRAME_STREAMS -> new FrameStreamFile(name, in, counter);
      default -> null;
    };
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
