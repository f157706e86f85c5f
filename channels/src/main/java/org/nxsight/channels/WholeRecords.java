package org.nxsight.channels;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.nxsight.wire.nmsg.ContainerReader;

/** How much of a channel file that was not finished is whole: containers, or records as text. */
final class WholeRecords {
  /** What is looked through at once for the end of a record. */
  private static final int WINDOW_OCTETS = 64 << 10;

  private WholeRecords() {}

  /** The octets at the start of the file that are whole. */
  static long octets(Path file) throws IOException {
    String name = file.getFileName().toString();
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      if (name.contains("." + ChannelForm.NMSG.suffix() + ".")) {
        return ofContainers(in);
      }
      // A JSON record ends with its line, one of text with an empty line.
      boolean json = name.contains("." + ChannelForm.JSON.suffix() + ".");
      return behindLast(in, json ? "\n" : "\n\n");
    }
  }

  private static long ofContainers(RandomAccessFile in) throws IOException {
    byte[] header = new byte[ContainerReader.HEADER_OCTETS];
    long at = 0;
    while (in.length() - at >= header.length) {
      in.seek(at);
      in.readFully(header);
      int octets = ContainerReader.octetsNeeded(header, 0, header.length);
      if (octets == ContainerReader.MALFORMED || in.length() - at < octets) {
        break;
      }
      at += octets;
    }
    return at;
  }

  /** Looks from the end towards the start, in windows that overlap. */
  private static long behindLast(RandomAccessFile in, String mark) throws IOException {
    byte[] window = new byte[WINDOW_OCTETS];
    for (long end = in.length(); end >= mark.length(); ) {
      int octets = (int) Math.min(end, window.length);
      in.seek(end - octets);
      in.readFully(window, 0, octets);
      int found = lastIndexOf(window, octets, mark);
      if (found >= 0) {
        return end - octets + found + mark.length();
      }
      end = end - octets == 0 ? 0 : end - octets + mark.length() - 1;
    }
    return 0;
  }

  private static int lastIndexOf(byte[] bytes, int length, String mark) {
    for (int at = length - mark.length(); at >= 0; at--) {
      boolean same = true;
      for (int i = 0; i < mark.length() && same; i++) {
        same = bytes[at + i] == mark.charAt(i);
      }
      if (same) {
        return at;
      }
    }
    return -1;
  }
}
