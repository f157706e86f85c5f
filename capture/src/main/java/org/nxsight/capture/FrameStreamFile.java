package org.nxsight.capture;

import java.io.IOException;
import java.io.InputStream;

/** The dnstap frames of a file or stream, as fstrm_capture or a resolver writes them. */
final class FrameStreamFile extends FileSource {
  private final FrameStream stream = new FrameStream();
  private FrameStream.State state = FrameStream.State.BEGINNING;

  /**
   * @param name what the input is called in messages
   * @param in the file, decompressed, from its first octet
   * @param inputOctets counts what was taken from the input itself
   */
  FrameStreamFile(String name, InputStream in, OctetCounter inputOctets) throws IOException {
    super(name, in, inputOctets, "frames");
    int count = 0;
    while (state == FrameStream.State.BEGINNING && count >= 0) {
      count = read(stream::fill);
      state = stream.takeStart();
    }
    if (state != FrameStream.State.STREAMING) {
      throw refused(refusal());
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
    if (read(stream::fill) >= 0) {
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

  @Override
  long kept() {
    return stream.frames();
  }
}
