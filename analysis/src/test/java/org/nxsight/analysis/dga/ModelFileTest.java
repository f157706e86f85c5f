package org.nxsight.analysis.dga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ModelFileTest {
  private static byte[] shipped() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ModelFile.write(DgaModel.shipped(), out);
    return out.toByteArray();
  }

  private static DgaModel read(byte[] octets) throws IOException {
    return ModelFile.read(new ByteArrayInputStream(octets), "my.model");
  }

  @Test
  void aModelThatIsWrittenAndReadScoresTheSame() throws IOException {
    DgaModel copy = read(shipped());

    assertThat(copy.about()).isEqualTo(DgaModel.shipped().about());
    assertThat(new DgaScorer(copy).score("mqzvbtrkw"))
        .isEqualTo(new DgaScorer(DgaModel.shipped()).score("mqzvbtrkw"));
  }

  @Test
  void aFileThatWasCutOffIsTold() throws IOException {
    byte[] whole = shipped();
    for (int length : new int[] {6, 7, 15, 100, whole.length / 2, whole.length - 1}) {
      assertThatThrownBy(() -> read(Arrays.copyOf(whole, length)))
          .as("%d octets", length)
          .isInstanceOf(IOException.class)
          .hasMessage("my.model ends too early: the model was cut off. Copy or train it again.");
    }
  }

  @Test
  void aForeignFileIsTold() {
    for (byte[] foreign :
        new byte[][] {{}, {'N', 'X'}, "PK something".getBytes(StandardCharsets.US_ASCII)}) {
      assertThatThrownBy(() -> read(foreign))
          .hasMessage(
              "my.model is not a model of generated names; `nxsight train -o FILE` writes one.");
    }
  }

  @Test
  void aModelOfAnotherVersionIsTold() throws IOException {
    byte[] other = shipped();
    other[6] = 9;

    assertThatThrownBy(() -> read(other))
        .hasMessageContaining("0x901")
        .hasMessageContaining("nxsight train");
  }

  @Test
  void everyFlippedBitOfThePartsIsTold() throws IOException {
    byte[] whole = shipped();
    for (int at = whole.length - 1; at > whole.length / 2; at -= 5_003) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 4;
      assertThatThrownBy(() -> read(flipped)).hasMessageContaining("damaged");
    }
  }
}
