package org.nxsight.store.overview;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.dnsbl.ListZone;
import org.nxsight.analysis.dnsbl.ListZones;
import org.nxsight.store.Dimension;
import org.nxsight.store.tables.StoreTables;

/** Which DNS lists were asked, how often, about how many, and how they answered. */
public final class ListsAsked {
  /** Lists: 528 are known, and a run learns more from its traffic. */
  private static final int MOST_LISTS = 10_000;

  private final Tallies tallies;
  private final Map<String, ListZone> known = new HashMap<>();

  /**
   * @param tables of all datasets
   */
  public ListsAsked(StoreTables tables) {
    tallies = new Tallies(tables);
    ListZones.known().all().forEach(zone -> known.put(zone.name(), zone));
  }

  /**
   * All of them, the most frequent first: {@code list name kind count items listed refused failed
   * closed first last}. Who is listed is no failure, and not known here.
   */
  public List<Map<String, @Nullable Object>> all(TimeRange range) throws IOException {
    Map<String, Long> refused = counts(Dimension.LIST_REFUSED, range);
    Map<String, Long> failed = counts(Dimension.LIST_FAILED, range);
    List<Map<String, @Nullable Object>> lists = new ArrayList<>();
    for (Map<String, @Nullable Object> row : tallies.top(Dimension.LIST, range, MOST_LISTS, 0)) {
      String key = Rows.text(row, "key");
      ListZone zone = known.get(key);
      Map<String, @Nullable Object> told = new LinkedHashMap<>();
      told.put("list", key);
      told.put("name", zone == null ? null : zone.list());
      told.put("kind", zone == null ? null : zone.purpose().name().toLowerCase(Locale.ROOT));
      told.put("count", row.get("count"));
      told.put("items", row.get("names"));
      told.put("listed", null);
      told.put("refused", refused.getOrDefault(key, 0L));
      told.put("failed", failed.getOrDefault(key, 0L));
      told.put("closed", zone != null && zone.closed());
      told.put("first", row.get("first"));
      told.put("last", row.get("last"));
      lists.add(told);
    }
    return lists;
  }

  private Map<String, Long> counts(Dimension dimension, TimeRange range) throws IOException {
    Map<String, Long> counts = new HashMap<>();
    for (Map<String, @Nullable Object> row : tallies.all(dimension, range, MOST_LISTS)) {
      counts.put(Rows.text(row, "key"), Rows.number(row, "count"));
    }
    return counts;
  }
}
