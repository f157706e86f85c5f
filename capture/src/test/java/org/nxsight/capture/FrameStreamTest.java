package org.nxsight.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.nxsight.wire.dnstap.ControlFrames;
import org.nxsight.wire.dnstap.ControlType;
import org.nxsight.wire.dnstap.FrameView;

/** Frame Streams that come in pieces. */
class FrameStreamTest {
  private final FrameStream stream = new FrameStream();
  private final Frames frames = new Frames();

  @Test
  void takesTheSameFramesHoweverTheyAreCut() throws IOException {
    byte[] octets = DnstapSamples.stream(new byte[] {1, 2, 3}, new byte[70_000], new byte[131_072]);
    for (int piece : new int[] {7, 4096, octets.length}) {
      Frames cut = new Frames();
      FrameStream inPieces = new FrameStream();
      for (int at = 0; at < octets.length; at += piece) {
        feed(inPieces, cut, octets, at, Math.min(piece, octets.length - at));
      }
      assertThat(inPieces.take(cut)).isEqualTo(FrameStream.State.STOPPED);
      assertThat(cut.taken).extracting(String::length).containsExactly(6, 140_000, 262_144);
    }
  }

  @Test
  void passesOverAFrameTooLongAndGoesOnBehindIt() throws IOException {
    byte[] octets = DnstapSamples.stream(new byte[FrameView.MAX_DATA_OCTETS + 1], new byte[] {7});
    for (int at = 0; at < octets.length; at += 1000) {
      feed(stream, frames, octets, at, Math.min(1000, octets.length - at));
    }
    assertThat(frames.leftOut).containsExactly(LeftOut.FRAME_TOO_LONG);
    assertThat(frames.taken).containsExactly("07");
  }

  @Test
  void answersAHandshakeBothWays() throws IOException {
    feed(ControlFrames.ofDnstap(ControlType.READY));
    assertThat(stream.takeReply()).isEqualTo(ControlFrames.ofDnstap(ControlType.ACCEPT));
    assertThat(stream.takeReply()).isNull();
    assertThat(feed(ControlFrames.ofDnstap(ControlType.START)))
        .isEqualTo(FrameStream.State.STREAMING);
    assertThat(feed(ControlFrames.of(ControlType.STOP))).isEqualTo(FrameStream.State.STOPPED);
    assertThat(stream.takeReply()).isEqualTo(ControlFrames.of(ControlType.FINISH));
  }

  @Test
  void saysNothingToAOneWaySender() throws IOException {
    feed(DnstapSamples.stream(new byte[] {1}));
    assertThat(stream.takeReply()).isNull();
  }

  @Test
  void refusesAnotherContentType() throws IOException {
    assertThat(
            feed(
                HexFormat.of()
                    .parseHex("00000000" + "0000000d" + "00000002" + "0000000100000001" + "61")))
        .isEqualTo(FrameStream.State.OTHER_CONTENT);
  }

  @Test
  void isBrokenByDataBeforeStart() throws IOException {
    assertThat(feed(DnstapSamples.data(new byte[] {1}))).isEqualTo(FrameStream.State.BROKEN);
    assertThat(frames.taken).isEmpty();
  }

  @Test
  void isBrokenByASecondStart() throws IOException {
    ByteArrayOutputStream twice = new ByteArrayOutputStream();
    twice.writeBytes(ControlFrames.ofDnstap(ControlType.START));
    twice.writeBytes(ControlFrames.ofDnstap(ControlType.START));
    assertThat(feed(twice.toByteArray())).isEqualTo(FrameStream.State.BROKEN);
  }

  private FrameStream.State feed(byte[] octets) throws IOException {
    return feed(stream, frames, octets, 0, octets.length);
  }

  private static FrameStream.State feed(
      FrameStream stream, Frames frames, byte[] octets, int offset, int length) throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(octets, offset, length);
    FrameStream.State state = stream.take(frames);
    while (stream.fill(in) > 0) {
      state = stream.take(frames);
    }
    return state;
  }
}
