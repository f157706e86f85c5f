package org.nxsight.store.writing;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nxsight.channels.answers.Name;
import org.nxsight.channels.answers.Octets;
import org.nxsight.channels.answers.Rrset;
import org.nxsight.channels.answers.SeenRrset;
import org.nxsight.store.RdataKey;
import org.nxsight.store.manifest.Level;
import org.nxsight.wire.dns.NameKey;
import org.nxsight.wire.dns.RdataText;
import org.nxsight.wire.dns.RecordTypes;

/**
 * RRsets that wait to be written, as lines of text, by the ten minutes they were first seen in: one
 * for a set, by its name; and one for each of its records, by what stands in it.
 *
 * <p>They come counted from a window. What came in two windows has two lines; merging makes them
 * one.
 */
final class RrsetLines {
  private final TextRow row = new TextRow();
  private final VeiledNames veil = new VeiledNames();
  private final StringBuilder times = new StringBuilder();
  private final boolean byRdataToo;
  private final TreeMap<Long, Lines> byName = new TreeMap<>();
  private final TreeMap<Long, Lines> byRdata = new TreeMap<>();

  /**
   * @param byRdataToo whether the records have lines
   */
  RrsetLines(boolean byRdataToo) {
    this.byRdataToo = byRdataToo;
  }

  /**
   * Adds a set.
   *
   * @return the octets of memory that this takes more
   */
  long add(SeenRrset seen) {
    long start = Level.MINUTES.start(EpochTimes.seconds(seen.firstNanos()));
    String rrtype = RecordTypes.text(seen.rrset().rrtype());
    setTimes(seen);
    Lines names = byName.computeIfAbsent(start, _ -> new Lines());
    long before = names.memoryOctets();
    addByName(seen, rrtype, names);
    long taken = names.memoryOctets() - before;
    if (byRdataToo) {
      Lines rdata = byRdata.computeIfAbsent(start, _ -> new Lines());
      before = rdata.memoryOctets();
      for (Octets each : seen.rrset().rdata()) {
        addByRdata(seen.rrset(), rrtype, each, rdata);
      }
      taken += rdata.memoryOctets() - before;
    }
    return taken;
  }

  private void setTimes(SeenRrset seen) {
    times.setLength(0);
    times.append(seen.count()).append('\t');
    times.append(EpochTimes.micros(seen.firstNanos())).append('\t');
    times.append(EpochTimes.micros(seen.lastNanos()));
  }

  private void addByName(SeenRrset seen, String rrtype, Lines lines) {
    Rrset rrset = seen.rrset();
    Name rrname = veiled(rrset.rrname());
    NameKey.append(row.first(), rrname.wire().bytes(), 0);
    rrname.append(row.field());
    row.field().append(rrtype);
    Name bailiwick = seen.bailiwick();
    if (bailiwick == null) {
      row.none();
    } else {
      veiled(bailiwick).append(row.field());
    }
    row.field();
    boolean further = false;
    for (Octets each : rrset.rdata()) {
      append(row.item(further), rrset, each);
      further = true;
    }
    row.field().append(seen.source().number());
    row.field().append(times);
    row.end(lines);
  }

  private void addByRdata(Rrset rrset, String rrtype, Octets rdata, Lines lines) {
    RdataKey.append(row.first(), rrset.rrtype(), rdata.bytes());
    append(row.field(), rrset, rdata);
    veiled(rrset.rrname()).append(row.field());
    row.field().append(rrtype);
    row.field().append(times);
    row.end(lines);
  }

  private Name veiled(Name name) {
    if (!veil.mayHide(name.wire().bytes(), 0)) {
      return name;
    }
    byte[] wire = name.wire().bytes().clone();
    int kept = veil.veil(wire, 0, wire.length);
    return kept == wire.length && Arrays.equals(wire, name.wire().bytes())
        ? name
        : Name.of(wire, 0, kept);
  }

  private static void append(StringBuilder out, Rrset rrset, Octets rdata) {
    RdataText.append(out, rdata.bytes(), 0, rdata.length(), rrset.rrtype(), rrset.rrclass());
  }

  /** How many sets there are, by the start of their ten minutes. */
  Map<Long, Integer> sizes() {
    Map<Long, Integer> sizes = new TreeMap<>();
    byName.forEach((start, lines) -> sizes.put(start, lines.count()));
    return sizes;
  }

  /** The sets of some periods. */
  Lines byName(List<Long> starts) {
    return Lines.joined(byName, starts);
  }

  /** The records of some periods. */
  Lines byRdata(List<Long> starts) {
    return Lines.joined(byRdata, starts);
  }
}
