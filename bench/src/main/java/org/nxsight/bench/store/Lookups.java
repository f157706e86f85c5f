package org.nxsight.bench.store;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.nxsight.store.Dataset;
import org.nxsight.store.manifest.Snapshot;
import org.nxsight.store.pdns.PdnsAnswer;
import org.nxsight.store.pdns.PdnsDatabase;
import org.nxsight.store.pdns.PdnsLimits;
import org.nxsight.store.pdns.PdnsQuestion;
import org.nxsight.store.pdns.StoreFiles;
import org.nxsight.store.pdns.Subject;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bench/bench lookups}: how long questions to a made-up store take, one after another. */
@Command(
    name = "bench/bench lookups",
    mixinStandardHelpOptions = true,
    description =
        "Asks a store that bench/bench store has made, warm, and prints how long it took.")
public final class Lookups implements Callable<Integer> {
  /** The time of the processors tells more than the clock while others use them. */
  private static final OperatingSystemMXBean CPU =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final int MANY = 1_000;
  private static final int SOME = 100;
  private static final int FEW = 3;
  private static final long LIMIT = 10_000;

  @Parameters(paramLabel = "DIR", description = "the data directory")
  private Path directory = Path.of("");

  @Option(
      names = "--domains",
      paramLabel = "N",
      required = true,
      description = "how many domains the month has: nine eightieths of its RRsets in all")
  private long domains;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "2",
      description = "of the engine (default: ${DEFAULT-VALUE})")
  private int threads = 2;

  @Option(
      names = "--warm",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description =
          "how long to ask before it counts, while the filters of keys are made (default:"
              + " ${DEFAULT-VALUE})")
  private int warmSeconds = 60;

  /** Makes a question of what is looked for. */
  private interface Asking {
    Subject of(String text) throws Exception;
  }

  /** The command line. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Lookups()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Path store = directory.resolve("store");
    tellSize(store);
    PdnsLimits limits = new PdnsLimits(1, threads, 256L << 20, Duration.ofMinutes(10));
    List<String> names = made("rrname", "rrname");
    List<String> owners = names.stream().map(name -> "*." + name).toList();
    List<String> addresses = made("rdata[1]", "CASE WHEN rrtype = 'A' THEN rrname END");
    List<String> noNames = names.stream().map(name -> "no-" + name).toList();
    List<String> noAddresses =
        addresses.stream().map(each -> each.replaceFirst("\\d+", "240")).toList();
    try (PdnsDatabase database = new PdnsDatabase(StoreFiles.in(store), limits)) {
      time(database, "first question", names.subList(0, 1), Subject::rrset);
      long warmNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(warmSeconds);
      while (System.nanoTime() - warmNanos < 0) {
        time(database, "(warming)", names.subList(0, SOME), Subject::rrset);
        time(database, "(warming)", addresses.subList(0, SOME), Subject::rdataIp);
      }
      time(database, "rrset name, exists", names, Subject::rrset);
      time(database, "rrset name, missing", noNames, Subject::rrset);
      time(database, "rrset *.name", owners, Subject::rrset);
      time(database, "rdata ip, exists", addresses, Subject::rdataIp);
      time(database, "rdata ip, missing", noAddresses, Subject::rdataIp);
      time(database, "rdata name, exists", names, Subject::rdataName);
      time(
          database,
          "rdata /24",
          addresses.subList(0, SOME).stream().map(each -> each + "/24").toList(),
          Subject::rdataIp);
      time(
          database,
          "rdata /16, 10,000 of",
          addresses.subList(0, SOME).stream().map(each -> each + "/16").toList(),
          Subject::rdataIp);
      time(database, "rrset *.com, 10,000 of", List.of("*.com", "*.com", "*.com"), Subject::rrset);
      time(
          database,
          "rrset www.label.*",
          names.subList(0, FEW).stream()
              .map(name -> name.substring(0, name.length() - 1).replaceFirst("\\.[a-z]+$", ".*"))
              .toList(),
          Subject::rrset);
    }
    return 0;
  }

  private static void tellSize(Path store) throws Exception {
    try (Snapshot snapshot = Snapshot.open(store)) {
      for (Dataset dataset : List.of(Dataset.PDNS, Dataset.PDNS_RDATA)) {
        System.out.printf(
            Locale.ROOT,
            "%-12s %,d rows, %,d files, %.1f octets a row%n",
            dataset.tableName(),
            snapshot.rows(dataset),
            snapshot.files(dataset).size(),
            (double) snapshot.octets(dataset) / snapshot.rows(dataset));
      }
    }
  }

  /** A column of rows of random domains that are in the month. */
  private List<String> made(String column, String wanted) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      statement.execute(MadeRrsets.DIGIT);
      statement.execute("SELECT setseed(0.5)");
      MadeRrsets made = new MadeRrsets(domains);
      for (int i = 0; i < MANY; i++) {
        long domain = Math.floorMod(i * 0x9E3779B97F4A7C15L, domains);
        String rows = made.rows(domain, 1, 1);
        try (ResultSet row =
            statement.executeQuery(
                "SELECT "
                    + column
                    + " FROM ("
                    + rows
                    + ") WHERE "
                    + wanted
                    + " IS NOT NULL ORDER BY hash(rrname || rrtype) LIMIT 1")) {
          if (row.next()) {
            values.add(row.getString(1));
          }
        }
      }
    }
    return values;
  }

  private static void time(PdnsDatabase database, String what, List<String> texts, Asking asking)
      throws Exception {
    long[] nanos = new long[texts.size()];
    long records = 0;
    long cpuNanos = CPU.getProcessCpuTime();
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      try (PdnsAnswer answer =
          database.ask(PdnsQuestion.about(asking.of(texts.get(i))).withLimit(LIMIT))) {
        while (answer.next() != null) {
          records++;
        }
      }
      nanos[i] = System.nanoTime() - start;
    }
    cpuNanos = CPU.getProcessCpuTime() - cpuNanos;
    Arrays.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "%-24s %5d asked  %7.1f records each  median %8.2f ms  p99 %8.2f ms  most %8.2f ms  CPU %7.2f ms%n",
        what,
        nanos.length,
        (double) records / nanos.length,
        nanos[nanos.length / 2] / 1e6,
        nanos[(int) (nanos.length * 0.99)] / 1e6,
        nanos[nanos.length - 1] / 1e6,
        cpuNanos / 1e6 / nanos.length);
  }
}
