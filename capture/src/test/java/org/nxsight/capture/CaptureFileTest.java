package org.nxsight.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a stream that is no capture. */
class CaptureFileTest {
  private boolean closed;

  /** Decompressors hold memory of their own, which closing them gives back. */
  @ParameterizedTest
  @EnumSource
  void closesWhatItCannotRead(Compression compression) {
    byte[] packed = compression.compress("no capture".getBytes(StandardCharsets.US_ASCII));
    ByteArrayInputStream stream =
        new ByteArrayInputStream(packed) {
          @Override
          public void close() {
            closed = true;
          }
        };
    assertThatThrownBy(() -> CaptureFile.open("file", stream))
        .hasMessageContaining("is not read as a capture");
    assertThat(closed).isTrue();
  }
}
