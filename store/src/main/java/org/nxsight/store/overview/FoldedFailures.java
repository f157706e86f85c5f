package org.nxsight.store.overview;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.cut.PublicSuffixes;
import org.nxsight.analysis.dnsbl.ListQuery;
import org.nxsight.analysis.dnsbl.ListZones;
import org.nxsight.analysis.dnsbl.Malformed;
import org.nxsight.store.Dimension;
import org.nxsight.store.pdns.NamePattern;
import org.nxsight.store.tables.StoreTables;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.dns.NameText;

/** Failures added up by what only their names tell: registrable domains, lists and their items. */
public final class FoldedFailures {
  /** The names that are looked at, the most frequent: of some 300 octets each, 60 MB. */
  static final int MOST_NAMES = 200_000;

  private static final String NAMES =
      """
      SELECT qname, qtype, sum(count)::BIGINT AS count, min(time_first) AS first,
        max(time_last) AS last FROM failures WHERE %s
      GROUP BY qname, qtype ORDER BY count DESC, qname, qtype LIMIT ?
      """;

  private final StoreTables tables;
  private final byte[] wire = new byte[DnsNames.MAX_NAME_OCTETS];
  private final StringBuilder text = new StringBuilder();
  private final ListQuery list = new ListQuery(ListZones.known());

  /** What has been added up of one key. */
  private static final class Sum {
    final Map<String, @Nullable Object> row = new LinkedHashMap<>();
    long count;
    long names;
    String first = "9";
    String last = "0";

    void add(Map<String, @Nullable Object> name) {
      count += Rows.number(name, "count");
      names++;
      String since = Rows.text(name, "first");
      first = since.compareTo(first) < 0 ? since : first;
      String until = Rows.text(name, "last");
      last = until.compareTo(last) > 0 ? until : last;
    }

    Map<String, @Nullable Object> row() {
      row.put("count", count);
      row.put("names", names);
      row.put("first", first);
      row.put("last", last);
      return row;
    }
  }

  /**
   * @param tables of all datasets
   */
  public FoldedFailures(StoreTables tables) {
    this.tables = tables;
  }

  /** The greatest domains or lists: {@code key count names first last}. */
  public List<Map<String, @Nullable Object>> top(
      Dimension dimension, FailureFilter filter, long limit, long offset) throws IOException {
    Map<String, Sum> sums = new HashMap<>();
    for (Map<String, @Nullable Object> name : names(filter)) {
      String key = key(dimension, Rows.text(name, "qname"));
      if (key != null) {
        sums.computeIfAbsent(key, each -> started("key", each)).add(name);
      }
    }
    return sorted(sums).stream().skip(offset).limit(limit).toList();
  }

  /** What a list was asked about: {@code item kind count names first last}. */
  public List<Map<String, @Nullable Object>> items(NamePattern zone, TimeRange range)
      throws IOException {
    FailureFilter filter =
        FailureFilter.of(range)
            .below(new NamePattern(NamePattern.Kind.BELOW, zone.name(), zone.key()));
    byte[] zoneWire = new byte[DnsNames.MAX_NAME_OCTETS];
    int zoneOctets = NameText.parse(zone.name(), zoneWire);
    Map<String, Sum> sums = new HashMap<>();
    for (Map<String, @Nullable Object> name : names(filter)) {
      int octets = NameText.parse(Rows.text(name, "qname"), wire);
      if (octets <= zoneOctets) {
        continue;
      }
      list.set(wire, 0, wire, -1);
      if (list.zone() == null) {
        list.setLearned(wire, 0, octets - zoneOctets);
      }
      text.setLength(0);
      list.appendItem(text);
      if (!text.isEmpty() && list.malformed() == Malformed.NONE) {
        String kind = list.kind().text();
        Sum sum = sums.computeIfAbsent(text.toString(), each -> started("item", each));
        sum.row.putIfAbsent("kind", kind);
        sum.add(name);
      }
    }
    return sorted(sums);
  }

  private static Sum started(String column, String key) {
    Sum sum = new Sum();
    sum.row.put(column, key);
    return sum;
  }

  private static List<Map<String, @Nullable Object>> sorted(Map<String, Sum> sums) {
    List<Map.Entry<String, Sum>> all = new ArrayList<>(sums.entrySet());
    all.sort(
        Comparator.<Map.Entry<String, Sum>>comparingLong(each -> -each.getValue().count)
            .thenComparing(Map.Entry::getKey));
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    all.forEach(each -> rows.add(each.getValue().row()));
    return rows;
  }

  private List<Map<String, @Nullable Object>> names(FailureFilter filter) throws IOException {
    List<Object> parameters = new ArrayList<>(filter.parameters());
    parameters.add((long) MOST_NAMES);
    return Rows.of(tables, NAMES.formatted(filter.condition()), parameters);
  }

  private @Nullable String key(Dimension dimension, String qname) {
    int octets = NameText.parse(qname, wire);
    if (octets < 0) {
      return null;
    }
    text.setLength(0);
    if (dimension == Dimension.LIST) {
      list.set(wire, 0, wire, -1);
      list.appendZone(text);
    } else {
      int domain = PublicSuffixes.registrableOffset(wire, 0);
      if (domain >= 0) {
        NameText.append(text, wire, domain, octets - domain);
      }
    }
    return text.isEmpty() ? null : text.toString();
  }
}
