package org.nxsight.bench.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.zip.CRC32C;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench/bench store}: makes up a passive DNS database of any size. */
@Command(
    name = "bench/bench store",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a store of made-up RRsets: nine tenths of them in files of one month, the others in",
      "eight files of a day, twelve of an hour and six of ten minutes, whose names are in the month too."
    },
    footer = {
      "",
      "Example:",
      "  bench/bench store --rrsets 1000000 -o made && bench/bench lookups made"
    })
public final class GenerateStore implements Callable<Integer> {
  /** Rows of a file of the month: 24 row groups. */
  private static final long FILE_ROWS = 491_520;

  private static final int ROW_GROUP_ROWS = 20_480;
  private static final long FIRST = 1_790_812_800; // 2026-10-01
  private static final long LAST = 1_793_491_200; // 2026-11-01

  @Option(
      names = "--rrsets",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "rows of RRsets in all files (default: ${DEFAULT-VALUE})")
  private long rrsets = 1_000_000;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      defaultValue = "4GB",
      description = "for sorting (default: ${DEFAULT-VALUE})")
  private String memory = "4GB";

  @Option(names = "-o", paramLabel = "DIR", required = true, description = "the data directory")
  private Path directory = Path.of("");

  private final StringBuilder manifest = new StringBuilder();
  private long sequence;

  /** The command line. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new GenerateStore()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Path store = directory.resolve("store");
    MadeRrsets made = new MadeRrsets(rrsets * 9 / 10 / MadeRrsets.RRSETS_OF_DOMAIN);
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      statement.execute("SET memory_limit = '" + memory.replaceAll("[^0-9A-Za-z.]", "") + "'");
      statement.execute("SET temp_directory = '" + text(directory.resolve("tmp")) + "'");
      statement.execute(MadeRrsets.DIGIT);
      month(statement, store, made);
      spans(statement, store, made, "day", "20261101.0000", 8, rrsets / 100);
      spans(statement, store, made, "hour", "20261109.0000", 12, rrsets / 600);
      spans(statement, store, made, "minutes", "20261109.1200", 6, rrsets / 3_000);
    }
    writeManifest(store);
    return 0;
  }

  private void month(Statement duckdb, Path store, MadeRrsets made)
      throws SQLException, IOException {
    long domainsOfFile = FILE_ROWS / MadeRrsets.RRSETS_OF_DOMAIN;
    for (long first = 0; first < made.domains(); first += domainsOfFile) {
      long count = Math.min(domainsOfFile, made.domains() - first);
      Path file = next(store, "pdns", "2026-10", "202610.month");
      copy(duckdb, made.rows(first, count, 1), file);
      enter(duckdb, store, "pdns", file, "month");
    }
    sorted(duckdb, store, store.resolve("pdns/2026-10/*.parquet"));
  }

  /** The single records, cut into files of some row groups each by one thread, in order. */
  private void sorted(Statement duckdb, Path store, Path all) throws SQLException, IOException {
    Path whole = store.resolve("sorted.part");
    copy(duckdb, MadeRrsets.singles(text(all)), whole);
    long rows = rows(duckdb, whole);
    duckdb.execute("SET preserve_insertion_order = true");
    for (long first = 0; first < rows; first += FILE_ROWS) {
      Path file = next(store, "pdns_rdata", "2026-10", "202610.month");
      copy(
          duckdb,
          "SELECT * EXCLUDE (file_row_number) FROM read_parquet('"
              + text(whole)
              + "', file_row_number = true) WHERE file_row_number BETWEEN "
              + first
              + " AND "
              + (first + FILE_ROWS - 1),
          file);
      enter(duckdb, store, "pdns_rdata", file, "month");
    }
    Files.delete(whole);
  }

  private void spans(
      Statement duckdb,
      Path store,
      MadeRrsets made,
      String level,
      String time,
      int files,
      long rows)
      throws SQLException, IOException {
    long domains = Math.max(1, rows / MadeRrsets.RRSETS_OF_DOMAIN);
    long step = Math.max(1, made.domains() / domains);
    for (int i = 0; i < files; i++) {
      String day = time.substring(0, 4) + "-" + time.substring(4, 6) + "-" + time.substring(6, 8);
      Path rrsetsFile = next(store, "pdns", day, time + "." + level);
      copy(duckdb, made.rows(i % step, Math.min(domains, made.domains() / step), step), rrsetsFile);
      enter(duckdb, store, "pdns", rrsetsFile, level);
      Path singles = next(store, "pdns_rdata", day, time + "." + level);
      copy(duckdb, MadeRrsets.singles(text(rrsetsFile)), singles);
      enter(duckdb, store, "pdns_rdata", singles, level);
    }
  }

  private Path next(Path store, String dataset, String day, String time) throws IOException {
    Path directoryOfFile = Files.createDirectories(store.resolve(dataset).resolve(day));
    sequence++;
    return directoryOfFile.resolve(
        String.format(Locale.ROOT, "%s.%s.%06d.parquet", dataset, time, sequence));
  }

  private static void copy(Statement duckdb, String select, Path file) throws SQLException {
    duckdb.execute(
        "COPY ("
            + select
            + ") TO '"
            + text(file)
            + "' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE "
            + ROW_GROUP_ROWS
            + ")");
  }

  private void enter(Statement duckdb, Path store, String dataset, Path file, String level)
      throws SQLException, IOException {
    manifest.append("file ").append(dataset).append(' ');
    manifest.append(store.resolve(dataset).relativize(file)).append(' ');
    manifest.append(Files.size(file)).append(' ').append(rows(duckdb, file));
    manifest.append(' ').append(FIRST).append(' ').append(LAST);
    manifest.append(' ').append(level).append('\n');
  }

  private static long rows(Statement duckdb, Path file) throws SQLException {
    try (ResultSet count =
        duckdb.executeQuery("SELECT count(*) FROM read_parquet('" + text(file) + "')")) {
      count.next();
      return count.getLong(1);
    }
  }

  private void writeManifest(Path store) throws IOException {
    String body =
        "nxsight-store 1\nsalt 0000000000000001\nnext " + (sequence + 1) + "\n" + manifest;
    CRC32C checksum = new CRC32C();
    checksum.update(body.getBytes(StandardCharsets.US_ASCII));
    Files.writeString(
        store.resolve("MANIFEST"),
        body + String.format(Locale.ROOT, "end %08x\n", checksum.getValue()));
  }

  private static String text(Path file) {
    return file.toAbsolutePath().normalize().toString().replace("'", "''");
  }
}
