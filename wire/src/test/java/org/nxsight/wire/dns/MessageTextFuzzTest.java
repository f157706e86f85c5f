package org.nxsight.wire.dns;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

class MessageTextFuzzTest {
  @FuzzTest(maxDuration = "1m")
  void takesAnyOctetsWholeOrNotAtAll(byte[] octets) {
    int length = Math.min(octets.length, 65_535);
    StringBuilder out = new StringBuilder();
    boolean text = MessageText.appendText(out, octets, 0, length);
    assertThat(out.isEmpty()).isEqualTo(!text);
    out.setLength(0);
    assertThat(MessageText.appendJson(out, octets, 0, length)).isEqualTo(text);
  }

  @FuzzTest(maxDuration = "1m")
  void writesRdataOfAnyTypeWithoutAMarkWhenItUnpacks(byte[] octets) {
    if (octets.length < 2) {
      return;
    }
    int rrtype = (octets[0] & 0xff) << 8 | (octets[1] & 0xff);
    int rdlength = Math.min(octets.length - 2, 65_535);
    byte[] rdata = new byte[RdataUnpack.MAX_OCTETS];
    int end = 2 + rdlength;
    int length = RdataUnpack.unpack(octets, 0, end, 2, rdlength, rrtype, 1, rdata, 0);
    boolean malformed = length == RdataUnpack.MALFORMED;
    StringBuilder out = new StringBuilder();
    boolean written =
        malformed
            ? RdataText.append(out, octets, 2, rdlength, rrtype, 1)
            : RdataText.append(out, rdata, 0, length, rrtype, 1);
    assertThat(written || malformed || rrtype == RecordTypes.number("OPT")).isTrue();
  }
}
