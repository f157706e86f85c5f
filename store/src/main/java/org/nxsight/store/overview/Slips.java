package org.nxsight.store.overview;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.typo.Target;
import org.nxsight.analysis.typo.TypoIndex;
import org.nxsight.analysis.typo.TypoMatch;
import org.nxsight.store.Dimension;
import org.nxsight.store.tables.StoreTables;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.dns.NameText;

/** Mistyped names, by the well-known name that was meant. */
public final class Slips {
  /** Names with their types: 1,000 a bucket of time are kept. */
  private static final int MOST_NAMES = 100_000;

  private final Tallies tallies;
  private final TypoMatch match;
  private final byte[] wire = new byte[DnsNames.MAX_NAME_OCTETS];

  /** One mistyped name. */
  private static final class Slip {
    final String name;
    final String brand;
    final String typoClass;
    final TreeSet<String> qtypes = new TreeSet<>();
    long count;
    String first = "9";
    String last = "0";

    Slip(String name, String brand, String typoClass) {
      this.name = name;
      this.brand = brand;
      this.typoClass = typoClass;
    }

    void add(String qtype, Map<String, @Nullable Object> row) {
      qtypes.add(qtype);
      count += Rows.number(row, "count");
      first = min(first, Rows.text(row, "first"));
      last = max(last, Rows.text(row, "last"));
    }
  }

  /**
   * @param tables of all datasets
   * @param index of the names that are well-known
   */
  public Slips(StoreTables tables, TypoIndex index) {
    tallies = new Tallies(tables);
    match = new TypoMatch(index);
  }

  /** The names that were meant: {@code brand names count with_mx first last}. */
  public List<Map<String, @Nullable Object>> brands(TimeRange range) throws IOException {
    Map<String, List<Slip>> brands = new TreeMap<>();
    for (Slip slip : slips(range)) {
      brands.computeIfAbsent(slip.brand, _ -> new ArrayList<>()).add(slip);
    }
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    brands.forEach((brand, slips) -> {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("brand", brand);
      row.put("names", (long) slips.size());
      row.put("count", slips.stream().mapToLong(slip -> slip.count).sum());
      row.put("with_mx", slips.stream().filter(slip -> slip.qtypes.contains("MX")).count());
      row.put("first", slips.stream().map(slip -> slip.first).reduce("9", Slips::min));
      row.put("last", slips.stream().map(slip -> slip.last).reduce("0", Slips::max));
      rows.add(row);
    });
    sortByCount(rows);
    return rows;
  }

  /** The slips of one: {@code name typo_class count qtypes first last}. */
  public List<Map<String, @Nullable Object>> of(String brand, TimeRange range) throws IOException {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (Slip slip : slips(range)) {
      if (slip.brand.equals(brand)) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("name", slip.name);
        row.put("typo_class", slip.typoClass);
        row.put("count", slip.count);
        row.put("qtypes", List.copyOf(slip.qtypes));
        row.put("first", slip.first);
        row.put("last", slip.last);
        rows.add(row);
      }
    }
    sortByCount(rows);
    return rows;
  }

  private static void sortByCount(List<Map<String, @Nullable Object>> rows) {
    rows.sort((Map<String, @Nullable Object> a, Map<String, @Nullable Object> b) ->
        Long.compare(Rows.number(b, "count"), Rows.number(a, "count")));
  }

  private List<Slip> slips(TimeRange range) throws IOException {
    Map<String, Slip> slips = new HashMap<>();
    for (Map<String, @Nullable Object> row : tallies.all(Dimension.TYPO, range, MOST_NAMES)) {
      String key = Rows.text(row, "key");
      int space = key.lastIndexOf(' ');
      Slip slip = slips.computeIfAbsent(key.substring(0, space), this::slip);
      slip.add(key.substring(space + 1), row);
    }
    List<Slip> all = new ArrayList<>(slips.values());
    all.sort(Comparator.comparing(slip -> slip.name));
    return all;
  }

  /** What was learned while a run went on is not known here; it stands under a dash. */
  private Slip slip(String name) {
    int octets = NameText.parse(name, wire);
    if (octets > 0 && match.set(wire, 0)) {
      Target target = match.target();
      if (target != null) {
        return new Slip(name, target.domain(), String.valueOf(match.typoClass()));
      }
    }
    return new Slip(name, "-", "-");
  }

  private static String min(String a, String b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private static String max(String a, String b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
