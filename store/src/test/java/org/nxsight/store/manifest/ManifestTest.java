package org.nxsight.store.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.store.Dataset;

class ManifestTest {
  private static final long TIME = 1_795_493_550L;

  @TempDir Path store;
  private final FileName name = new FileName(Dataset.PDNS, Level.MINUTES, TIME / 600 * 600, 12);
  private final FileName gone = new FileName(Dataset.NODATA, Level.MONTH, 1_793_491_200L, 7);
  private Manifest manifest = Manifest.empty(0);
  private Path file = Path.of("");

  @BeforeEach
  void write() throws IOException {
    file = store.resolve(Manifest.FILE_NAME);
    StoreFile pdns = new StoreFile(name, 4_096, 10, TIME, TIME + 5);
    manifest = new Manifest(0xfedc_ba98_7654_3210L, 13, List.of(pdns), List.of(gone));
    manifest.write(store);
  }

  @Test
  void isReadAsItWasWritten() throws Exception {
    assertThat(Manifest.read(store)).isEqualTo(manifest);
    assertThat(name.path()).isEqualTo("pdns/2026-11-24/pdns.20261124.0410.minutes.000012.parquet");
    assertThat(gone.path()).isEqualTo("nodata/2026-11/nodata.202611.month.000007.parquet");
    assertThat(Files.readAllLines(file))
        .startsWith("nxsight-store 1", "salt fedcba9876543210", "next 13");
  }

  @Test
  void isKnownToBeDamagedByAnyOctet() throws Exception {
    byte[] octets = Files.readAllBytes(file);
    for (int i = 0; i < octets.length; i++) {
      byte[] damaged = octets.clone();
      damaged[i] ^= 1;
      Files.write(file, damaged);
      assertThatThrownBy(() -> Manifest.read(store))
          .as("octet " + i)
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(file + ": is ")
          .message()
          .doesNotContain("\n");
    }
  }

  @Test
  void isKnownToBeCutShort() throws Exception {
    byte[] octets = Files.readAllBytes(file);
    for (int length = 0; length < octets.length; length++) {
      Files.write(file, Arrays.copyOf(octets, length));
      assertThatThrownBy(() -> Manifest.read(store)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void saysThatItIsOfANewerVersion() throws Exception {
    Files.writeString(file, "nxsight-store 2\nanything\n");
    assertThatThrownBy(() -> Snapshot.open(store))
        .hasMessage(
            file + ": is of version 2, and this program knows version 1; read it with a newer one");
  }

  @Test
  void doesNotNameFilesElsewhere() throws Exception {
    for (String path :
        List.of("../../etc/passwd", "2026-11-24/pdns.20261131.0410.day.000001.parquet")) {
      String text = "nxsight-store 1\nfile pdns " + path + " 1 1 1 1 day\n";
      byte[] octets = text.getBytes(StandardCharsets.US_ASCII);
      Files.writeString(
          file, text + "end " + ManifestReader.checksum(octets, octets.length) + "\n");
      assertThatThrownBy(() -> Manifest.read(store)).hasMessageContaining("line 2 has no form");
    }
  }

  @Test
  void isEmptyWhereNothingWasWritten() throws Exception {
    try (Snapshot snapshot = Snapshot.open(store.resolve("nowhere"))) {
      for (Dataset dataset : Dataset.values()) {
        assertThat(snapshot.files(dataset)).isEmpty();
      }
    }
    assertThat(store.resolve("nowhere")).doesNotExist();
  }

  @Test
  void isReadByManyAtOnceWhileOneWrites() throws Exception {
    try (StoreDirectory directory = StoreDirectory.open(store)) {
      try (Snapshot first = Snapshot.open(store);
          Snapshot second = Snapshot.open(store)) {
        directory.commit(List.of(), List.of(name));
        assertThat(first.files(Dataset.PDNS)).isEqualTo(second.files(Dataset.PDNS)).hasSize(1);
        assertThat(directory.gone()).contains(name);
        try (Snapshot third = Snapshot.open(store)) {
          assertThat(third.files(Dataset.PDNS)).isEmpty();
        }
      }
      directory.deleteGone();
      assertThat(directory.gone()).isEmpty();
    }
  }
}
