package org.nxsight.store.writing;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nxsight.channels.answers.SeenRrset;
import org.nxsight.exchange.ExchangeBatch;
import org.nxsight.store.Dataset;
import org.nxsight.store.manifest.StoreDirectory;
import org.nxsight.store.manifest.Whole;
import org.nxsight.store.writing.Exchanges.Failure;

/**
 * Prints how much a CPU-second takes: a program of its own, whose numbers are in docs/store.md. Its
 * argument is a directory for the store.
 */
final class IngestMeasurement {
  private static final long TIME = 1_795_493_550_000_000_000L;
  private static final int BATCH = 1_000;
  private static final int REPEATED = 5_000_000;
  private static final int DISTINCT = 1_000_000;

  private final Path store;

  private IngestMeasurement(Path store) {
    this.store = store;
  }

  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    IngestMeasurement measurement = new IngestMeasurement(directory.resolve("measured-store"));
    for (int round = 0; round < 2; round++) {
      measurement.failures("failures, 1,000 keys again and again", REPEATED, 1, "x.test.");
      measurement.failures("failures, names below 100 cuts, each its own", DISTINCT, 100, "test.");
      measurement.failures("failures, a flood below one cut", DISTINCT, 0, "x.test.");
      measurement.rrsets();
    }
  }

  private void failures(String what, int count, int zones, String zone) throws IOException {
    measure(
        what,
        count,
        writer -> {
          ExchangeBatch same = batch(0, 1, zone);
          for (int from = 0; from < count; from += BATCH) {
            ExchangeBatch batch = zones == 1 ? same : batch(from, zones, zone);
            Exchanges.each(batch, each -> writer.onFailure(each, null));
          }
        });
  }

  private static ExchangeBatch batch(int from, int zones, String zone) throws IOException {
    Exchanges exchanges = new Exchanges();
    for (int i = from; i < from + BATCH; i++) {
      String cut = zones > 1 ? "z" + i / BATCH % zones + "." + zone : zone;
      exchanges.add(Failure.nxdomain("n" + i + "." + cut, cut, TIME + i % 60));
    }
    return exchanges.batch();
  }

  private void rrsets() throws IOException {
    measure(
        "RRsets of two addresses, each its own",
        DISTINCT,
        writer -> {
          for (int i = 0; i < DISTINCT; i++) {
            long mixed = i * 0x9e37_79b9L & 0xffff_ffffL;
            SeenRrset seen =
                Sets.addresses(
                    "h" + mixed + ".z" + mixed % 20_000 + ".test.",
                    "z" + mixed % 20_000 + ".test.",
                    3,
                    TIME,
                    TIME + i,
                    "10." + (i >> 16 & 255) + "." + (i >> 8 & 255) + "." + (i & 255),
                    "10.9." + (i >> 8 & 255) + "." + (i & 255));
            writer.onRrset(Dataset.PDNS, seen);
          }
        });
  }

  private interface Ingest {
    void run(StoreWriter writer) throws IOException;
  }

  private void measure(String what, int count, Ingest ingest) throws IOException {
    Whole.deleteTree(store);
    try (StoreDirectory directory = StoreDirectory.open(store);
        StoreWriter writer = new StoreWriter(directory, null, StoreWriter.MAX_OCTETS)) {
      long cpu = cpuNanos();
      ingest.run(writer);
      writer.seal();
      writer.commit();
      double seconds = (cpuNanos() - cpu) / 1e9;
      System.out.printf(
          "%-45s %,9d taken, %,9d rows, %3d files, %6.1f CPU-s: %,9.0f a CPU-s%n",
          what, count, writer.counts().rows(), writer.counts().files(), seconds, count / seconds);
    }
    System.out.println(
        Files.readString(Path.of("/proc/self/status"))
            .lines()
            .filter(line -> line.startsWith("VmHWM"))
            .findFirst()
            .orElse(""));
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
