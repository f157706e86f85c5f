package org.nxsight.capture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Opens one capture, whatever it is called: what it is, and its compression, is told by content.
 */
public final class CaptureFile {
  /** The name of the standard input. */
  public static final String STANDARD_INPUT = "-";

  /** Compression inside compression is read once; more of it is nobody's honest capture. */
  private static final int MAX_COMPRESSION_LAYERS = 2;

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
      if (format == CaptureFormat.NMSG) {
        return new PayloadFile(ContainerFile.open(name, probed), counter);
      }
      if (format == CaptureFormat.FRAME_STREAMS) {
        return new FrameStreamFile(name, probed, counter);
      }
      InputStream decompressed =
          layer < MAX_COMPRESSION_LAYERS ? Decompression.of(format, probed) : null;
      if (decompressed == null) {
        throw new UnreadableCaptureException(name + ": " + refusal(format), true);
      }
      in = decompressed;
    }
  }

  static CaptureFormat probe(String name, BufferedInputStream in) throws IOException {
    in.mark(CaptureFormat.PROBE_OCTETS);
    byte[] first;
    try {
      first = in.readNBytes(CaptureFormat.PROBE_OCTETS);
    } catch (Decompression.DamagedException e) {
      throw new UnreadableCaptureException(
          name + ": its compression is damaged (" + e.getMessage() + ")", true);
    }
    in.reset();
    return CaptureFormat.of(first, 0, first.length);
  }

  private static String refusal(CaptureFormat format) {
    return switch (format) {
      case EMPTY -> "is empty; a capture in pcap format is needed";
      case UNKNOWN -> "is no capture; pcap is read, plain or compressed by gzip or zstd";
      default ->
          "looks like "
              + format.description()
              + ", which is not read; pcap is, plain or compressed by gzip or zstd";
    };
  }
}
