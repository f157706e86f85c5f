package org.nxsight.wire.nmsg;

import static org.nxsight.wire.protobuf.ProtobufWriter.VARINT;

import org.nxsight.wire.protobuf.ByteRange;
import org.nxsight.wire.protobuf.ByteRanges;
import org.nxsight.wire.protobuf.Decoded;
import org.nxsight.wire.protobuf.ProtobufReader;
import org.nxsight.wire.protobuf.ProtobufWriter;

/**
 * A payload of type {@code SIE:dnsdedupe} (2:1), one RRset and how often it was seen
 * (farsightsec/sie-nmsg, dnsdedupe.proto).
 *
 * <pre>
 *    1  rrname   bytes   wire format          12  time_last        uint32  epoch seconds
 *    2  rrtype   uint32                       13  type             enum
 *    3  rrclass  uint32                       14  response_ip      bytes   4 or 16 octets
 *    4  rrttl    uint32                       15  response         bytes   a DNS message
 *    5  rdata    bytes   repeated             16  bailiwick        bytes   wire format
 *   10  count    uint64                       17  zone_time_first  uint32  epoch seconds
 *   11  time_first  uint32  epoch seconds     18  zone_time_last   uint32  epoch seconds
 * </pre>
 *
 * <p>Every field is optional. The object is reused; its ranges never outlive the bytes they point
 * to.
 */
public final class Dnsdedupe implements NmsgPayload {
  /** The vendor number, {@code SIE}. */
  public static final int VENDOR = 2;

  /** The message type number of this vendor. */
  public static final int TYPE = 1;

  /** Type: seen for the first time in this window. */
  public static final int INSERTION = 0;

  /** Type: left the window, with its count. */
  public static final int EXPIRATION = 1;

  /** The owner name in wire format. */
  public final ByteRange rrname = new ByteRange();

  /** The rdata of the set, names in them uncompressed. */
  public final ByteRanges rdata = new ByteRanges();

  /** The responding server's address. */
  public final ByteRange responseIp = new ByteRange();

  /** The DNS message the set was seen in. */
  public final ByteRange response = new ByteRange();

  /** The zone whose servers were asked, in wire format. */
  public final ByteRange bailiwick = new ByteRange();

  /** Whether {@link #rrtype} is there. */
  public boolean hasRrtype;

  /** The record type. */
  public int rrtype;

  /** Whether {@link #rrclass} is there. */
  public boolean hasRrclass;

  /** The record class. */
  public int rrclass;

  /** Whether {@link #rrttl} is there. */
  public boolean hasRrttl;

  /** The time to live in seconds, unsigned. */
  public int rrttl;

  /** Whether {@link #count} is there. */
  public boolean hasCount;

  /** How often the set was seen, unsigned. */
  public long count;

  /** Whether {@link #timeFirst} is there. */
  public boolean hasTimeFirst;

  /** When first seen, in unsigned seconds since 1970. */
  public int timeFirst;

  /** Whether {@link #timeLast} is there. */
  public boolean hasTimeLast;

  /** When last seen, in unsigned seconds since 1970. */
  public int timeLast;

  /** Whether {@link #type} is there. */
  public boolean hasType;

  /** One of the types above, or another number. */
  public int type;

  /** Whether {@link #zoneTimeFirst} is there. */
  public boolean hasZoneTimeFirst;

  /** When first seen in a zone file, in unsigned seconds since 1970. */
  public int zoneTimeFirst;

  /** Whether {@link #zoneTimeLast} is there. */
  public boolean hasZoneTimeLast;

  /** When last seen in a zone file, in unsigned seconds since 1970. */
  public int zoneTimeLast;

  private final ProtobufReader reader = new ProtobufReader();

  /** Makes all fields absent or zero. */
  public void reset() {
    rrname.clear();
    rdata.clear();
    responseIp.clear();
    response.clear();
    bailiwick.clear();
    hasRrtype = hasRrclass = hasRrttl = hasCount = hasTimeFirst = hasTimeLast = hasType = false;
    hasZoneTimeFirst = hasZoneTimeLast = false;
    rrtype = rrclass = rrttl = timeFirst = timeLast = type = zoneTimeFirst = zoneTimeLast = 0;
    count = 0;
  }

  @Override
  public int vendor() {
    return VENDOR;
  }

  @Override
  public int messageType() {
    return TYPE;
  }

  @Override
  public int encodedOctets() {
    return rrname.octets(1)
        + (hasRrtype ? ProtobufWriter.u32Octets(2, rrtype) : 0)
        + (hasRrclass ? ProtobufWriter.u32Octets(3, rrclass) : 0)
        + (hasRrttl ? ProtobufWriter.u32Octets(4, rrttl) : 0)
        + rdata.octets(5)
        + (hasCount ? ProtobufWriter.i64Octets(10, count) : 0)
        + (hasTimeFirst ? ProtobufWriter.u32Octets(11, timeFirst) : 0)
        + (hasTimeLast ? ProtobufWriter.u32Octets(12, timeLast) : 0)
        + (hasType ? ProtobufWriter.i64Octets(13, type) : 0)
        + responseIp.octets(14)
        + response.octets(15)
        + bailiwick.octets(16)
        + (hasZoneTimeFirst ? ProtobufWriter.u32Octets(17, zoneTimeFirst) : 0)
        + (hasZoneTimeLast ? ProtobufWriter.u32Octets(18, zoneTimeLast) : 0);
  }

  @Override
  public void encode(byte[] out, int at) {
    at = rrname.put(out, at, 1);
    at = hasRrtype ? ProtobufWriter.putU32(out, at, 2, rrtype) : at;
    at = hasRrclass ? ProtobufWriter.putU32(out, at, 3, rrclass) : at;
    at = hasRrttl ? ProtobufWriter.putU32(out, at, 4, rrttl) : at;
    at = rdata.put(out, at, 5);
    at = hasCount ? ProtobufWriter.putI64(out, at, 10, count) : at;
    at = hasTimeFirst ? ProtobufWriter.putU32(out, at, 11, timeFirst) : at;
    at = hasTimeLast ? ProtobufWriter.putU32(out, at, 12, timeLast) : at;
    at = hasType ? ProtobufWriter.putI64(out, at, 13, type) : at;
    at = responseIp.put(out, at, 14);
    at = response.put(out, at, 15);
    at = bailiwick.put(out, at, 16);
    at = hasZoneTimeFirst ? ProtobufWriter.putU32(out, at, 17, zoneTimeFirst) : at;
    if (hasZoneTimeLast) {
      ProtobufWriter.putU32(out, at, 18, zoneTimeLast);
    }
  }

  /** Points to the payload in {@code bytes[offset, offset + length)}; whole only when OK. */
  public Decoded decode(byte[] bytes, int offset, int length) {
    reset();
    reader.wrap(bytes, offset, length);
    while (reader.next()) {
      Decoded taken = take(reader.field());
      if (taken != Decoded.OK) {
        return taken;
      }
    }
    return reader.isMalformed() ? Decoded.BAD_PROTOBUF : Decoded.OK;
  }

  private Decoded take(int field) {
    return switch (field) {
      case 1 -> rrname.take(reader);
      case 5 -> rdata.take(reader);
      case 14 -> responseIp.take(reader);
      case 15 -> response.take(reader);
      case 16 -> bailiwick.take(reader);
      default -> takeNumber(field, reader.value());
    };
  }

  private Decoded takeNumber(int field, long number) {
    switch (field) {
      case 2 -> {
        hasRrtype = true;
        rrtype = (int) number;
      }
      case 3 -> {
        hasRrclass = true;
        rrclass = (int) number;
      }
      case 4 -> {
        hasRrttl = true;
        rrttl = (int) number;
      }
      case 10 -> {
        hasCount = true;
        count = number;
      }
      case 11 -> {
        hasTimeFirst = true;
        timeFirst = (int) number;
      }
      case 12 -> {
        hasTimeLast = true;
        timeLast = (int) number;
      }
      case 13 -> {
        hasType = true;
        type = (int) number;
      }
      case 17 -> {
        hasZoneTimeFirst = true;
        zoneTimeFirst = (int) number;
      }
      case 18 -> {
        hasZoneTimeLast = true;
        zoneTimeLast = (int) number;
      }
      default -> {
        return Decoded.OK;
      }
    }
    return Decoded.expect(reader, VARINT);
  }
}
