package org.nxsight.capture;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** A source that reads one file or stream to its end, and tells where and why when it cannot. */
abstract class FileSource implements Source {
  /** Takes octets from a stream; returns how many, -1 at its end. */
  interface Reading {
    int from(InputStream in) throws IOException;
  }

  private final String name;
  private final InputStream in;
  private final OctetCounter inputOctets;
  private final String units;

  /**
   * @param name what the input is called in messages
   * @param in the file, decompressed, from its first octet
   * @param inputOctets counts what was taken from the input itself
   * @param units what the file is made of, in messages
   */
  FileSource(String name, InputStream in, OctetCounter inputOctets, String units) {
    this.name = name;
    this.in = in;
    this.inputOctets = inputOctets;
    this.units = units;
  }

  @Override
  public final String name() {
    return name;
  }

  /** The units that have been handed on. */
  abstract long kept();

  /** Reads on; damaged compression is the end of what can be read. */
  final int read(Reading reading) throws IOException {
    try {
      return reading.from(in);
    } catch (Decompression.DamagedException e) {
      throw brokenOff("its compression is damaged (" + e.getMessage() + ")");
    }
  }

  /** That this is no such file. */
  final UnreadableCaptureException refused(String what) {
    return new UnreadableCaptureException(name + ": " + what, true);
  }

  /** That the file cannot be read any further. */
  final UnreadableCaptureException brokenOff(String what) {
    return new UnreadableCaptureException(
        name + ": " + what + "; kept the " + grouped(kept()) + " " + units + " before it", false);
  }

  /** A number as messages tell it. */
  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  @Override
  public final long inputOctets() {
    return inputOctets.octets();
  }

  @Override
  public final void close() throws IOException {
    in.close();
  }
}
