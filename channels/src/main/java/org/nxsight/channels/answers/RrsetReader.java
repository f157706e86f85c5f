package org.nxsight.channels.answers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.nxsight.exchange.ExchangeView;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.dns.DnsMessageView;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.dns.RdataUnpack;
import org.nxsight.wire.dns.RecordTypes;

/**
 * Reads the RRsets of a response (RFC 1035, section 4.1.3).
 *
 * <pre>
 *   +--------------+------+-------+-----+----------+-----------+
 *   | owner        | type | class | ttl | rdlength | rdata ... |
 *   | (compressed) | u16  | u16   | u32 | u16      |           |
 *   +--------------+------+-------+-----+----------+-----------+
 * </pre>
 *
 * <p>A malformed record, or one that is missing, may leave any set of its section incomplete: none
 * of that section is read, nor what stands behind it. A record takes 12 octets or more when its
 * owner is a pointer, so that a message of 65,535 octets has at most 5,460 of them; they unpack to
 * less than 3 MiB of names.
 */
final class RrsetReader {
  /** The first two bits of a pointer (RFC 1035, section 4.1.4). */
  private static final int POINTER = 0xc000;

  private static final int OPT = RecordTypes.number("OPT");

  private final DnsMessageView message = new DnsMessageView();
  private final byte[] owner = new byte[DnsNames.MAX_NAME_OCTETS];
  private byte[] rdata = new byte[1024];
  private byte[] bytes = new byte[0];
  private int start;
  private int end;
  private int at;

  /** Where the qname stands in the message; negative when only the query has a question. */
  private int qnameOffset;

  private Name qname = Name.ROOT;
  private Name recent = Name.ROOT;

  /** What a set's records have in common; ordered, so that equal hashes cost no long walks. */
  private record Key(Name rrname, int rrtype, int rrclass) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int names = rrname.compareTo(other.rrname);
      int types = names != 0 ? names : Integer.compare(rrtype, other.rrtype);
      return types != 0 ? types : Integer.compare(rrclass, other.rrclass);
    }
  }

  /** The RRsets of the exchange's response. */
  ResponseRrsets read(ExchangeView exchange) {
    bytes = exchange.bytes();
    start = exchange.messageOffset();
    end = exchange.messageEnd();
    qnameOffset = exchange.qnameOffset() - start;
    qname =
        exchange.hasQuestion()
            ? Name.of(bytes, exchange.qnameOffset(), exchange.qnameOctets())
            : Name.ROOT;
    if (message.wrap(bytes, start, end - start) != DnsMessageView.Shape.WELL_FORMED) {
      return new ResponseRrsets(List.of(), List.of(), List.of(), true);
    }
    at = message.recordsOffset();
    List<List<Rrset>> sections = new ArrayList<>();
    boolean malformed = false;
    for (int count = 6; count <= 10; count += 2) {
      List<Rrset> section = malformed ? null : section(Bytes.u16(bytes, start + count));
      malformed = section == null;
      sections.add(section == null ? List.of() : section);
    }
    return new ResponseRrsets(sections.get(0), sections.get(1), sections.get(2), malformed);
  }

  /** The name that the exchange last read asks for; the root without a question. */
  Name qname() {
    return qname;
  }

  private @Nullable List<Rrset> section(int records) {
    if (records == 0) {
      return List.of();
    }
    Sets sets = new Sets();
    for (int i = 0; i < records; i++) {
      if (!readRecord(sets)) {
        return null;
      }
    }
    return sets.all();
  }

  private boolean readRecord(Sets sets) {
    Name rrname = owner();
    int fixed = DnsNames.skip(bytes, at, end);
    if (rrname == null || fixed == DnsNames.MALFORMED || fixed + 10 > end) {
      return false;
    }
    int rrtype = Bytes.u16(bytes, fixed);
    int rrclass = Bytes.u16(bytes, fixed + 2);
    int rdlength = Bytes.u16(bytes, fixed + 8);
    at = fixed + 10 + rdlength;
    if (at > end) {
      return false;
    }
    if (rrtype == OPT) {
      return true;
    }
    int room = rdlength + 2 * DnsNames.MAX_NAME_OCTETS;
    if (rdata.length < room) {
      rdata = new byte[room];
    }
    int octets =
        RdataUnpack.unpackCanonical(
            bytes, start, end, fixed + 10, rdlength, rrtype, rrclass, rdata, 0);
    if (octets == RdataUnpack.MALFORMED) {
      return false;
    }
    sets.add(new Key(rrname, rrtype, rrclass), Octets.copyOf(rdata, 0, octets));
    return true;
  }

  /** The owner of the record here, mostly the qname or that of the record before; or null. */
  private @Nullable Name owner() {
    if (at + 2 <= end && Bytes.u16(bytes, at) == POINTER + qnameOffset) {
      return qname;
    }
    int octets = DnsNames.unpack(bytes, start, at, end, owner, 0);
    if (octets == DnsNames.MALFORMED) {
      return null;
    }
    DnsNames.lowerCase(owner, 0, octets);
    byte[] before = recent.wire().bytes();
    if (before.length != octets || !Bytes.equal(before, 0, owner, 0, octets)) {
      recent = Name.of(owner, 0, octets);
    }
    return recent;
  }

  /** The sets of a section; a map of them is made for the second one. */
  private static final class Sets {
    private @Nullable Key first;
    private final List<Octets> ofFirst = new ArrayList<>(2);
    private @Nullable Map<Key, List<Octets>> more;

    void add(Key key, Octets rdata) {
      if (first == null) {
        first = key;
      }
      if (key.equals(first)) {
        ofFirst.add(rdata);
        return;
      }
      if (more == null) {
        more = new LinkedHashMap<>(4);
      }
      more.computeIfAbsent(key, none -> new ArrayList<>(2)).add(rdata);
    }

    List<Rrset> all() {
      if (first == null) {
        return List.of();
      }
      Rrset set = rrset(first, ofFirst);
      if (more == null) {
        return List.of(set);
      }
      List<Rrset> all = new ArrayList<>(1 + more.size());
      all.add(set);
      more.forEach((key, rdata) -> all.add(rrset(key, rdata)));
      return all;
    }
  }

  private static Rrset rrset(Key key, List<Octets> set) {
    if (set.size() > 1) {
      set.sort(null);
      for (int i = set.size() - 1; i > 0; i--) {
        if (set.get(i).equals(set.get(i - 1))) {
          return of(key, List.copyOf(new TreeSet<>(set)));
        }
      }
    }
    return of(key, set);
  }

  private static Rrset of(Key key, List<Octets> rdata) {
    return new Rrset(key.rrname(), key.rrtype(), key.rrclass(), rdata);
  }
}
