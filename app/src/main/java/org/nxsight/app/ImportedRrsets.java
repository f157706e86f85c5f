package org.nxsight.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsight.channels.answers.Name;
import org.nxsight.channels.answers.Octets;
import org.nxsight.channels.answers.Rrset;
import org.nxsight.channels.answers.SeenRrset;
import org.nxsight.channels.answers.ZoneSource;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.dns.NameText;
import org.nxsight.wire.dns.RdataParser;
import org.nxsight.wire.dns.RdataUnpack;
import org.nxsight.wire.dns.RecordTypes;
import org.nxsight.wire.nmsg.Dnsdedupe;
import org.nxsight.wire.protobuf.ByteRange;

/** RRsets as other programs hand them over: SIE:dnsdedupe, and the Common Output Format. */
final class ImportedRrsets {
  private static final int INTERNET = 1;
  private static final long NANOS_A_SECOND = 1_000_000_000L;
  private static final long MOST_SECONDS = 0xffff_ffffL;

  private final byte[] scratch = new byte[RdataUnpack.MAX_OCTETS];

  /** An RRset and whether its bailiwick is known; the bailiwick is the root when it is not. */
  record Imported(SeenRrset seen, boolean placed) {}

  /** The RRset of a payload. */
  Imported of(Dnsdedupe dedupe) throws RefusedImportException {
    if (!dedupe.rrname.isPresent()
        || !dedupe.hasRrtype
        || dedupe.rdata.count() == 0
        || !dedupe.hasTimeFirst
        || !dedupe.hasTimeLast) {
      throw refused(ImportRefusal.INCOMPLETE, "rrname, rrtype, rdata, time_first and time_last");
    }
    if (dedupe.hasRrclass && dedupe.rrclass != INTERNET) {
      throw refused(ImportRefusal.OTHER_CLASS, "class " + dedupe.rrclass);
    }
    int rrtype = type(dedupe.rrtype, "TYPE" + dedupe.rrtype);
    List<Octets> rdata = new ArrayList<>();
    for (int i = 0; i < dedupe.rdata.count(); i++) {
      rdata.add(
          canonical(dedupe.rdata.bytes(i), dedupe.rdata.offset(i), dedupe.rdata.length(i), rrtype));
    }
    Name bailiwick = dedupe.bailiwick.isPresent() ? name(dedupe.bailiwick) : null;
    return imported(
        name(dedupe.rrname),
        rrtype,
        rdata,
        bailiwick,
        dedupe.hasCount ? dedupe.count : 1,
        Integer.toUnsignedLong(dedupe.timeFirst),
        Integer.toUnsignedLong(dedupe.timeLast));
  }

  /** The RRset of an object of the Common Output Format. */
  Imported of(Map<String, @Nullable Object> cof) throws RefusedImportException {
    Object type = required(cof, "rrtype");
    int rrtype =
        type instanceof Long number && number >= 0 && number <= 0xffff
            ? number.intValue()
            : RecordTypes.number(type.toString());
    type(rrtype, type.toString());
    List<Octets> rdata = new ArrayList<>();
    Object records = required(cof, "rdata");
    for (Object each : records instanceof List<?> list ? list : List.of(records)) {
      rdata.add(parsed(String.valueOf(each), rrtype));
    }
    if (rdata.isEmpty()) {
      throw refused(ImportRefusal.INCOMPLETE, "rdata is empty");
    }
    Object bailiwick = cof.get("bailiwick");
    return imported(
        name(required(cof, "rrname").toString()),
        rrtype,
        rdata,
        bailiwick == null ? null : name(bailiwick.toString()),
        cof.get("count") == null ? 1 : number(cof, "count"),
        number(cof, "time_first"),
        number(cof, "time_last"));
  }

  private static Imported imported(
      Name rrname,
      int rrtype,
      List<Octets> rdata,
      @Nullable Name bailiwick,
      long count,
      long firstSeconds,
      long lastSeconds)
      throws RefusedImportException {
    if (count < 1 || firstSeconds < 0 || lastSeconds < firstSeconds || lastSeconds > MOST_SECONDS) {
      throw refused(
          ImportRefusal.BAD_COUNTS,
          "count " + count + ", time_first " + firstSeconds + ", time_last " + lastSeconds);
    }
    if (bailiwick != null && !rrname.isWithin(bailiwick)) {
      throw refused(ImportRefusal.OUTSIDE_BAILIWICK, rrname + " is not in " + bailiwick);
    }
    List<Octets> sorted = rdata.stream().sorted().distinct().toList();
    SeenRrset seen =
        new SeenRrset(
            new Rrset(rrname, rrtype, INTERNET, sorted),
            bailiwick,
            ZoneSource.NOTHING,
            count,
            firstSeconds * NANOS_A_SECOND,
            lastSeconds * NANOS_A_SECOND);
    return new Imported(seen, bailiwick != null);
  }

  /** A type that is data: not 0, nor 128 to 255 (RFC 6895, section 3.1), nor OPT. */
  private static int type(int rrtype, String text) throws RefusedImportException {
    if (rrtype <= 0 || (rrtype >= 128 && rrtype <= 255) || rrtype == 41 || rrtype > 0xffff) {
      throw refused(ImportRefusal.BAD_TYPE, "'" + text + "'");
    }
    return rrtype;
  }

  private Octets canonical(byte[] bytes, int offset, int length, int rrtype)
      throws RefusedImportException {
    byte[] rdata = Octets.copyOf(bytes, offset, length).bytes();
    int octets =
        RdataUnpack.unpackCanonical(rdata, 0, length, 0, length, rrtype, INTERNET, scratch, 0);
    if (octets == RdataUnpack.MALFORMED) {
      throw refused(ImportRefusal.BAD_RDATA, "of type " + RecordTypes.text(rrtype));
    }
    return Octets.copyOf(scratch, 0, octets);
  }

  private Octets parsed(String text, int rrtype) throws RefusedImportException {
    int octets = RdataParser.parse(text, rrtype, scratch);
    if (octets == RdataParser.MALFORMED) {
      String start = text.length() > 60 ? text.substring(0, 60) + "..." : text;
      throw refused(ImportRefusal.BAD_RDATA, "'" + start + "' of type " + RecordTypes.text(rrtype));
    }
    return Octets.copyOf(scratch, 0, octets);
  }

  private static Name name(ByteRange wire) throws RefusedImportException {
    int end = DnsNames.skipUncompressed(wire.bytes(), wire.offset(), wire.offset() + wire.length());
    if (end != wire.offset() + wire.length()) {
      throw refused(ImportRefusal.BAD_NAME, "octets that are no name");
    }
    return Name.of(wire.bytes(), wire.offset(), wire.length());
  }

  private static Name name(String text) throws RefusedImportException {
    byte[] wire = new byte[255];
    int octets = NameText.parse(text, wire);
    if (octets == NameText.MALFORMED) {
      throw refused(ImportRefusal.BAD_NAME, "'" + text + "'");
    }
    return Name.of(wire, 0, octets);
  }

  private static Object required(Map<String, @Nullable Object> cof, String member)
      throws RefusedImportException {
    Object value = cof.get(member);
    if (value == null || value instanceof Map) {
      throw refused(ImportRefusal.INCOMPLETE, member + " is missing");
    }
    return value;
  }

  private static long number(Map<String, @Nullable Object> cof, String member)
      throws RefusedImportException {
    if (required(cof, member) instanceof Long number) {
      return number;
    }
    throw refused(ImportRefusal.INCOMPLETE, member + " is no whole number");
  }

  private static RefusedImportException refused(ImportRefusal refusal, String what) {
    return new RefusedImportException(refusal, what);
  }
}
