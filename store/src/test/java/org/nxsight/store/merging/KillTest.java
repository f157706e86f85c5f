package org.nxsight.store.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.store.Dataset;
import org.nxsight.store.manifest.Snapshot;
import org.nxsight.store.manifest.StoreDirectory;
import org.nxsight.store.writing.StoredRows;

/** Kills a real writer at random moments. */
class KillTest {
  private static final int KILLS = 12;
  private static final int MOST_BATCHES = 4;
  private static final int MOST_MILLIS = 400;

  @TempDir Path directory;

  private final Set<Integer> acknowledged = new TreeSet<>();

  /** Batches of which nobody knows: each was the next one when its writer was killed. */
  private final Set<Integer> inFlight = new TreeSet<>();

  private int merges;

  @Test
  void holdsEachAcknowledgedBatchOnceAndOfOthersAllOrNothing() throws Exception {
    long seed = new Random().nextLong();
    System.out.println("KillTest: seed " + seed);
    Random random = new Random(seed);
    Path store = directory.resolve("store");
    int next = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      next = writeAndKill(store, next, random);
    }
    check(store);

    StoreDirectory.open(store).close();
    check(store);
    assertThat(filesOnDisk(store)).isEqualTo(filesInManifest(store));
    assertThat(acknowledged).isNotEmpty();
    System.out.printf(
        "KillTest: %d batches acknowledged, %d in flight, %d merges finished%n",
        acknowledged.size(), inFlight.size(), merges);
  }

  /** Has a writer write from a batch on, and kills it; returns the first batch for another. */
  private int writeAndKill(Path store, int first, Random random)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty(
                "surefire.test.class.path", System.getProperty("java.class.path", "")),
            KilledWriter.class.getName(),
            store.toString(),
            Integer.toString(first));
    File errors = directory.resolve("errors").toFile();
    Process writer = builder.redirectError(errors).start();
    int next = first;
    try (BufferedReader lines = writer.inputReader(StandardCharsets.US_ASCII)) {
      assertThat(lines.readLine()).as(Files.readString(errors.toPath())).isEqualTo("open");
      int batches = random.nextInt(MOST_BATCHES + 1);
      while (next < first + batches) {
        next += take(lines.readLine(), next);
      }
      assertThat(writer.waitFor(random.nextInt(MOST_MILLIS), TimeUnit.MILLISECONDS)).isFalse();
      writer.toHandle().destroyForcibly(); // and leaves what it said to be read
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        next += take(line, next);
      }
    }
    inFlight.add(next);
    return next + 1;
  }

  /** Takes a line of a writer; returns how many batches it acknowledges. */
  private int take(@Nullable String line, int next) {
    if ("merged".equals(line)) {
      merges++;
      return 0;
    }
    if (("committed " + next).equals(line)) {
      acknowledged.add(next);
      return 1;
    }
    assertThat("committed " + next).startsWith(line); // cut off in the middle
    return 0;
  }

  private void check(Path store) throws Exception {
    Map<Integer, Long> sets = batches(store, Dataset.PDNS, "rrname");
    assertThat(batches(store, Dataset.PDNS_RDATA, "rrname")).isEqualTo(sets);
    assertThat(batches(store, Dataset.FAILURES, "qname")).isEqualTo(sets);
    assertThat(sets.values()).allMatch(count -> count == KilledWriter.BATCH_ROWS);
    assertThat(sets.keySet()).containsAll(acknowledged);
    Set<Integer> known = new TreeSet<>(acknowledged);
    known.addAll(inFlight);
    assertThat(known).containsAll(sets.keySet());
  }

  /** The counts of all names of a batch, by batch; a name is one row, or its count is not 1. */
  private static Map<Integer, Long> batches(Path store, Dataset dataset, String name)
      throws Exception {
    Map<Integer, Long> counts = new HashMap<>();
    for (String row :
        StoredRows.of(
            store,
            dataset,
            "SELECT regexp_extract(%s, 'b(\\d+)', 1)::INTEGER, sum(count) FROM FILES GROUP BY 1"
                .formatted(name))) {
      String[] columns = row.split("\\|", -1);
      counts.put(Integer.valueOf(columns[0]), Long.valueOf(columns[1]));
    }
    return counts;
  }

  private static List<String> filesOnDisk(Path store) throws IOException {
    try (Stream<Path> all = Files.walk(store)) {
      return all.filter(Files::isRegularFile)
          .map(file -> store.relativize(file).toString())
          .filter(name -> name.contains("parquet") || name.contains(".part"))
          .sorted()
          .toList();
    }
  }

  private static List<String> filesInManifest(Path store) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Snapshot snapshot = Snapshot.open(store)) {
      for (Dataset dataset : Dataset.values()) {
        files.addAll(snapshot.files(dataset));
      }
    }
    return files.stream()
        .map(file -> store.relativize(file).toString())
        .sorted()
        .collect(Collectors.toList());
  }
}
