package org.nxsight.store.writing;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.nxsight.channels.answers.Name;
import org.nxsight.channels.answers.Octets;
import org.nxsight.channels.answers.Rrset;
import org.nxsight.channels.answers.SeenRrset;
import org.nxsight.channels.answers.ZoneSource;
import org.nxsight.wire.dns.NameText;
import org.nxsight.wire.dns.RecordTypes;

/** RRsets out of text. */
public final class Sets {
  private Sets() {}

  /** Addresses of a name. */
  public static SeenRrset addresses(
      String rrname, String bailiwick, long count, long first, long last, String... addresses) {
    List<Octets> rdata = new ArrayList<>();
    for (String each : addresses) {
      byte[] octets = InetAddress.ofLiteral(each).getAddress();
      rdata.add(Octets.copyOf(octets, 0, octets.length));
    }
    return seen(
        rrname,
        rdata.getFirst().length() == 4 ? "A" : "AAAA",
        rdata,
        bailiwick,
        count,
        first,
        last);
  }

  /** A set of rdata in wire form. */
  public static SeenRrset seen(
      String rrname,
      String rrtype,
      List<Octets> rdata,
      String bailiwick,
      long count,
      long first,
      long last) {
    List<Octets> sorted = new ArrayList<>(rdata);
    Collections.sort(sorted);
    Rrset rrset = new Rrset(name(rrname), RecordTypes.number(rrtype), 1, sorted);
    return new SeenRrset(rrset, name(bailiwick), ZoneSource.DELEGATION, count, first, last);
  }

  /** The same set, its bailiwick told in another way. */
  public static SeenRrset told(ZoneSource source, SeenRrset seen) {
    return new SeenRrset(
        seen.rrset(), seen.bailiwick(), source, seen.count(), seen.firstNanos(), seen.lastNanos());
  }

  /** A name out of its text. */
  public static Name name(String text) {
    byte[] wire = new byte[255];
    return Name.of(wire, 0, NameText.parse(text, wire));
  }

  /** Rdata of octets, with a name behind them. */
  public static Octets rdata(byte[] octets, String name) {
    byte[] wire = name(name).wire().bytes();
    byte[] all = new byte[octets.length + wire.length];
    System.arraycopy(octets, 0, all, 0, octets.length);
    System.arraycopy(wire, 0, all, octets.length, wire.length);
    return Octets.copyOf(all, 0, all.length);
  }
}
