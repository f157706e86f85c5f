package org.nxsight.wire.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.nxsight.wire.dns.DnsMessageView.Shape;

class DnsMessageViewTest {
  private static final int A = 1;
  private static final int SOA = 6;
  private static final int OPT = 41;

  private final DnsMessageView view = new DnsMessageView();

  @Test
  void readsHeaderAndQuestion() {
    byte[] message =
        Octets.of()
            .hex("abcd 8583 0001 0000 0000 0000")
            .name("WWW.example")
            .hex("001c0003")
            .bytes();
    assertThat(look(message)).isEqualTo(Shape.WELL_FORMED);
    assertThat(view.id()).isEqualTo(0xabcd);
    assertThat(view.isResponse()).isTrue();
    assertThat(view.recursionDesired()).isTrue();
    assertThat(view.headerRcode()).isEqualTo(3);
    assertThat(view.hasQuestion()).isTrue();
    assertThat(view.qnameLength()).isEqualTo(13);
    assertThat(view.qtype()).isEqualTo(28);
    assertThat(view.qclass()).isEqualTo(3);
    assertThat(view.length()).isEqualTo(message.length);
    assertThat(view.recordsOffset()).isEqualTo(view.offset() + message.length);
  }

  @Test
  void tellsAMessageShorterThanItsHeader() {
    for (int length = 0; length < 12; length++) {
      assertThat(look(new byte[length])).isEqualTo(Shape.SHORT_HEADER);
    }
    assertThat(look(new byte[12])).isEqualTo(Shape.WELL_FORMED);
    assertThat(view.hasQuestion()).isFalse();
  }

  @Test
  void tellsAQuestionCutAnywhere() {
    byte[] message = header(0, 1, 0, 0, 0).name("www.example").hex("00010001").bytes();
    for (int length = 12; length < message.length; length++) {
      assertThat(look(Arrays.copyOf(message, length))).isEqualTo(Shape.BAD_QUESTION);
    }
  }

  @Test
  void refusesAPointerInTheQuestion() {
    assertThat(look(header(0, 1, 0, 0, 0).pointer(12).hex("00010001").bytes()))
        .isEqualTo(Shape.BAD_QUESTION);
  }

  @Test
  void takesNoneOfSeveralQuestions() {
    Octets message = header(0, 2, 0, 0, 0).name("a.example").hex("00010001");
    assertThat(look(message.pointer(12).hex("001c0001").bytes())).isEqualTo(Shape.WELL_FORMED);
    assertThat(view.hasQuestion()).isFalse();
    assertThat(view.recordsOffset()).isEqualTo(view.offset() + view.length());
    assertThat(look(header(0, 0xffff, 0, 0, 0).u8(0).hex("00010001").bytes()))
        .isEqualTo(Shape.BAD_QUESTION);
  }

  @Test
  void joinsTheExtendedRcode() {
    Octets message = header(0, 0, 0, 0, 1).u8(0).u16(OPT).u16(1232).hex("01008000").u16(0);
    assertThat(look(message.bytes())).isEqualTo(Shape.WELL_FORMED);
    assertThat(view.scanRecords()).isTrue();
    assertThat(view.rcode()).isEqualTo(16);
    assertThat(view.hasEdns()).isTrue();
    assertThat(view.edeCode()).isEqualTo(-1);
  }

  @Test
  void forgetsTheEdnsOfTheMessageBefore() {
    look(edns(Octets.of().hex("000f 0002 0016").bytes()));
    assertThat(view.scanRecords()).isTrue();
    assertThat(view.hasEdns()).isTrue();
    assertThat(look(header(3, 0, 0, 0, 0).bytes())).isEqualTo(Shape.WELL_FORMED);
    assertThat(view.scanRecords()).isTrue();
    assertThat(view.rcode()).isEqualTo(3);
    assertThat(view.edeCode()).isEqualTo(-1);
    assertThat(view.hasEdns()).isFalse();
  }

  @Test
  void readsTheFirstExtendedErrorBehindOtherOptions() {
    Octets options = Octets.of().hex("000a 0002 cccc").hex("000f 0002 0016").hex("000f 0002 0017");
    look(edns(options.bytes()));
    assertThat(view.scanRecords()).isTrue();
    assertThat(view.edeCode()).isEqualTo(22);
  }

  @Test
  void overlooksAnExtendedErrorThatIsCutOrTooShort() {
    for (String option : new String[] {"000f 0001 00", "000f 0002 00", "000f 0009", "000f"}) {
      byte[] options = Octets.of().hex(option).bytes();
      look(Octets.of().raw(edns(options)).bytes());
      assertThat(view.scanRecords()).isTrue();
      assertThat(view.edeCode()).as(option).isEqualTo(-1);
    }
  }

  @Test
  void takesAnOptRecordFromTheAdditionalSectionOnly() {
    byte[] opt = Octets.of().u8(0).u16(OPT).u16(1232).hex("01000000").u16(0).bytes();
    look(header(0, 0, 1, 1, 0).raw(opt).raw(opt).bytes());
    assertThat(view.scanRecords()).isTrue();
    assertThat(view.rcode()).isZero();
    assertThat(view.hasEdns()).isFalse();
  }

  @Test
  void takesTheOwnerOfTheFirstSoaOfTheAuthoritySectionOnly() {
    byte[] a = record("a", A, "c0000201");
    byte[] soa = record("zone", SOA, "00");
    Octets message = header(3, 0, 2, 2, 1).raw(a).raw(soa).raw(a);
    int owner = message.size();
    look(message.raw(soa).raw(soa).bytes());
    assertThat(view.scanRecords()).isTrue();
    assertThat(view.soaOwnerOffset()).isEqualTo(owner);

    look(header(3, 0, 1, 0, 1).raw(soa).raw(soa).bytes());
    assertThat(view.scanRecords()).isTrue();
    assertThat(view.soaOwnerOffset()).isEqualTo(-1);
  }

  @Test
  void keepsWhatStandsBeforeAMalformedRecord() {
    byte[] soa = record("zone", SOA, "00");
    byte[] message = header(3, 0, 0, 2, 0).raw(soa).raw(soa).bytes();
    for (int cut = 1; cut < soa.length; cut++) {
      look(Arrays.copyOf(message, message.length - cut));
      assertThat(view.scanRecords()).isFalse();
      assertThat(view.soaOwnerOffset()).isEqualTo(12);
    }
  }

  @Test
  void countsRecordsThatAreNotThereAsMalformed() {
    look(header(0, 0, 0xffff, 0xffff, 0xffff).bytes());
    assertThat(view.scanRecords()).isFalse();
    assertThat(view.rcode()).isZero();
  }

  private Shape look(byte[] message) {
    byte[] shifted = Octets.of().raw(new byte[5]).raw(message).bytes();
    return view.wrap(shifted, 5, message.length);
  }

  private static Octets header(int rcode, int questions, int answers, int authorities, int more) {
    return Octets.of()
        .u16(0x1234)
        .u16(0x8400 | rcode)
        .u16(questions)
        .u16(answers)
        .u16(authorities)
        .u16(more);
  }

  private static byte[] edns(byte[] options) {
    Octets opt = header(0, 0, 0, 0, 1).u8(0).u16(OPT).u16(1232).hex("01000000");
    return opt.u16(options.length).raw(options).bytes();
  }

  private static byte[] record(String owner, int type, String rdata) {
    byte[] octets = Octets.of().hex(rdata).bytes();
    return Octets.of().name(owner).u16(type).u16(1).u32(300).u16(octets.length).raw(octets).bytes();
  }
}
