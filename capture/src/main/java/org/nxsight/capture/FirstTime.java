package org.nxsight.capture;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nxsight.wire.dnstap.DnstapView;
import org.nxsight.wire.nmsg.PayloadView;
import org.nxsight.wire.protobuf.Decoded;

/** When the first packet, frame or payload of a capture was captured, which orders captures. */
public final class FirstTime implements PacketHandler, FrameHandler, PayloadHandler {
  /** The time of a capture that tells none, or not soon. */
  public static final long UNKNOWN = Long.MIN_VALUE;

  /** What is taken of a file at once: the first packet of nearly every capture, and little more. */
  private static final int READ_OCTETS = 4 << 10;

  /** How often it is looked further: 64 times 4 KiB hold the longest packet that is read. */
  private static final int MOST_POLLS = 64;

  private final DnstapView dnstap = new DnstapView();
  private long epochNanos = UNKNOWN;

  private FirstTime() {}

  /**
   * The first time of a capture in nanoseconds since 1970, or UNKNOWN.
   *
   * @throws UnreadableCaptureException when it is no capture that is read here, but not when it
   *     breaks off later: whoever reads it will see that
   * @throws IOException when it cannot be opened or read
   */
  public static long of(Path file) throws IOException {
    try (InputStream in = new ShortReads(Files.newInputStream(file));
        Source source = CaptureFile.open(file.toString(), in)) {
      FirstTime first = new FirstTime();
      first.look(source);
      return first.epochNanos;
    }
  }

  private void look(Source source) throws IOException {
    Intake intake = new Intake(this, this, this);
    try {
      for (int i = 0; i < MOST_POLLS && epochNanos == UNKNOWN; i++) {
        if (!source.poll(intake)) {
          return;
        }
      }
    } catch (UnreadableCaptureException e) {
      if (e.nothingRead()) {
        throw e;
      }
    }
  }

  private void found(long epochNanos) {
    if (this.epochNanos == UNKNOWN) {
      this.epochNanos = epochNanos;
    }
  }

  @Override
  public void onPacket(
      byte[] bytes, int offset, int length, int originalLength, long epochNanos, int linkType) {
    found(epochNanos);
  }

  @Override
  public void onFrame(byte[] bytes, int offset, int length) {
    if (dnstap.decode(bytes, offset, length) != Decoded.OK) {
      return;
    }
    if (dnstap.queryTime().isTold()) {
      found(dnstap.queryTime().epochNanos());
    } else if (dnstap.responseTime().isTold()) {
      found(dnstap.responseTime().epochNanos());
    }
  }

  @Override
  public void onPayload(PayloadView payload) {
    found(payload.epochNanos());
  }

  @Override
  public void onLeftOut(LeftOut reason, long octets) {
    // It tells no time; whoever reads the capture counts it.
  }

  /** Reads little at once, however much is asked for. */
  private static final class ShortReads extends FilterInputStream {
    ShortReads(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return super.read(bytes, offset, Math.min(length, READ_OCTETS));
    }
  }
}
