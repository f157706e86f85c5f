package org.nxsight.analysis.dnsbl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nxsight.analysis.cut.LabelTrie;
import org.nxsight.analysis.cut.LastLabels;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.dns.NameText;

/** The zones of known DNS lists: the table {@code zones.tsv}, as a tree of labels. */
public final class ListZones {
  private static final int COLUMNS = 7;

  private static final class Known {
    private static final ListZones ZONES = read();
  }

  private final List<ListZone> zones;
  private final LabelTrie names;

  private ListZones(List<ListZone> zones) {
    this.zones = List.copyOf(zones);
    LabelTrie.Builder built = new LabelTrie.Builder();
    byte[] wire = new byte[DnsNames.MAX_NAME_OCTETS];
    for (int i = 0; i < zones.size(); i++) {
      NameText.parse(zones.get(i).name(), wire);
      built.put(built.add(wire, 0), 1 + i);
    }
    names = built.build();
  }

  /** Those that come with the program. */
  public static ListZones known() {
    return Known.ZONES;
  }

  private static ListZones read() {
    try (InputStream table = ListZones.class.getResourceAsStream("zones.tsv")) {
      if (table == null) {
        throw new IllegalStateException("zones.tsv is missing");
      }
      String text = new String(table.readAllBytes(), StandardCharsets.US_ASCII);
      List<ListZone> zones = new ArrayList<>();
      text.lines().filter(line -> !line.startsWith("#")).map(ListZones::zone).forEach(zones::add);
      return new ListZones(zones);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ListZone zone(String line) {
    String[] columns = line.split("\t", COLUMNS);
    int formats = 0;
    for (String format :
        columns[1].toUpperCase(Locale.ROOT).split(",", ItemFormat.values().length)) {
      formats |= ItemFormat.valueOf(format).bit();
    }
    return new ListZone(
        columns[0],
        formats,
        ListZone.Purpose.valueOf(columns[2].toUpperCase(Locale.ROOT)),
        columns[3],
        columns[4],
        columns[5].equals("closed"),
        columns[6].equals("-")
            ? ListZone.KeyPlace.NONE
            : ListZone.KeyPlace.valueOf(columns[6].toUpperCase(Locale.ROOT)));
  }

  /** All of them, in the order of their labels from the last. */
  public List<ListZone> all() {
    return zones;
  }

  /** The zone that {@link #find} found. */
  public ListZone zone(long found) {
    return zones.get((int) (found >>> 32));
  }

  /**
   * The deepest zone at or above the name at an offset: its place among {@link #all} in the upper
   * half, and in the lower where in the octets it starts.
   *
   * @return -1 when there is none
   */
  public long find(byte[] octets, int offset) {
    long labels = LastLabels.of(octets, offset);
    long found = -1;
    int node = LabelTrie.ROOT;
    for (int depth = 0; depth < LastLabels.COUNT && octets[offset] != 0; depth++) {
      int at = LastLabels.last(labels);
      node = names.below(node, octets, offset + at);
      if (node == LabelTrie.NONE) {
        break;
      }
      if (names.value(node) != 0) {
        found = ((long) (names.value(node) - 1) << 32) | (offset + at);
      }
      if (at == 0) {
        break;
      }
      labels >>>= LastLabels.BITS;
    }
    return found;
  }
}
