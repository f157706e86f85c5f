package org.nxsight.app.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.nxsight.store.Dataset;
import org.nxsight.store.pdns.StoreFiles;
import org.nxsight.wire.dns.NameKey;

/** A store of few RRsets in two files a dataset, and what is to be answered from it. */
final class KnownStore implements StoreFiles {
  /** What was seen in one span of time. */
  record Seen(
      int file,
      String rrname,
      String rrtype,
      String bailiwick,
      List<String> rdata,
      long count,
      long first,
      long last) {
    boolean isDnssec() {
      return Set.of("DS", "RRSIG").contains(rrtype);
    }

    Seen with(Seen other) {
      return new Seen(
          file,
          rrname,
          rrtype,
          bailiwick,
          rdata,
          count + other.count,
          Math.min(first, other.first),
          Math.max(last, other.last));
    }

    List<Object> identity() {
      return List.of(rrname, rrtype, bailiwick, rdata);
    }
  }

  static final List<Seen> ROWS =
      List.of(
          seen(1, "example.com.", "A", "example.com.", 10, 1000, 1900, "192.0.2.1", "192.0.2.2"),
          seen(2, "example.com.", "A", "example.com.", 5, 2000, 2500, "192.0.2.1", "192.0.2.2"),
          seen(2, "example.com.", "A", "example.com.", 2, 2600, 2700, "198.51.100.7"),
          seen(1, "example.com.", "NS", "com.", 7, 1000, 1500, "ns1.host.net.", "ns2.host.net."),
          seen(1, "example.com.", "NS", "example.com.", 3, 1100, 1600, "ns1.host.net."),
          seen(1, "example.com.", "MX", "example.com.", 4, 1200, 1300, "10 mail.example.com."),
          seen(1, "example.com.", "DS", "com.", 6, 1000, 1700, "1 8 2 00FF"),
          seen(2, "example.com.", "TXT", "example.com.", 1, 2100, 2100, "\"it's \\\"quoted\\\"\""),
          seen(2, "mail.example.com.", "A", "example.com.", 9, 2000, 2900, "192.0.2.25"),
          seen(1, "www.example.com.", "CNAME", "example.com.", 8, 1500, 1800, "example.com."),
          seen(1, "www.example.com.", "AAAA", "example.com.", 8, 1500, 1800, "2001:db8::1"),
          seen(1, "www.example.org.", "A", "example.org.", 1, 1500, 1500, "203.0.113.9"),
          seen(2, "a/b,c.example.net.", "A", "example.net.", 1, 2000, 2000, "203.0.113.10"),
          seen(2, "a\\.b.\\228\\000.net.", "A", "net.", 1, 2000, 2000, "203.0.113.11"),
          seen(2, "examples.com.", "A", "com.", 1, 2000, 2000, "203.0.113.12"),
          seen(2, "fsi.io.", "A", "io.", 1, 2000, 2000, "203.0.113.13"),
          seen(2, "1.2.0.192.in-addr.arpa.", "PTR", "arpa.", 2, 2000, 2200, "www.example.com."));

  private final Map<Dataset, List<Path>> files = new EnumMap<>(Dataset.class);

  KnownStore(Path directory) throws SQLException {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:")) {
      for (int file = 1; file <= 2; file++) {
        for (Dataset dataset : List.of(Dataset.PDNS, Dataset.PDNS_DNSSEC, Dataset.PDNS_RDATA)) {
          Path parquet = directory.resolve(dataset.tableName() + "'" + file + ".parquet");
          write(duckdb, dataset, file, parquet);
          files.computeIfAbsent(dataset, none -> new ArrayList<>()).add(parquet);
        }
      }
    }
  }

  /** The RRsets of some rows, summed over the files. */
  static List<Seen> rrsets(Predicate<Seen> wanted) {
    Map<List<Object>, Seen> sums = new LinkedHashMap<>();
    ROWS.stream().filter(wanted).forEach(row -> sums.merge(row.identity(), row, Seen::with));
    return List.copyOf(sums.values());
  }

  /** The single records of some rows, summed over the files and bailiwicks. */
  static List<Seen> singles(Predicate<Seen> wanted) {
    Map<List<Object>, Seen> sums = new LinkedHashMap<>();
    for (Seen row : ROWS) {
      for (String rdata : row.isDnssec() ? List.<String>of() : row.rdata()) {
        Seen one =
            new Seen(
                row.file(),
                row.rrname(),
                row.rrtype(),
                "",
                List.of(rdata),
                row.count(),
                row.first(),
                row.last());
        if (wanted.test(one)) {
          sums.merge(one.identity(), one, Seen::with);
        }
      }
    }
    return List.copyOf(sums.values());
  }

  @Override
  public Held hold() {
    return new Held() {
      @Override
      public List<Path> files(Dataset dataset) {
        return files.getOrDefault(dataset, List.of());
      }

      @Override
      public void close() throws IOException {
        // Nothing is held.
      }
    };
  }

  private static Seen seen(
      int file,
      String rrname,
      String rrtype,
      String bailiwick,
      long count,
      long first,
      long last,
      String... rdata) {
    return new Seen(file, rrname, rrtype, bailiwick, List.of(rdata), count, first, last);
  }

  private static void write(Connection duckdb, Dataset dataset, int file, Path parquet)
      throws SQLException {
    try (Statement statement = duckdb.createStatement()) {
      statement.execute("CREATE OR REPLACE TABLE t (" + dataset.columns() + ")");
      for (Seen row : ROWS) {
        if (row.file() != file || row.isDnssec() != (dataset == Dataset.PDNS_DNSSEC)) {
          continue;
        }
        if (dataset == Dataset.PDNS_RDATA) {
          for (String rdata : row.rdata()) {
            insertSingle(duckdb, row, rdata);
          }
        } else {
          insertRrset(duckdb, row);
        }
      }
      String order =
          dataset == Dataset.PDNS_RDATA
              ? "rdata_key, rrtype, rrname"
              : "name_key, rrtype, bailiwick, rdata";
      statement.execute(
          "COPY (FROM t ORDER BY "
              + order
              + ") TO '"
              + parquet.toString().replace("'", "''")
              + "' (FORMAT parquet)");
    }
  }

  private static void insertRrset(Connection duckdb, Seen row) throws SQLException {
    String list = String.join(", ", row.rdata().stream().map(each -> "?").toList());
    try (PreparedStatement insert =
        duckdb.prepareStatement(
            "INSERT INTO t VALUES (?, ?, ?, ?, ["
                + list
                + "], 1, "
                + row.count()
                + ", make_timestamp("
                + row.first()
                + "500000), make_timestamp("
                + row.last()
                + "500000))")) {
      int at = 1;
      insert.setString(at++, NameKey.of(row.rrname()));
      insert.setString(at++, row.rrname());
      insert.setString(at++, row.rrtype());
      insert.setString(at++, row.bailiwick());
      for (String rdata : row.rdata()) {
        insert.setString(at++, rdata);
      }
      insert.executeUpdate();
    }
  }

  private static void insertSingle(Connection duckdb, Seen row, String rdata) throws SQLException {
    try (PreparedStatement insert =
        duckdb.prepareStatement(
            "INSERT INTO t VALUES (?, ?, ?, ?, "
                + row.count()
                + ", make_timestamp("
                + row.first()
                + "500000), make_timestamp("
                + row.last()
                + "500000))")) {
      insert.setString(1, key(row.rrtype(), rdata));
      insert.setString(2, rdata);
      insert.setString(3, row.rrname());
      insert.setString(4, row.rrtype());
      insert.executeUpdate();
    }
  }

  private static String key(String rrtype, String rdata) throws SQLException {
    try {
      return switch (rrtype) {
        case "A", "AAAA" -> org.nxsight.store.pdns.AddressRange.parse(rdata).first();
        case "TXT" -> "0d69742773202271756f74656422";
        case "MX" -> NameKey.of(rdata.substring(rdata.indexOf(' ') + 1));
        default -> NameKey.of(rdata);
      };
    } catch (org.nxsight.store.pdns.BadQuestionException e) {
      throw new SQLException(e);
    }
  }

  /** All owners. */
  static Set<String> owners() {
    Set<String> owners = new TreeSet<>();
    ROWS.forEach(row -> owners.add(row.rrname()));
    return owners;
  }
}
