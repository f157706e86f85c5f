package org.nxsight.store.writing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nxsight.channels.answers.Name;
import org.nxsight.channels.answers.Octets;
import org.nxsight.channels.answers.Rrset;
import org.nxsight.store.NameKey;
import org.nxsight.wire.dns.RdataText;
import org.nxsight.wire.dns.RecordTypes;

/** RRsets as rows of text, sorted as the files are: by name, and by what stands in them. */
final class RrsetRows {
  private final NameKey nameKey = new NameKey();
  private final RdataKey rdataKey = new RdataKey();
  private final StringBuilder scratch = new StringBuilder();

  private record ByName(String nameKey, String rrtype, RrsetTable.Key key, Sums sums) {}

  private static final Comparator<ByName> BY_NAME =
      Comparator.comparing(ByName::nameKey)
          .thenComparing(ByName::rrtype)
          .thenComparing(ByName::key);

  private record Rdata(Name rrname, int rrtype, int rrclass, Octets octets)
      implements Comparable<Rdata> {
    @Override
    public int compareTo(Rdata other) {
      int order = octets.compareTo(other.octets);
      order = order != 0 ? order : rrname.compareTo(other.rrname);
      return order != 0 ? order : Integer.compare(rrtype, other.rrtype);
    }
  }

  private record ByRdata(String rdataKey, String rrtype, Rdata rdata, Sums sums) {}

  private static final Comparator<ByRdata> BY_RDATA =
      Comparator.comparing(ByRdata::rdataKey)
          .thenComparing(ByRdata::rrtype)
          .thenComparing(ByRdata::rdata);

  /**
   * Writes a row for each set.
   *
   * @param placed whether their bailiwicks are known
   */
  void writeByName(Map<RrsetTable.Key, Sums> rows, boolean placed, TextRows out)
      throws IOException {
    List<ByName> sorted = new ArrayList<>(rows.size());
    rows.forEach((key, sums) -> {
      nameKey.append(scratch, key.rrset().rrname().wire().bytes(), 0);
      sorted.add(new ByName(taken(), RecordTypes.text(key.rrset().rrtype()), key, sums));
    });
    sorted.sort(BY_NAME);
    for (ByName row : sorted) {
      Rrset rrset = row.key.rrset();
      out.first().append(row.nameKey);
      out.field().append(rrset.rrname());
      out.field().append(row.rrtype);
      if (placed) {
        out.field().append(row.key.bailiwick());
      } else {
        out.none();
      }
      out.field();
      boolean further = false;
      for (Octets each : rrset.rdata()) {
        append(out.item(further), rrset.rrtype(), rrset.rrclass(), each);
        further = true;
      }
      out.field().append(row.sums.zoneSource());
      row.sums.append(out);
      out.end();
    }
  }

  /** Writes a row for each record of the sets. */
  void writeByRdata(Map<RrsetTable.Key, Sums> rows, TextRows out) throws IOException {
    Map<Rdata, Sums> records = new HashMap<>(2 * rows.size());
    rows.forEach((key, sums) -> {
      Rrset rrset = key.rrset();
      for (Octets each : rrset.rdata()) {
        records
            .computeIfAbsent(
                new Rdata(rrset.rrname(), rrset.rrtype(), rrset.rrclass(), each), _ -> new Sums())
            .add(sums);
      }
    });
    List<ByRdata> sorted = new ArrayList<>(records.size());
    records.forEach((rdata, sums) -> {
      rdataKey.append(scratch, rdata.rrtype, rdata.octets.bytes());
      sorted.add(new ByRdata(taken(), RecordTypes.text(rdata.rrtype), rdata, sums));
    });
    sorted.sort(BY_RDATA);
    for (ByRdata row : sorted) {
      out.first().append(row.rdataKey);
      append(out.field(), row.rdata.rrtype, row.rdata.rrclass, row.rdata.octets);
      out.field().append(row.rdata.rrname);
      out.field().append(row.rrtype);
      row.sums.append(out);
      out.end();
    }
  }

  private static void append(StringBuilder out, int rrtype, int rrclass, Octets rdata) {
    RdataText.append(out, rdata.bytes(), 0, rdata.length(), rrtype, rrclass);
  }

  private String taken() {
    String text = scratch.toString();
    scratch.setLength(0);
    return text;
  }
}
