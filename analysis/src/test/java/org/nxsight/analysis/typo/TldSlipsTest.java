package org.nxsight.analysis.typo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nxsight.analysis.cut.TopLevelDomains;
import org.nxsight.analysis.cut.Wire;

class TldSlipsTest {
  @ParameterizedTest
  @CsvSource({"con, com", "cmo, com", "ner, net", "ogr, org", "dee, de"})
  void knowsWhatWasMeant(String slip, String meant) {
    assertThat(TldSlips.meant(Wire.of(slip), 0)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({"com", "lan", "co", "cm", "om", "xn--p1ai", "averylongendofaname"})
  void leavesOtherEndsAlone(String end) {
    assertThat(TldSlips.meant(Wire.of(end), 0)).isNull();
  }

  @Test
  void knowsNoSlipThatIsATopLevelDomain() {
    byte[] wire = {3, 0, 0, 0, 0};
    for (char a = 'a'; a <= 'z'; a++) {
      for (char b = 'a'; b <= 'z'; b++) {
        for (char c = 'a'; c <= 'z'; c++) {
          wire[1] = (byte) a;
          wire[2] = (byte) b;
          wire[3] = (byte) c;
          if (TopLevelDomains.isDelegated(wire, 0)) {
            assertThat(TldSlips.meant(wire, 0)).as("%c%c%c", a, b, c).isNull();
          }
        }
      }
    }
  }
}
