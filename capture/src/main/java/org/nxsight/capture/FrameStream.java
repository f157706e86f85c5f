package org.nxsight.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nxsight.wire.dnstap.ControlFrames;
import org.nxsight.wire.dnstap.ControlType;
import org.nxsight.wire.dnstap.FrameKind;
import org.nxsight.wire.dnstap.FrameView;

/**
 * One Frame Stream as it comes in, in pieces of any size.
 *
 * <pre>
 *   one way    START data... STOP
 *   both ways  READY &lt;- ACCEPT  START data... STOP &lt;- FINISH
 * </pre>
 *
 * <p>It keeps at most one data frame that is not whole yet, 128 KiB; a longer one is passed over as
 * it comes in.
 */
public final class FrameStream {
  /** How far a stream has come. */
  public enum State {
    /** START has not come yet. */
    BEGINNING,
    /** Data frames come. */
    STREAMING,
    /** STOP has come. */
    STOPPED,
    /** It is a stream of something else than dnstap. */
    OTHER_CONTENT,
    /** A control frame is malformed or out of order: nothing behind it can be trusted. */
    BROKEN
  }

  private static final int FIRST_OCTETS = 64 << 10;
  private static final int MOST_OCTETS = FrameView.LENGTH_OCTETS + FrameView.MAX_DATA_OCTETS;

  private final FrameView frame = new FrameView();
  private byte[] bytes = new byte[FIRST_OCTETS];
  private ByteBuffer buffer = ByteBuffer.wrap(bytes);
  private int from;
  private int limit;
  private long passOver;
  private boolean bothWays;
  private State state = State.BEGINNING;
  private byte @Nullable [] reply;
  private long frames;

  /** Reads what a stream has, as much as there is room for; -1 at its end. */
  int fill(InputStream in) throws IOException {
    makeRoom();
    int count = in.read(bytes, limit, bytes.length - limit);
    limit += Math.max(0, count);
    return count;
  }

  /** Reads what a channel has, as much as there is room for; -1 at its end. */
  public int fill(ReadableByteChannel in) throws IOException {
    makeRoom();
    buffer.limit(bytes.length).position(limit);
    int count = in.read(buffer);
    limit += Math.max(0, count);
    return count;
  }

  private void makeRoom() {
    System.arraycopy(bytes, from, bytes, 0, limit - from);
    limit -= from;
    from = 0;
    if (limit == bytes.length) {
      bytes = Arrays.copyOf(bytes, MOST_OCTETS);
      buffer = ByteBuffer.wrap(bytes);
    }
  }

  /** Takes the frames up to the first START, if they have come. */
  State takeStart() {
    while (state == State.BEGINNING) {
      FrameKind kind = frame.wrap(bytes, from, limit - from);
      if (kind == FrameKind.INCOMPLETE) {
        return state;
      }
      if (kind != FrameKind.CONTROL) {
        return end(State.BROKEN);
      }
      from += (int) frame.frameOctets();
      onControl();
    }
    return state;
  }

  /** Hands on the data frames that are whole. */
  public State take(FrameHandler handler) {
    takeStart();
    while (state == State.STREAMING && !passOver()) {
      FrameKind kind = frame.wrap(bytes, from, limit - from);
      switch (kind) {
        case DATA -> {
          from += (int) frame.frameOctets();
          frames++;
          handler.onFrame(bytes, frame.offset(), frame.length());
        }
        case CONTROL -> {
          from += (int) frame.frameOctets();
          onControl();
        }
        case TOO_LONG -> {
          frames++;
          passOver = frame.frameOctets();
          handler.onLeftOut(LeftOut.FRAME_TOO_LONG, passOver);
        }
        case BAD_CONTROL -> end(State.BROKEN);
        case INCOMPLETE -> {
          return state;
        }
      }
    }
    return state;
  }

  /** Passes over what has come of a frame too long; false when nothing (more) is to be. */
  private boolean passOver() {
    int octets = (int) Math.min(passOver, limit - from);
    passOver -= octets;
    from += octets;
    return passOver > 0;
  }

  private void onControl() {
    switch (frame.control()) {
      case READY -> onReady();
      case START -> {
        if (state != State.BEGINNING) {
          end(State.BROKEN);
        } else {
          state = frame.allowsDnstap() ? State.STREAMING : end(State.OTHER_CONTENT);
        }
      }
      case STOP -> {
        state = state == State.STREAMING ? State.STOPPED : end(State.BROKEN);
        reply = bothWays ? ControlFrames.of(ControlType.FINISH) : null;
      }
      case ACCEPT, FINISH -> end(State.BROKEN);
    }
  }

  private void onReady() {
    if (state != State.BEGINNING || bothWays) {
      end(State.BROKEN);
    } else if (!frame.allowsDnstap()) {
      end(State.OTHER_CONTENT);
    } else {
      bothWays = true;
      reply = ControlFrames.ofDnstap(ControlType.ACCEPT);
    }
  }

  private State end(State state) {
    this.state = state;
    from = limit;
    return state;
  }

  /** Begins anew behind STOP, as in files that were put together. */
  void restart() {
    state = State.BEGINNING;
    bothWays = false;
  }

  /** What the sender has to be told, or null; it is told once. */
  public byte @Nullable [] takeReply() {
    byte[] taken = reply;
    reply = null;
    return taken;
  }

  /** The octets of a frame of which the rest has not come. */
  public int restOctets() {
    return limit - from;
  }

  /** Whether the stream stands inside a frame. */
  boolean isInsideFrame() {
    return limit > from || passOver > 0;
  }

  /** The data frames so far. */
  long frames() {
    return frames;
  }
}
