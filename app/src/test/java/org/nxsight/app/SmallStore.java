package org.nxsight.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.nxsight.store.Dataset;
import org.nxsight.wire.dns.NameKey;

/** A store written row by row with SQL alone, as its description has it. */
final class SmallStore {
  private static final String DAY = "2026-11-01";

  private final Path data;
  private final Map<Dataset, List<String>> rows = new EnumMap<>(Dataset.class);

  /**
   * @param data what {@code --data} is to name
   */
  SmallStore(Path data) {
    this.data = data;
  }

  /** An RRset; times are seconds since 1970, a bailiwick may be null. */
  SmallStore rrset(
      Dataset dataset,
      String rrname,
      String rrtype,
      @Nullable String bailiwick,
      long count,
      long first,
      long last,
      String... rdata) {
    List<String> list = new ArrayList<>();
    for (String each : rdata) {
      list.add(text(each));
    }
    return row(
        dataset,
        text(NameKey.of(rrname)),
        text(rrname),
        text(rrtype),
        bailiwick == null ? "NULL" : text(bailiwick),
        "[" + String.join(", ", list) + "]",
        "1",
        Long.toString(count),
        time(first),
        time(last));
  }

  /** An address of a name, also by rdata. */
  SmallStore address(String rrname, String zone, String address, long first, long last) {
    rrset(Dataset.PDNS, rrname, "A", zone, 3, first, last, address);
    StringBuilder key = new StringBuilder();
    for (String octet : address.split("\\.", -1)) {
      key.append(HexFormat.of().toHexDigits((byte) Integer.parseInt(octet)));
    }
    return row(
        Dataset.PDNS_RDATA,
        text(key.toString()),
        text(address),
        text(rrname),
        text("A"),
        "3",
        time(first),
        time(last));
  }

  /** A failure, or with NOERROR an answer without data; asked by resolvers with these hashes. */
  SmallStore failure(
      String qname,
      String qtype,
      String rcode,
      @Nullable String cut,
      String server,
      long count,
      long first,
      long last,
      long... resolvers) {
    return row(
        rcode.equals("NOERROR") ? Dataset.NODATA : Dataset.FAILURES,
        text(NameKey.of(qname)),
        text(qname),
        text(qtype),
        text(rcode),
        time(first / 60 * 60),
        "60",
        "NULL",
        cut == null ? "NULL" : text(cut),
        cut == null ? "NULL" : text(cut),
        text(server),
        Long.toString(count),
        Long.toString(count / 2),
        time(first),
        time(last),
        hashes(resolvers),
        "[]::UBIGINT[]",
        "[]::UBIGINT[]",
        "[]::VARCHAR[]",
        "NULL",
        "NULL");
  }

  /** The names of a flood under a cut. */
  SmallStore flood(String cut, long count, long first, long last, long names, String... samples) {
    long[] hashes = new long[(int) names];
    for (int i = 0; i < names; i++) {
      hashes[i] = 1000L + i;
    }
    List<String> list = new ArrayList<>();
    for (String each : samples) {
      list.add(text(each));
    }
    return row(
        Dataset.FAILURES,
        text(NameKey.of(cut)),
        text("*." + cut),
        text("A"),
        text("NXDOMAIN"),
        time(first / 60 * 60),
        "60",
        "NULL",
        text(cut),
        text(cut),
        "NULL",
        Long.toString(count),
        "0",
        time(first),
        time(last),
        hashes(1, 2),
        hashes(3),
        hashes(hashes),
        "[" + String.join(", ", list) + "]",
        "NULL",
        "NULL");
  }

  private SmallStore row(Dataset dataset, String... values) {
    rows.computeIfAbsent(dataset, none -> new ArrayList<>())
        .add("(" + String.join(", ", values) + ")");
    return this;
  }

  /** Writes a file for each dataset that has rows, and the manifest. */
  Path write() throws IOException, SQLException {
    StringBuilder manifest = new StringBuilder("nxsight-store 1\nsalt 0123456789abcdef\nnext 99\n");
    long sequence = 1;
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (Map.Entry<Dataset, List<String>> entry : rows.entrySet()) {
        String table = entry.getKey().tableName();
        String path = "%s/%s.20261101.0000.minutes.%06d.parquet".formatted(DAY, table, sequence++);
        Path file = data.resolve("store").resolve(table).resolve(path);
        Files.createDirectories(file.getParent());
        statement.execute("CREATE TABLE t (" + entry.getKey().columns() + ")");
        statement.execute("INSERT INTO t VALUES " + String.join(", ", entry.getValue()));
        String key = entry.getKey() == Dataset.PDNS_RDATA ? "rdata_key" : "name_key";
        statement.execute(
            "COPY (FROM t ORDER BY " + key + ") TO " + text(file.toString()) + " (FORMAT parquet)");
        statement.execute("DROP TABLE t");
        manifest.append(
            "file %s %s %d %d 0 0 minutes\n"
                .formatted(table, path, Files.size(file), entry.getValue().size()));
      }
    }
    CRC32C crc = new CRC32C();
    crc.update(manifest.toString().getBytes(StandardCharsets.US_ASCII));
    manifest.append("end %08x\n".formatted(crc.getValue()));
    Files.createDirectories(data.resolve("store"));
    Files.writeString(data.resolve("store").resolve("MANIFEST"), manifest);
    return data;
  }

  private static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  private static String time(long seconds) {
    return "TIMESTAMP '" + Instant.ofEpochSecond(seconds).toString().replace("Z", "") + "'";
  }

  private static String hashes(long... hashes) {
    List<String> list = new ArrayList<>();
    for (long hash : hashes) {
      list.add(Long.toUnsignedString(hash));
    }
    return "[" + String.join(", ", list) + "]::UBIGINT[]";
  }
}
