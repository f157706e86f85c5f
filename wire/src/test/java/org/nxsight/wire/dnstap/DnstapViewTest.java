package org.nxsight.wire.dnstap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.nxsight.wire.protobuf.Decoded;

/** dnstap frames against octets that were worked out by hand. */
class DnstapViewTest {
  /** RESOLVER_QUERY over TCP to [2001:db8::1]:53 at 1.000000002, message 0a0b, zone "a.". */
  private static final String GOLDEN =
      "0a026e73"
          + "1203312e30"
          + "7801"
          + "7233"
          + "0803"
          + "1002"
          + "1802"
          + "2a1020010db8000000000000000000000001"
          + "3035"
          + "3835"
          + "4001"
          + "4d02000000"
          + "52020a0b"
          + "5a03016100"
          + "780a"
          + "8201020102";

  private final DnstapView dnstap = new DnstapView();

  @Test
  void readsEveryField() {
    assertThat(decode(GOLDEN)).isEqualTo(Decoded.OK);
    assertThat(dnstap.type()).isEqualTo(3);
    assertThat(dnstap.family()).isEqualTo(DnstapView.INET6);
    assertThat(dnstap.protocol()).isEqualTo(DnstapView.TCP);
    assertThat(dnstap.queryAddress().isPresent()).isFalse();
    assertThat(dnstap.responseAddress().length()).isEqualTo(16);
    assertThat(dnstap.queryPort()).isEqualTo(53);
    assertThat(dnstap.responsePort()).isEqualTo(53);
    assertThat(dnstap.queryTime().isTold()).isTrue();
    assertThat(dnstap.queryTime().epochNanos()).isEqualTo(1_000_000_002L);
    assertThat(dnstap.responseTime().isTold()).isFalse();
    assertThat(dnstap.queryMessage().length()).isEqualTo(2);
    assertThat(dnstap.queryZone().length()).isEqualTo(3);
    assertThat(dnstap.responseMessage().isPresent()).isFalse();
    assertThat(dnstap.identity().length()).isEqualTo(2);
    assertThat(dnstap.version().length()).isEqualTo(3);
  }

  @Test
  void forgetsTheFrameBefore() {
    decode(GOLDEN);
    assertThat(decode("7202" + "0804" + "7801")).isEqualTo(Decoded.OK);
    assertThat(dnstap.type()).isEqualTo(4);
    assertThat(dnstap.queryMessage().isPresent()).isFalse();
    assertThat(dnstap.queryTime().isTold()).isFalse();
    assertThat(dnstap.queryPort()).isZero();
  }

  @Test
  void tellsWhyAFrameIsMalformed() {
    assertThat(decode("7801")).isEqualTo(Decoded.MISSING_FIELD);
    assertThat(decode("7200" + "7801")).isEqualTo(Decoded.MISSING_FIELD);
    assertThat(decode("7202" + "0804" + "7802")).isEqualTo(Decoded.MISSING_FIELD);
    assertThat(decode("7205" + "0804")).isEqualTo(Decoded.BAD_PROTOBUF);
    assertThat(decode("7202" + "2801" + "7801")).isEqualTo(Decoded.WRONG_WIRE_TYPE);
  }

  @Test
  void knowsNoTimeBeyondWhatNanosecondsCanHold() {
    assertThat(decode("720c" + "0803" + "40ffffffffffffffff7f" + "7801")).isEqualTo(Decoded.OK);
    assertThat(dnstap.queryTime().isTold()).isFalse();
  }

  @Test
  void sortsTypesByRole() {
    assertThat(DnstapRole.ofType(1)).isEqualTo(DnstapRole.AUTH);
    assertThat(DnstapRole.ofType(4)).isEqualTo(DnstapRole.RESOLVER);
    assertThat(DnstapRole.ofType(14)).isEqualTo(DnstapRole.UPDATE);
    assertThat(DnstapRole.ofType(0)).isNull();
    assertThat(DnstapRole.ofType(15)).isNull();
    assertThat(DnstapRole.isResponse(4)).isTrue();
    assertThat(DnstapRole.isResponse(3)).isFalse();
  }

  private Decoded decode(String hex) {
    byte[] octets = HexFormat.of().parseHex(hex);
    return dnstap.decode(octets, 0, octets.length);
  }
}
