package org.nxsight.wire.dnstap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Frame Streams against octets that were worked out by hand. */
class FrameViewTest {
  private static final String CONTENT_TYPE = "70726f746f6275663a646e737461702e446e73746170";

  private final FrameView frame = new FrameView();

  @Test
  void writesControlFramesAsTheReferenceDoes() {
    assertThat(HexFormat.of().formatHex(ControlFrames.ofDnstap(ControlType.READY)))
        .isEqualTo("00000000" + "00000022" + "00000004" + "00000001" + "00000016" + CONTENT_TYPE);
    assertThat(HexFormat.of().formatHex(ControlFrames.of(ControlType.FINISH)))
        .isEqualTo("00000000" + "00000004" + "00000005");
  }

  @Test
  void readsWhatItWrites() {
    for (ControlType type : ControlType.values()) {
      byte[] bare = ControlFrames.of(type);
      assertThat(frame.wrap(bare, 0, bare.length)).isEqualTo(FrameKind.CONTROL);
      assertThat(frame.control()).isEqualTo(type);
      assertThat(frame.allowsDnstap()).isTrue();
      assertThat(frame.frameOctets()).isEqualTo(bare.length);

      byte[] typed = ControlFrames.ofDnstap(type);
      assertThat(frame.wrap(typed, 0, typed.length)).isEqualTo(FrameKind.CONTROL);
      assertThat(frame.control()).isEqualTo(type);
      assertThat(frame.allowsDnstap()).isTrue();
    }
  }

  @Test
  void findsDnstapAmongSeveralContentTypesOffered() {
    assertThat(
            wrap(
                "00000000"
                    + "00000027"
                    + "00000004"
                    + "0000000100000001"
                    + "61"
                    + "0000000100000016"
                    + CONTENT_TYPE))
        .isEqualTo(FrameKind.BAD_CONTROL); // told 39 octets, has 43: the last field runs over
    assertThat(
            wrap(
                "00000000"
                    + "0000002b"
                    + "00000004"
                    + "0000000100000001"
                    + "61"
                    + "0000000100000016"
                    + CONTENT_TYPE))
        .isEqualTo(FrameKind.CONTROL);
    assertThat(frame.allowsDnstap()).isTrue();
  }

  @Test
  void tellsAnotherContentType() {
    assertThat(wrap("00000000" + "0000000d" + "00000002" + "0000000100000001" + "61"))
        .isEqualTo(FrameKind.CONTROL);
    assertThat(frame.allowsDnstap()).isFalse();
  }

  @Test
  void waitsForTheRestOfAFrame() {
    byte[] data = HexFormat.of().parseHex("00000003" + "010203");
    for (int octets = 0; octets < data.length; octets++) {
      assertThat(frame.wrap(data, 0, octets)).isEqualTo(FrameKind.INCOMPLETE);
    }
    assertThat(frame.wrap(data, 0, data.length)).isEqualTo(FrameKind.DATA);
    assertThat(frame.offset()).isEqualTo(4);
    assertThat(frame.length()).isEqualTo(3);
  }

  @Test
  void tellsTheLengthOfAFrameThatIsTooLong() {
    assertThat(wrap("ffffffff")).isEqualTo(FrameKind.TOO_LONG);
    assertThat(frame.frameOctets()).isEqualTo((1L << 32) + 3);
    assertThat(wrap("00020001")).isEqualTo(FrameKind.TOO_LONG);
    assertThat(wrap("00020000")).isEqualTo(FrameKind.INCOMPLETE);
  }

  @Test
  void refusesControlFramesThatAreNone() {
    assertThat(wrap("00000000" + "00000003")).isEqualTo(FrameKind.BAD_CONTROL);
    assertThat(wrap("00000000" + "00000201")).isEqualTo(FrameKind.BAD_CONTROL);
    assertThat(wrap("00000000" + "00000004" + "00000006")).isEqualTo(FrameKind.BAD_CONTROL);
    assertThat(wrap("00000000" + "00000005" + "0000000200")).isEqualTo(FrameKind.BAD_CONTROL);
  }

  private FrameKind wrap(String hex) {
    byte[] octets = HexFormat.of().parseHex(hex);
    return frame.wrap(octets, 0, octets.length);
  }
}
