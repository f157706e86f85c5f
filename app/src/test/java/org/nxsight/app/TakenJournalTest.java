package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nxsight.capture.FirstTime;

class TakenJournalTest {
  private static final String CHANNEL_FILE = "ch221/ch221.20261124.0400.1795492800.000000000.nmsg";
  private static final Path PART =
      Path.of("channels/ch221/.ch221.20261124.0400.1795492800.000000000.nmsg.part");

  @TempDir private Path directory = Path.of(".");

  @Test
  void knowsWholeRecordsOnlyHoweverFarTheLastOneWasWritten() throws Exception {
    Path path = directory.resolve("taken");
    long first;
    try (TakenJournal journal = TakenJournal.open(path)) {
      journal.commit(List.of(file(1), file(2)), List.of(CHANNEL_FILE));
      first = Files.size(path);
      journal.commit(List.of(file(3)), List.of("ch220/other"));
    }
    byte[] whole = Files.readAllBytes(path);
    for (int octets = 0; octets <= whole.length; octets++) {
      Files.write(path, Arrays.copyOf(whole, octets));
      boolean begun = octets >= first;
      boolean complete = octets == whole.length;
      try (TakenJournal journal = TakenJournal.open(path)) {
        assertThat(journal.files().contains(file(1))).isEqualTo(begun);
        assertThat(journal.files().contains(file(2))).isEqualTo(begun);
        assertThat(journal.files().contains(file(3))).isEqualTo(complete);
        assertThat(journal.lastMade())
            .isEqualTo(List.of(complete ? "ch220/other" : CHANNEL_FILE).subList(0, begun ? 1 : 0));
        journal.commit(List.of(file(4)), List.of());
      }
      try (TakenJournal journal = TakenJournal.open(path)) {
        assertThat(journal.files().contains(file(4))).isTrue();
        assertThat(journal.files().contains(file(3))).isEqualTo(complete);
      }
    }
  }

  @Test
  void believesNoRecordThatWasChanged() throws Exception {
    Path path = directory.resolve("taken");
    try (TakenJournal journal = TakenJournal.open(path)) {
      journal.commit(List.of(file(1)), List.of(CHANNEL_FILE));
    }
    byte[] whole = Files.readAllBytes(path);
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 0x11;
      Files.write(path, changed);
      try (TakenJournal journal = TakenJournal.open(path)) {
        assertThat(journal.files().all()).isEmpty();
      } catch (Complaint e) {
        assertThat(path).hasBinaryContent(changed);
      }
    }
  }

  @Test
  void complainsOfARecordThatWasChangedAmongOthersAndLeavesItAsItIs() throws Exception {
    Path path = directory.resolve("taken");
    int first;
    try (TakenJournal journal = TakenJournal.open(path)) {
      journal.commit(List.of(file(1)), List.of(CHANNEL_FILE));
      first = (int) Files.size(path);
      journal.commit(List.of(file(2)), List.of(CHANNEL_FILE));
      journal.commit(List.of(file(3)), List.of(CHANNEL_FILE));
    }
    byte[] whole = Files.readAllBytes(path);
    for (int at = 0; at < first; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 0x11;
      Files.write(path, changed);
      assertThatThrownBy(() -> TakenJournal.open(path).close())
          .isInstanceOf(Complaint.class)
          .hasMessageContaining("move it away");
      assertThat(path).hasBinaryContent(changed);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "hello\n",
        "\n",
        "took the train home\n",
        "made it",
        "done 12345678 \n",
        "took 1 2 3 4 /path\nmy own list\n",
        "took 99999999999999999999 2 3 4 /path\n",
        "took 1 2 3 9999999999999999999 /path\n",
        "took 1 2 3 4 /\0\n"
      })
  void leavesAFileOfSomebodyElseAsItIs(String content) throws Exception {
    Path path = Files.writeString(directory.resolve("taken"), content);
    assertThatThrownBy(() -> TakenJournal.open(path).close())
        .isInstanceOf(Complaint.class)
        .hasMessageContaining("is not what --follow notes there");
    assertThat(path).hasBinaryContent(content.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void findsOutSoonThatAnEndlessFileIsSomebodyElses() throws Exception {
    Path path = directory.resolve("taken");
    try (FileChannel sparse =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      sparse.write(ByteBuffer.wrap(new byte[] {'\n'}), 1L << 40);
    }
    assertThatThrownBy(() -> TakenJournal.open(path).close()).isInstanceOf(Complaint.class);
  }

  @Test
  @Timeout(30)
  void readsAsManyRecordsAsThereMayEverBeInATimeThatGrowsWithThem() throws Exception {
    int count = 200_000;
    ByteArrayOutputStream records = new ByteArrayOutputStream();
    for (int i = 0; i < count; i++) {
      records.write(TakenRecord.of(List.of(file(i)), List.of(CHANNEL_FILE)));
    }
    Path path = Files.write(directory.resolve("taken"), records.toByteArray());
    try (TakenJournal journal = TakenJournal.open(path)) {
      assertThat(journal.files().size()).isEqualTo(count);
    }
  }

  @Test
  void keepsNamesOfAnyCharacters() throws Exception {
    Path odd = Path.of("/a b/c\\nd\ne\\bf");
    Path path = directory.resolve("taken");
    try (TakenJournal journal = TakenJournal.open(path)) {
      journal.commit(List.of(new TakenFile(odd, 1, 2, 3, 4)), List.of());
    }
    try (TakenJournal journal = TakenJournal.open(path)) {
      assertThat(journal.files().all()).containsExactly(new TakenFile(odd, 1, 2, 3, 4));
    }
  }

  @Test
  void forgetsFilesThatAreGoneAndStaysSmall() throws Exception {
    Path path = directory.resolve("taken");
    try (TakenJournal journal = TakenJournal.open(path)) {
      for (int i = 0; i < 5000; i += 500) {
        List<TakenFile> batch =
            IntStream.range(i, i + 500).mapToObj(TakenJournalTest::file).toList();
        journal.commit(batch, List.of());
        journal.files().forgetMissing(batch, TimeUnit.MINUTES.toNanos(2L * i));
        journal.files().forgetMissing(batch, TimeUnit.MINUTES.toNanos(2L * i + 1));
        journal.onReleased();
      }
    }
    assertThat(Files.readAllLines(path)).hasSizeLessThan(2 * 500 + 1000 + 500);
    try (TakenJournal journal = TakenJournal.open(path)) {
      assertThat(journal.files().all())
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(4500, 5000).mapToObj(TakenJournalTest::file).toList());
    }
  }

  @Test
  void tellsAFileThatGrewFromOneInItsPlaceAndOneThatWasCompressed() {
    TakenFiles files = new TakenFiles();
    files.add(file(1));
    TakenFile grown = new TakenFile(file(1).path(), 1, 200, 6, file(1).firstNanos());
    TakenFile other = new TakenFile(file(1).path(), 1, 200, 6, 77);
    TakenFile packed =
        new TakenFile(Path.of(file(1).path() + ".zst"), 9, 20, 5, file(1).firstNanos());
    assertThat(files.contains(grown)).isFalse();
    assertThat(files.containsWhatBeginsLike(grown)).isTrue();
    assertThat(files.hasGrown(grown)).isTrue();
    assertThat(files.containsWhatBeginsLike(other)).isFalse();
    assertThat(files.containsWhatBeginsLike(packed)).isTrue();
    assertThat(files.hasGrown(packed)).isFalse();
    assertThat(files.containsWhatBeginsLike(packed.startingAt(FirstTime.UNKNOWN))).isFalse();
  }

  @Test
  void completesTheChannelFilesOfAWholeRecordAndOnlyOnce() throws Exception {
    writePart();
    try (TakenJournal journal = TakenJournal.open(directory.resolve("taken"))) {
      journal.commit(List.of(file(1)), List.of(CHANNEL_FILE));
    }
    assertThat(settle()).containsExactly("completed 1 files of an earlier run that was killed");
    Path named = directory.resolve("channels").resolve(CHANNEL_FILE);
    assertThat(named).exists();

    Files.delete(named);
    writePart();
    assertThat(settle())
        .containsExactly("removed 1 unfinished files of an earlier run that was killed");
    assertThat(named).doesNotExist();
  }

  @Test
  void removesTheChannelFilesOfNoRecord() throws Exception {
    writePart();
    assertThat(settle())
        .containsExactly("removed 1 unfinished files of an earlier run that was killed");
    assertThat(directory.resolve(PART)).doesNotExist();
  }

  private void writePart() throws IOException {
    Path part = directory.resolve(PART);
    Files.createDirectories(directory.resolve("channels/ch221"));
    Files.writeString(part, "payloads");
  }

  private List<String> settle() throws Exception {
    try (OutputDirectory output = OutputDirectory.open(directory)) {
      return output.settle(false);
    }
  }

  private static TakenFile file(int number) {
    return new TakenFile(Path.of("/captures/" + number + ".pcap"), number, 100, 5, 1000 + number);
  }
}
