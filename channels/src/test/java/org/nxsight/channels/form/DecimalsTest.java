package org.nxsight.channels.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {
  /** The expectations are what C's printf("%f") and the trimmed printf("%.18f") give. */
  @ParameterizedTest
  @CsvSource({
    "0.00571, 0.005710, 0.00571",
    "0.024184, 0.024184, 0.024184000000000001",
    "0, 0.000000, 0.0",
    "-0.0, -0.000000, -0.0",
    "60, 60.000000, 60.0",
    "6.7e-5, 0.000067, 0.000067",
    "0.5e-6, 0.000000, 0.0000005",
    "1e-7, 0.000000, 0.0000001",
    "-1e-7, -0.000000, -0.0000001",
    "1e22, 10000000000000000000000.000000, 10000000000000000000000.0",
    "1e23, 99999999999999991611392.000000, 99999999999999991611392.0",
    "NaN, nan, null",
    "-Infinity, -inf, null"
  })
  void writesDoublesAsPrintfDoes(double value, String fixed, String trimmed) {
    StringBuilder out = new StringBuilder();
    Decimals.appendFixed(out, value);
    assertThat(out).hasToString(fixed);
    out.setLength(0);
    Decimals.appendTrimmed(out, value);
    assertThat(out).hasToString(trimmed);
  }
}
