package org.nxsight.capture;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** The dnstap frames of a file or stream, as fstrm_capture or a resolver writes them. */
final class FrameStreamFile implements Source {
  private final String name;
  private final InputStream in;
  private final OctetCounter inputOctets;
  private final FrameStream stream = new FrameStream();
  private FrameStream.State state = FrameStream.State.BEGINNING;

  /**
   * @param name what the input is called in messages
   * @param in the file, decompressed, from its first octet
   * @param inputOctets counts what was taken from the input itself
   */
  FrameStreamFile(String name, InputStream in, OctetCounter inputOctets) throws IOException {
    this.name = name;
    this.in = in;
    this.inputOctets = inputOctets;
    int count = 0;
    while (state == FrameStream.State.BEGINNING && count >= 0) {
      count = read();
      state = stream.takeStart();
    }
    if (state != FrameStream.State.STREAMING) {
      throw new UnreadableCaptureException(name + ": " + refusal(), true);
    }
  }

  private String refusal() {
    return switch (state) {
      case OTHER_CONTENT ->
          "is a Frame Streams file, but not of dnstap; the content type protobuf:dnstap.Dnstap is"
              + " needed";
      case BEGINNING -> "ends before the START of a Frame Streams file";
      case STREAMING, STOPPED, BROKEN -> "begins with zeros but is no Frame Streams file";
    };
  }

  @Override
  public boolean poll(Intake intake) throws IOException {
    state = stream.take(intake.frames());
    switch (state) {
      case STOPPED -> {
        if (stream.isInsideFrame()) {
          stream.restart();
          return true;
        }
      }
      case BROKEN -> throw brokenOff("goes on with no frame");
      case OTHER_CONTENT -> throw brokenOff("goes on with something else than dnstap");
      case BEGINNING, STREAMING -> {}
    }
    if (read() >= 0) {
      if (state == FrameStream.State.STOPPED) {
        stream.restart();
      }
      return true;
    }
    if (stream.isInsideFrame()) {
      throw brokenOff("ends inside frame " + grouped(stream.frames() + 1));
    }
    return false;
  }

  private int read() throws IOException {
    try {
      return stream.fill(in);
    } catch (Decompression.DamagedException e) {
      throw brokenOff("its compression is damaged (" + e.getMessage() + ")");
    }
  }

  private UnreadableCaptureException brokenOff(String what) {
    return new UnreadableCaptureException(
        name + ": " + what + "; kept the " + grouped(stream.frames()) + " frames before it", false);
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  @Override
  public long inputOctets() {
    return inputOctets.octets();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
