package org.nxsight.wire.dnstap;

import static org.assertj.core.api.Assertions.assertThat;

import org.nxsight.wire.protobuf.ByteRange;
import org.nxsight.wire.protobuf.Decoded;

/** What must hold for any octets at all: no exception, and every range inside of them. */
final class HostileFrames {
  private final FrameView frame = new FrameView();
  private final DnstapView dnstap = new DnstapView();

  /** Walks frames until one is not whole. */
  void walk(byte[] octets) {
    int at = 0;
    while (true) {
      FrameKind kind = frame.wrap(octets, at, octets.length - at);
      if (kind == FrameKind.DATA) {
        assertThat(frame.length()).isBetween(1, FrameView.MAX_DATA_OCTETS);
        decode(octets, frame.offset(), frame.length());
      } else if (kind != FrameKind.CONTROL) {
        return;
      }
      assertThat(frame.frameOctets()).isBetween(5L, (long) octets.length - at);
      at += (int) frame.frameOctets();
    }
  }

  /** Decodes one data frame. */
  void decode(byte[] octets, int offset, int length) {
    if (dnstap.decode(octets, offset, length) == Decoded.OK) {
      assertThat(dnstap.type()).isNotZero();
      assertInside(dnstap.identity(), offset, length);
      assertInside(dnstap.queryAddress(), offset, length);
      assertInside(dnstap.responseAddress(), offset, length);
      assertInside(dnstap.queryMessage(), offset, length);
      assertInside(dnstap.queryZone(), offset, length);
      assertInside(dnstap.responseMessage(), offset, length);
      assertThat(!dnstap.queryTime().isTold() || dnstap.queryTime().epochNanos() >= 0).isTrue();
    }
  }

  private static void assertInside(ByteRange range, int offset, int length) {
    if (range.isPresent()) {
      assertThat(range.offset()).isBetween(offset, offset + length);
      assertThat(range.offset() + range.length()).isBetween(offset, offset + length);
    }
  }
}
