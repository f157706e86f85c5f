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
      Recorder recorder = new Recorder().only(101, cut(RESPONSE, octets), RESPONSE.length);
      assertThat(recorder.texts()).containsExactly("response 3 example.com. cut off");
      assertThat(recorder.counts.cutOff()).isEqualTo(1);
    }
  }

  @Test
  void leavesOutWhatIsCutBeforeTheQuestionEnds() {
    for (int octets = 1; octets < QUESTION_END; octets++) {
      Recorder recorder = new Recorder().only(101, cut(RESPONSE, octets), RESPONSE.length);
      assertThat(recorder.leftOut()).isEqualTo(Map.of(LeftOut.CUT_OFF, 1L));
      assertThat(recorder.counts.cutOff()).isZero();
    }
  }

  @Test
  void keepsThemOverIpv6() {
    byte[] response = ipv6(17, Arrays.copyOfRange(RESPONSE, 20, RESPONSE.length));
    Recorder recorder =
        new Recorder().only(101, cut(response, response.length - 1), response.length);
    assertThat(recorder.texts()).containsExactly("response 3 example.com. cut off");
  }

  @Test
  void keepsThemToAPortOfATunnelAsWell() {
    byte[] response = RESPONSE.clone();
    response[22] = 0x12; // the client's port is 4789, VXLAN's
    response[23] = (byte) 0xb5;
    response[28] = 0x08; // and its id could be VXLAN's flags
    Recorder recorder = new Recorder().only(101, cut(response, QUESTION_END), response.length);
    assertThat(recorder.texts()).containsExactly("response 3 example.com. cut off");
  }

  @Test
  void isWholeWhenOnlyPaddingIsCut() {
    byte[] frame = hex("020000000002 020000000001 0800", RESPONSE);
    Recorder recorder = new Recorder().only(1, frame, frame.length + 4);
    assertThat(recorder.texts()).containsExactly("response 3 example.com.");
    assertThat(recorder.counts.cutOff()).isZero();
  }

  @Test
  void takesNoPortsFromAFragmentThatIsCut() {
    byte[] fragment = ethernet(0x0800, ipv4(17, new byte[1000]));
    fragment[14 + 7] = 100; // fragment offset 800
    Recorder recorder = new Recorder().only(1, cut(fragment, 96), fragment.length);
    assertThat(recorder.leftOut()).isEqualTo(Map.of(LeftOut.CUT_OFF, 1L));
  }

  @Test
  void countsOtherPortsAsSuchWhenTheyAreCut() {
    byte[] other = ipv4(17, Headers.udp(123, 123, new byte[48]));
    Recorder recorder = new Recorder().only(101, cut(other, 30), other.length);
    assertThat(recorder.leftOut()).isEqualTo(Map.of(LeftOut.OTHER_PORT, 1L));
  }
}
