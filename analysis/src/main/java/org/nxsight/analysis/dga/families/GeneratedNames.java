package org.nxsight.analysis.dga.families;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.dns.NameText;

/**
 * The names of malware that are known exactly: those that date-seeded families give on the days
 * around one, those that other families give for ever, and those of a user's lists.
 *
 * <p>A name below a known name is taken for it too ({@code www.} in front of a generated name, any
 * host of a listed one); the longest known name counts. Of a name that is known for more than one
 * reason, a list comes before a family, and a day nearer to the middle before one further away.
 *
 * <p>Finding a name allocates nothing. False hits: see {@link HashTable}. Moving to another day
 * makes only the lists of names that are new to it.
 *
 * <p>For one thread. A hit is good until the next move.
 */
public final class GeneratedNames {
  /** What {@link #find} returns for a name that is not known. */
  public static final int NONE = HashTable.ABSENT;

  /** How many days before and after the middle are known unless said otherwise. */
  public static final int DAYS_AROUND = 2;

  /** The most days around the middle, so that a day is a number of five bits. */
  public static final int MAX_DAYS_AROUND = 15;

  private static final int DAY_BITS = 5;
  private static final int MAX_LABELS = 127;
  private static final long DAY_NANOS = 86_400_000_000_000L;

  private final List<Family> families;
  private final MalwareNames listed;
  private final int daysAround;
  private final DayTurn turn = new DayTurn();
  private final int[] labelAt = new int[MAX_LABELS];

  private Map<ListKey, FamilyNames> lists = new HashMap<>();
  private HashTable table = new HashTable(0);
  private LocalDate first;
  private int mostLabels;

  /** One list of names: the number of its family, and the first day that has it. */
  private record ListKey(int family, LocalDate day) {}

  /** A list and the hit it gives. */
  private record Loaded(FamilyNames names, int hit) {}

  /**
   * The names around a day.
   *
   * @param families only the exact ones among them count
   * @param daysAround how many days before and after the day, 0 to {@link #MAX_DAYS_AROUND}
   */
  public GeneratedNames(List<Family> families, MalwareNames listed, int daysAround, LocalDate day) {
    if (daysAround < 0 || daysAround > MAX_DAYS_AROUND) {
      throw new IllegalArgumentException("0.." + MAX_DAYS_AROUND + " days around");
    }
    this.families = families.stream().filter(f -> f.fidelity() == Fidelity.EXACT).toList();
    this.listed = listed;
    this.daysAround = daysAround;
    this.first = day;
    moveTo(day);
  }

  /**
   * The longest known name at or above the well-formed name at an offset, which is in lower case.
   *
   * @return a hit, or {@link #NONE}
   */
  public int find(byte[] octets, int offset) {
    int labels = 0;
    int at = offset;
    while (octets[at] != 0) {
      labelAt[labels++] = at;
      at += 1 + octets[at];
    }
    int hit = NONE;
    long state = NameHash.START;
    int last = Math.max(0, labels - mostLabels);
    for (int i = labels - 1; i >= last; i--) {
      for (int from = labelAt[i]; at > from; ) {
        state = NameHash.step(state, octets[--at]);
      }
      int found = table.find(NameHash.finish(state));
      hit = found == NONE ? hit : found;
    }
    return hit;
  }

  /** The same for a name as text, in any case; {@link #NONE} for text that is no name. */
  public int find(String name) {
    byte[] octets = new byte[DnsNames.MAX_NAME_OCTETS];
    int length = NameText.parse(name, octets);
    if (length == NameText.MALFORMED) {
      return NONE;
    }
    DnsNames.lowerCase(octets, 0, length);
    return find(octets, 0);
  }

  /** The family of a hit, or what the list says of it. */
  public String family(int hit) {
    return listed(hit) ? listed.families().get(source(hit)) : generator(hit).name();
  }

  /** Whether the botnet of a hit is known to be dead; a list does not say. */
  public boolean dead(int hit) {
    return !listed(hit) && generator(hit).dead();
  }

  /** Whether a list has it. */
  public boolean listed(int hit) {
    return source(hit) < listed.families().size();
  }

  /** The day whose name it is, the nearest to the middle; null for names that do not change. */
  public @Nullable LocalDate day(int hit) {
    int number = hit & ((1 << DAY_BITS) - 1);
    return number == 0 ? null : first.plusDays(number - 1);
  }

  /** How many names are known. */
  public int size() {
    return table.size();
  }

  /**
   * Moves the middle to the day of a record, when {@link DayTurn} says so: on at once, back only
   * after many records of earlier days in a row.
   *
   * @return whether it moved
   */
  public boolean follow(long epochNanos) {
    if (!turn.turns(Math.floorDiv(epochNanos, DAY_NANOS))) {
      return false;
    }
    moveTo(LocalDate.ofEpochDay(turn.day()));
    return true;
  }

  /** The day in the middle. */
  public LocalDate day() {
    return LocalDate.ofEpochDay(turn.day());
  }

  /** Moves the middle to a day. */
  public void moveTo(LocalDate day) {
    turn.set(day.toEpochDay());
    first = day.minusDays(daysAround);
    Map<ListKey, FamilyNames> kept = new HashMap<>();
    List<Loaded> loaded = new ArrayList<>();
    for (int distance = 0; distance <= daysAround; distance++) {
      load(day.minusDays(distance), kept, loaded);
      load(day.plusDays(distance), kept, loaded);
    }
    lists = kept;
    fill(loaded);
  }

  /** Takes the lists of a day that are not yet among the kept ones. */
  private void load(LocalDate day, Map<ListKey, FamilyNames> kept, List<Loaded> loaded) {
    for (int i = 0; i < families.size(); i++) {
      Family family = families.get(i);
      ListKey key = new ListKey(i, family.firstDay(day));
      if (!kept.containsKey(key)) {
        FamilyNames made = lists.get(key);
        FamilyNames names = made == null ? FamilyNames.of(family, day) : made;
        kept.put(key, names);
        int number = family.seeding().usesDay() ? dayNumber(day) : 0;
        loaded.add(new Loaded(names, hit(listed.families().size() + i, number)));
      }
    }
  }

  private void fill(List<Loaded> loaded) {
    table = new HashTable(listed.size() + loaded.stream().mapToInt(l -> l.names().size()).sum());
    listed.addTo(table, family -> hit(family, 0));
    mostLabels = listed.mostLabels();
    for (Loaded list : loaded) {
      list.names().addTo(table, list.hit());
      mostLabels = Math.max(mostLabels, list.names().mostLabels());
    }
  }

  private int dayNumber(LocalDate day) {
    return 1 + (int) (day.toEpochDay() - first.toEpochDay());
  }

  /** A source is the number of a list's family, or that of one of ours behind all of those. */
  private static int hit(int source, int dayNumber) {
    return source << DAY_BITS | dayNumber;
  }

  private static int source(int hit) {
    return hit >>> DAY_BITS;
  }

  private Family generator(int hit) {
    return families.get(source(hit) - listed.families().size());
  }
}
