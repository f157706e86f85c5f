package org.nxsight.store.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.store.Dataset;
import org.nxsight.store.manifest.StoreDirectory;

/** What happens on a small disk; only where one can be made. */
class FullDiskTest {
  private static final long TIME = 1_795_493_550_000_000_000L;

  @TempDir Path disk;
  private boolean mounted;

  @BeforeEach
  void mount() throws Exception {
    mounted = run("mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", disk.toString());
    assumeThat(mounted).isTrue();
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      run("umount", disk.toString());
    }
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).start();
      return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }

  private static void write(StoreWriter writer, int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      writer.onRrset(
          Dataset.PDNS,
          Sets.addresses(
              "n" + i * 7_919L % 100_003 + ".test.", "test.", 1, TIME, TIME, "192.0.2.1"));
    }
  }

  @Test
  void keepsWhatIsCommittedAndWhatIsNotWritten() throws Exception {
    Path store = disk.resolve("store");
    Path full = disk.resolve("full");
    try (StoreDirectory directory = StoreDirectory.open(store);
        StoreWriter writer = new StoreWriter(directory, null, StoreWriter.MAX_OCTETS)) {
      write(writer, 0, 100);
      writer.seal();
      writer.commit();

      Files.write(full, new byte[12_000_000]);
      write(writer, 100, 30_000);
      assertThatThrownBy(writer::seal)
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(store.toString())
          .hasMessageContaining("cannot be written: ")
          .message()
          .doesNotContain("\n");
      assertThat(StoredRows.number(store, Dataset.PDNS, "sum(count)")).isEqualTo(100);

      Files.delete(full);
      writer.seal();
      writer.commit();
    }
    assertThat(StoredRows.number(store, Dataset.PDNS, "sum(count)")).isEqualTo(30_000);
    assertThat(StoredRows.number(store, Dataset.PDNS_RDATA, "sum(count)")).isEqualTo(30_000);
    try (Stream<Path> all = Files.walk(store)) {
      assertThat(all.filter(file -> file.toString().endsWith(".part"))).isEmpty();
    }
  }

  @Test
  void saysWhichDirectoryCannotBeMade() throws Exception {
    Path file = Files.writeString(disk.resolve("file"), "");
    assertThatThrownBy(() -> StoreDirectory.open(file.resolve("store")))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + "/store: cannot be written: ");
  }
}
