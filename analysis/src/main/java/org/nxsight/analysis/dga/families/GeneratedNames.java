package org.nxsight.analysis.dga.families;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The names of malware that are known exactly: those that date-seeded families give on the days
 * around one, those that other families give for ever, and those of a user's lists.
 *
 * <p>A name below a known name is taken for it too ({@code www.} in front of a generated name, any
 * host of a listed one); the longest known name counts. Of a name that is known for more than one
 * reason, a list comes before a family, and a day nearer to the middle before one further away.
 *
 * <p>Finding a name allocates nothing and walks over it once. False hits: see {@link HashTable}.
 * Moving to another day makes the names of the days that are new to it, some 13,000 a day.
 *
 * <p>For one thread. A hit is good until the next move.
 */
public final class GeneratedNames {
  /** What {@link #find} returns for a name that is not known. */
  public static final int NONE = HashTable.ABSENT;

  /** How many days before and after the middle are known unless said otherwise. */
  public static final int DAYS_AROUND = 2;

  /** The most days around the middle. */
  public static final int MAX_DAYS_AROUND = 15;

  private static final int MAX_LABELS = 127;
  private static final long DAY_NANOS = 86_400_000_000_000L;

  /** Bits of a hit that say the day: 0 for ever, else a number from the first day on. */
  private static final int DAY_BITS = 5;

  private final List<Family> dated;
  private final List<Family> lasting;
  private final MalwareNames listed;
  private final DayNames lastingNames;
  private final int daysAround;
  private final TreeMap<LocalDate, DayNames> days = new TreeMap<>();
  private final List<Source> sources = new ArrayList<>();
  private final int[] labelAt = new int[MAX_LABELS];
  private final DayTurn turn = new DayTurn();

  private HashTable table = new HashTable(0);
  private LocalDate first;
  private int mostLabels;

  /** Whom a known name belongs to. */
  private record Source(String family, boolean dead, boolean listed) {}

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
    List<Family> exact = families.stream().filter(f -> f.fidelity() == Fidelity.EXACT).toList();
    this.dated = exact.stream().filter(f -> f.seeding().usesDay()).toList();
    this.lasting = exact.stream().filter(f -> !f.seeding().usesDay()).toList();
    this.listed = listed;
    this.daysAround = daysAround;
    listed.families().forEach(f -> sources.add(new Source(f, false, true)));
    lasting.forEach(f -> sources.add(new Source(f.name(), f.dead(), false)));
    dated.forEach(f -> sources.add(new Source(f.name(), f.dead(), false)));
    lastingNames = DayNames.of(lasting, LocalDate.EPOCH);
    first = day;
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

  /** The family of a hit, or what the list says of it. */
  public String family(int hit) {
    return source(hit).family();
  }

  /** Whether the botnet of a hit is known to be dead; a list does not say. */
  public boolean dead(int hit) {
    return source(hit).dead();
  }

  /** Whether a list has it. */
  public boolean listed(int hit) {
    return source(hit).listed();
  }

  /** The day whose name it is, the nearest to the middle; null for names that do not change. */
  public @Nullable LocalDate day(int hit) {
    int number = hit & ((1 << DAY_BITS) - 1);
    return number == 0 ? null : first.plusDays(number - 1);
  }

  private Source source(int hit) {
    return sources.get(hit >>> DAY_BITS);
  }

  /** How many names are known. */
  public int size() {
    return table.size();
  }

  /**
   * Moves the middle to the day of a record, where {@link DayTurn} has it: on at once, back only
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

  /** Moves the middle to a day. */
  public void moveTo(LocalDate day) {
    turn.set(day.toEpochDay());
    first = day.minusDays(daysAround);
    LocalDate lastDay = day.plusDays(daysAround);
    days.keySet().removeIf(d -> d.isBefore(first) || d.isAfter(lastDay));
    for (LocalDate d = first; !d.isAfter(lastDay); d = d.plusDays(1)) {
      days.computeIfAbsent(d, made -> DayNames.of(dated, made));
    }
    fill(day);
  }

  private void fill(LocalDate middle) {
    int names = listed.size() + lastingNames.size();
    mostLabels = Math.max(listed.mostLabels(), lastingNames.mostLabels());
    for (Map.Entry<LocalDate, DayNames> entry : days.entrySet()) {
      names += entry.getValue().size();
      mostLabels = Math.max(mostLabels, entry.getValue().mostLabels());
    }
    table = new HashTable(names);
    listed.addTo(table, values(0, listed.families().size(), 0));
    lastingNames.addTo(table, values(listed.families().size(), lasting.size(), 0));
    addDay(middle);
    for (int i = 1; i <= daysAround; i++) {
      addDay(middle.minusDays(i));
      addDay(middle.plusDays(i));
    }
  }

  private void addDay(LocalDate day) {
    DayNames names = days.get(day);
    if (names != null) {
      int number = 1 + (int) (day.toEpochDay() - first.toEpochDay());
      names.addTo(table, values(sources.size() - dated.size(), dated.size(), number));
    }
  }

  /** The hits of so many sources, from one on, on a day. */
  private static int[] values(int firstSource, int count, int dayNumber) {
    int[] values = new int[count];
    for (int i = 0; i < count; i++) {
      values[i] = (firstSource + i) << DAY_BITS | dayNumber;
    }
    return values;
  }
}
