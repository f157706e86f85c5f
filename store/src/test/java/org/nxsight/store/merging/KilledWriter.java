package org.nxsight.store.merging;

import java.io.IOException;
import java.nio.file.Path;
import org.nxsight.store.Dataset;
import org.nxsight.store.manifest.StoreDirectory;
import org.nxsight.store.writing.Exchanges;
import org.nxsight.store.writing.Exchanges.Failure;
import org.nxsight.store.writing.Sets;
import org.nxsight.store.writing.StoreWriter;

/**
 * A process that writes batches to a store until it is killed, and says of each when it has been
 * acknowledged. After some it merges.
 */
final class KilledWriter {
  /** RRsets, and as many failures, of a batch. */
  static final int BATCH_ROWS = 300;

  private static final long DAY = 1_795_478_400L;
  private static final long SECOND = 1_000_000_000L;

  /** So that hours end while it goes on. */
  private static final long BATCH_SECONDS = 1_500;

  private static final int BATCHES_A_MERGE = 3;

  private KilledWriter() {}

  /** Takes the store and the number of the first batch. */
  public static void main(String[] arguments) throws IOException {
    Path store = Path.of(arguments[0]);
    try (StoreDirectory directory = StoreDirectory.open(store);
        StoreWriter writer = new StoreWriter(directory, null, StoreWriter.MAX_OCTETS);
        Compaction compaction = new Compaction(directory, 64L << 20)) {
      System.out.println("open");
      for (int batch = Integer.parseInt(arguments[1]); ; batch++) {
        write(writer, batch);
        writer.seal();
        writer.commit();
        System.out.println("committed " + batch);
        if (batch % BATCHES_A_MERGE == 0) {
          compaction.run(Long.MAX_VALUE / SECOND);
          System.out.println("merged");
        }
      }
    }
  }

  /** Writes rows whose names tell the batch: b7.n23.test. */
  private static void write(StoreWriter writer, int batch) throws IOException {
    long time = (DAY + batch * BATCH_SECONDS) * SECOND;
    Exchanges exchanges = new Exchanges();
    for (int i = 0; i < BATCH_ROWS; i++) {
      String name = "n" + i + ".b" + batch + ".test.";
      writer.onRrset(Dataset.PDNS, Sets.addresses(name, "test.", 1, time, time, "192.0.2.1"));
      exchanges.add(Failure.nxdomain(name, "test.", time));
    }
    exchanges.each(each -> writer.onFailure(each, null));
  }
}
