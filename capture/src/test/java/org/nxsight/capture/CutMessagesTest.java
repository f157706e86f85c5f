package org.nxsight.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsight.capture.Headers.cut;
import static org.nxsight.capture.Headers.ethernet;
import static org.nxsight.capture.Headers.hex;
import static org.nxsight.capture.Headers.ipv4;
import static org.nxsight.capture.Headers.ipv6;
import static org.nxsight.capture.Headers.nxdomain;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Packets that the snap length has cut. */
class CutMessagesTest {
  private static final byte[] RESPONSE = nxdomain("example.com");
  private static final int QUESTION_END = 20 + 8 + 12 + 13 + 4;

  @Test
  void keepsRcodeAndQuestionWhenTheRecordsAreCut() {
    for (int octets = QUESTION_END; octets < RESPONSE.length; octets++) {
      Seen seen = new Seen(53).packet(101, cut(RESPONSE, octets), RESPONSE.length);
      assertThat(seen.messages).containsExactly("response 3 example.com. cut off");
      assertThat(seen.counts.cutOff()).isEqualTo(1);
      assertThat(seen.addsUp()).isTrue();
    }
  }

  @Test
  void leavesOutWhatIsCutBeforeTheQuestionEnds() {
    for (int octets = 1; octets < QUESTION_END; octets++) {
      Seen seen = new Seen(53).packet(101, cut(RESPONSE, octets), RESPONSE.length);
      assertThat(seen.leftOut()).isEqualTo(Map.of(LeftOut.CUT_OFF, 1L));
      assertThat(seen.counts.cutOff()).isZero();
    }
  }

  @Test
  void keepsThemOverIpv6() {
    byte[] response = ipv6(17, Arrays.copyOfRange(RESPONSE, 20, RESPONSE.length));
    Seen seen = new Seen(53).packet(101, cut(response, response.length - 1), response.length);
    assertThat(seen.messages).containsExactly("response 3 example.com. cut off");
  }

  @Test
  void isWholeWhenOnlyPaddingIsCut() {
    byte[] frame = hex("020000000002 020000000001 0800", RESPONSE);
    Seen seen = new Seen(53).packet(1, frame, frame.length + 4);
    assertThat(seen.messages).containsExactly("response 3 example.com.");
    assertThat(seen.counts.cutOff()).isZero();
  }

  @Test
  void takesNoPortsFromAFragmentThatIsCut() {
    byte[] fragment = ethernet(0x0800, ipv4(17, new byte[1000]));
    fragment[14 + 7] = 100; // fragment offset 800
    Seen seen = new Seen(53).packet(1, cut(fragment, 96), fragment.length);
    assertThat(seen.leftOut()).isEqualTo(Map.of(LeftOut.CUT_OFF, 1L));
  }

  @Test
  void countsOtherPortsAsSuchWhenTheyAreCut() {
    byte[] other = ipv4(17, Headers.udp(123, 123, new byte[48]));
    Seen seen = new Seen(53).packet(101, cut(other, 30), other.length);
    assertThat(seen.leftOut()).isEqualTo(Map.of(LeftOut.OTHER_PORT, 1L));
  }
}
