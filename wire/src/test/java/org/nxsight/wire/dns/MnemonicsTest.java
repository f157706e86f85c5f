package org.nxsight.wire.dns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.xbill.DNS.Type;

class MnemonicsTest {
  @Test
  void namesTypesAsDnsjavaDoes() {
    for (int type = 1; type <= 65_535; type++) {
      String name = RecordTypes.name(type);
      if (name != null && !Type.string(type).startsWith("TYPE")) {
        assertThat(name).isEqualTo(Type.string(type));
      }
    }
  }

  @Test
  void knowsEveryTypeDnsjavaKnows() {
    for (int type = 1; type <= 65_535; type++) {
      String theirs = Type.string(type);
      if (!theirs.startsWith("TYPE")) {
        assertThat(RecordTypes.text(type)).isEqualTo(theirs);
      }
    }
  }

  @Test
  void writesUnknownNumbersInTheirGenericForm() {
    assertThat(RecordTypes.name(65_280)).isNull();
    assertThat(RecordTypes.text(65_280)).isEqualTo("TYPE65280");
    assertThat(RecordClasses.text(2)).isEqualTo("CLASS2");
    assertThat(Rcodes.text(12)).isEqualTo("RCODE12");
    assertThat(Opcodes.text(3)).isEqualTo("OPCODE3");
  }

  @Test
  void readsBackEveryTypeItWrites() {
    for (int type = 0; type <= 65_535; type++) {
      assertThat(RecordTypes.number(RecordTypes.text(type))).isEqualTo(type);
    }
  }

  @Test
  void readsNamesInAnyCase() {
    assertThat(RecordTypes.number("aaaa")).isEqualTo(28);
    assertThat(RecordTypes.number("type65280")).isEqualTo(65_280);
    assertThat(RecordClasses.number("in")).isEqualTo(1);
    assertThat(Rcodes.number("nxDomain")).isEqualTo(3);
    assertThat(Opcodes.number("Update")).isEqualTo(5);
  }

  @Test
  void refusesWhatIsNeitherNameNorGenericForm() {
    for (String text : new String[] {"", "TYPE", "TYPE-1", "TYPE65536", "TYPE1x", "NOPE", "1"}) {
      assertThat(RecordTypes.number(text)).as(text).isEqualTo(-1);
    }
    assertThat(Opcodes.number("OPCODE16")).isEqualTo(-1);
  }

  @Test
  void knowsTheExtendedRcodes() {
    assertThat(Rcodes.name(16)).isEqualTo("BADVERS");
    assertThat(Rcodes.name(23)).isEqualTo("BADCOOKIE");
    assertThat(Rcodes.number("BADSIG")).isEqualTo(16);
  }

  @Test
  void keepsTheNamesLibwdnsHasNotOutOfItsOutput() {
    assertThat(RecordTypes.name(63)).isEqualTo("ZONEMD");
    assertThat(WdnsNames.rrtypeText(63)).isEqualTo("TYPE63");
    assertThat(WdnsNames.rrtypeText(64)).isEqualTo("SVCB");
    assertThat(WdnsNames.rcode(23)).isNull();
    assertThat(WdnsNames.rcode(10)).isEqualTo("NOTZONE");
    assertThat(WdnsNames.opcode(6)).isNull();
  }
}
