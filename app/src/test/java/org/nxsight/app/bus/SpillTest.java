package org.nxsight.app.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.app.bus.Spill.Spilled;

class SpillTest {
  private static final int SEED = 20_261_129;

  @TempDir private Path parent = Path.of(".");

  @Test
  void givesRecordsBackAsTheyWere() throws IOException {
    try (Spill spill = open(1 << 20)) {
      byte[] key = {0, -1, 7};
      spill.add(new OutgoingRecord("sie.ch221", key, 63, 400, -5, new byte[] {1, 2, 3}));
      spill.add(new OutgoingRecord("findings", key, OutgoingRecord.NO_BUCKET, 1, 9, new byte[0]));

      OutgoingRecord first = next(spill).outgoing();
      OutgoingRecord second = next(spill).outgoing();

      assertThat(first.topic()).isEqualTo("sie.ch221");
      assertThat(first.key()).isEqualTo(key);
      assertThat(first.bucket()).isEqualTo(63);
      assertThat(first.observations()).isEqualTo(400);
      assertThat(first.epochNanos()).isEqualTo(-5);
      assertThat(first.value()).containsExactly(1, 2, 3);
      assertThat(second.bucket()).isEqualTo(OutgoingRecord.NO_BUCKET);
      assertThat(second.value()).isEmpty();
      assertThat(spill.next()).isNull();
    }
  }

  @Test
  void keepsTheOrderOfAQueueWhateverIsWrittenReadReleasedAndReopened() throws IOException {
    Random random = new Random(SEED);
    System.out.println("seed " + SEED);
    Deque<Integer> model = new ArrayDeque<>(); // what has not been released
    Deque<Spilled> read = new ArrayDeque<>();
    int written = 0;
    Spill spill = open(Long.MAX_VALUE);
    for (int i = 0; i < 3_000; i++) {
      int dice = random.nextInt(100);
      if (dice == 0) { // another process goes on: what was not released comes again
        spill.close();
        spill = open(Long.MAX_VALUE);
        read.clear();
      } else if (dice < 40) {
        assertThat(spill.add(record(written, random.nextInt(200_000)))).isTrue();
        model.addLast(written++);
      } else if (dice < 70) {
        Spilled next = spill.next();
        assertThat(next == null).isEqualTo(read.size() == model.size());
        if (next != null) {
          assertThat(number(next)).isEqualTo(new ArrayList<>(model).get(read.size()));
          read.addLast(next);
        }
      } else if (!read.isEmpty()) {
        spill.release(read.removeFirst().end());
        model.removeFirst();
      }
      assertThat(spill.isEmpty()).isEqualTo(model.isEmpty());
    }
    spill.close();
  }

  @Test
  void takesNoMoreThanItsLimit() throws IOException {
    long limit = 100_000;
    try (Spill spill = open(limit)) {
      int taken = 0;
      while (spill.add(record(taken, 1_000))) {
        taken++;
      }

      assertThat(taken).isBetween(90, 100);
      assertThat(octetsOnDisk()).isEqualTo(spill.octets()).isLessThanOrEqualTo(limit);
    }
  }

  @Test
  void leavesNothingOnDiskWhenAllHasBeenReleased() throws IOException {
    try (Spill spill = open(Long.MAX_VALUE)) {
      for (int i = 0; i < 30; i++) {
        spill.add(record(i, 1 << 20)); // several segments
      }
      for (int i = 0; i < 30; i++) {
        spill.release(next(spill).end());
      }

      assertThat(spill.isEmpty()).isTrue();
      assertThat(octetsOnDisk()).isZero();
    }
  }

  @Test
  void passesOverARecordThatWasBeingWrittenWhenTheProcessWasKilled() throws IOException {
    try (Spill spill = open(Long.MAX_VALUE)) {
      spill.add(record(0, 1_000));
      spill.add(record(1, 1_000));
    }
    Path segment = files().getFirst();
    try (FileChannel file = FileChannel.open(segment, StandardOpenOption.WRITE)) {
      file.truncate(file.size() - 1);
    }
    try (Spill spill = open(Long.MAX_VALUE)) {
      spill.add(record(2, 1_000));

      assertThat(number(next(spill))).isZero();
      assertThat(number(next(spill))).isEqualTo(2);
      assertThat(spill.torn()).isEqualTo(1);
    }
  }

  @Test
  void putsWhatWasUnderWayBeforeWhatWaited() throws IOException {
    try (Spill spill = open(Long.MAX_VALUE)) {
      spill.add(record(2, 10));
      next(spill);
      spill.addFirst(List.of(record(0, 10), record(1, 10)));
    }
    try (Spill spill = open(Long.MAX_VALUE)) {
      assertThat(number(next(spill))).isZero();
      assertThat(number(next(spill))).isEqualTo(1);
      assertThat(number(next(spill))).isEqualTo(2);
      assertThat(spill.next()).isNull();
    }
  }

  @Test
  void readsNoRecordThatWasChangedOnDisk() throws IOException {
    try (Spill spill = open(Long.MAX_VALUE)) {
      spill.add(record(0, 1_000));
    }
    try (FileChannel file = FileChannel.open(files().getFirst(), StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.wrap(new byte[] {42}), file.size() - 10);
    }
    try (Spill spill = open(Long.MAX_VALUE)) {
      assertThat(spill.next()).isNull();
      assertThat(spill.torn()).isEqualTo(1);
    }
  }

  private Spill open(long limit) throws IOException {
    return Spill.open(parent.resolve("spill"), limit);
  }

  private static OutgoingRecord record(int number, int octets) {
    byte[] key = Integer.toString(number).getBytes(StandardCharsets.US_ASCII);
    return new OutgoingRecord("ch220", key, 1, 1, number, new byte[octets]);
  }

  private static int number(Spilled spilled) {
    return Integer.parseInt(new String(spilled.outgoing().key(), StandardCharsets.US_ASCII));
  }

  private static Spilled next(Spill spill) throws IOException {
    Spilled next = spill.next();
    assertThat(next).isNotNull();
    return next;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> entries = Files.list(parent.resolve("spill"))) {
      return entries.filter(each -> each.toString().endsWith(".spill")).sorted().toList();
    }
  }

  private long octetsOnDisk() throws IOException {
    long octets = 0;
    for (Path file : files()) {
      octets += Files.size(file);
    }
    return octets;
  }
}
