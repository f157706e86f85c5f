package org.nxsight.store.overview;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsight.store.Dimension;
import org.nxsight.store.tables.StoreTables;

/** Which domains could not be resolved at which servers, and why. */
public final class BrokenZones {
  private static final int MOST_ROWS = 100_000;
  private static final int WORDS = 4;

  private final Tallies tallies;

  /**
   * @param tables of all datasets
   */
  public BrokenZones(StoreTables tables) {
    tallies = new Tallies(tables);
  }

  /** The most frequent first: {@code zone server cause rcode count first last}. */
  public List<Map<String, @Nullable Object>> all(TimeRange range) throws IOException {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (Map<String, @Nullable Object> row : tallies.all(Dimension.HEALTH, range, MOST_ROWS)) {
      String[] words = Rows.text(row, "key").split(" ", WORDS);
      if (words.length == WORDS) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("zone", words[0]);
        told.put("server", words[1].equals("-") ? null : words[1]);
        told.put("cause", words[2]);
        told.put("rcode", words[3]);
        told.put("count", row.get("count"));
        told.put("first", row.get("first"));
        told.put("last", row.get("last"));
        rows.add(told);
      }
    }
    return rows;
  }
}
