package org.nxsight.capture.tap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.nxsight.capture.FrameHandler;
import org.nxsight.capture.FrameStream;
import org.nxsight.capture.Intake;
import org.nxsight.capture.LeftOut;

/** One resolver that reports. */
final class DnstapConnection implements Tap {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final DnstapListener listener;
  private final SocketChannel channel;
  private final SelectionKey key;
  private final FrameStream stream = new FrameStream();
  private FrameStream.State state = FrameStream.State.BEGINNING;
  private ByteBuffer unsent = NOTHING;
  private long octets;

  DnstapConnection(DnstapListener listener, SocketChannel channel, SelectionKey key) {
    this.listener = listener;
    this.channel = channel;
    this.key = key;
  }

  /** How far its stream has come. */
  FrameStream.State state() {
    return state;
  }

  /** The octets that came. */
  long octets() {
    return octets;
  }

  @Override
  public void onReady(Intake intake) {
    boolean goesOn;
    try {
      goesOn = take(intake.frames());
    } catch (IOException e) {
      goesOn = false; // to reset a connection is the same as to close it
    }
    if (!goesOn) {
      end(intake.frames());
    }
  }

  /** Takes what has come, once, so that nobody else waits; false when there will be no more. */
  private boolean take(FrameHandler handler) throws IOException {
    int count = state == FrameStream.State.STOPPED ? 0 : stream.fill(channel);
    if (count < 0) {
      return false;
    }
    octets += count;
    state = stream.take(handler);
    byte[] reply = stream.takeReply();
    if (reply != null) {
      unsent = ByteBuffer.wrap(reply);
    }
    channel.write(unsent);
    boolean sent = !unsent.hasRemaining();
    key.interestOps(sent ? SelectionKey.OP_READ : SelectionKey.OP_WRITE);
    return switch (state) {
      case BEGINNING, STREAMING -> true;
      case STOPPED -> !sent;
      case OTHER_CONTENT, BROKEN -> false;
    };
  }

  /** Ends it; a frame that it leaves unfinished is counted. */
  void end(FrameHandler handler) {
    if (state == FrameStream.State.STREAMING && stream.restOctets() > 0) {
      handler.onLeftOut(LeftOut.FRAME_CUT_OFF, stream.restOctets());
    }
    listener.onEnd(this);
    close();
  }

  @Override
  public void close() {
    key.cancel();
    try {
      channel.close();
    } catch (IOException e) {
      // a connection that cannot even be closed is gone all the same
    }
  }
}
