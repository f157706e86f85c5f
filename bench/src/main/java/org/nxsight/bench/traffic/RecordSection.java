package org.nxsight.bench.traffic;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.nxsight.wire.Bytes;

/**
 * The answer and authority records of a response, ready to be copied behind its question. Owners
 * point to the qname or into it, to the zone; where that stands is filled in when written.
 */
final class RecordSection {
  /** No records. */
  static final RecordSection NONE = new RecordSection().done(0, 0);

  private static final int QNAME_POINTER = 0xc00c;
  private static final int A = 1;
  private static final int NS = 2;
  private static final int CNAME = 5;
  private static final int SOA = 6;
  private static final int AAAA = 28;
  private static final int RRSIG = 46;
  private static final int NSEC3 = 50;

  private static final List<RecordSection> ANSWERS =
      List.of(
          new RecordSection().address(A, 4).done(1, 0),
          new RecordSection().address(AAAA, 16).done(1, 0),
          new RecordSection().address(A, 4).address(A, 4).address(A, 4).done(3, 0),
          new RecordSection().alias().done(1, 0),
          new RecordSection().address(A, 4).nameServers().done(1, 2));

  private static final RecordSection DELEGATION = new RecordSection().nameServers().done(0, 2);
  private static final RecordSection DENIAL = new RecordSection().soa().done(0, 1);

  /** One or three proofs: 400 to 1,000 octets with the message's rest. */
  private static final List<RecordSection> SIGNED_DENIALS =
      List.of(
          new RecordSection().soa().signature(SOA, 64).proof(64).done(0, 4),
          new RecordSection().soa().signature(SOA, 64).proof(64).proof(64).proof(64).done(0, 8),
          new RecordSection()
              .soa()
              .signature(SOA, 128)
              .proof(128)
              .proof(128)
              .proof(128)
              .done(0, 8));

  /** A record that claims more rdata than there is. */
  private static final RecordSection BROKEN =
      new RecordSection().u16(QNAME_POINTER).fixed(A, 400).done(1, 0);

  private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();
  private final List<Integer> zonePointers = new ArrayList<>();
  private byte[] octets = new byte[0];
  private int[] pointers = new int[0];
  private int answers;
  private int authorities;

  private RecordSection() {}

  /** One of the sections that responses of a kind have. */
  static RecordSection of(ResponseKind kind, int choice) {
    return switch (kind) {
      case ANSWER -> ANSWERS.get(choice % ANSWERS.size());
      case DELEGATION -> DELEGATION;
      case NODATA, NXDOMAIN -> DENIAL;
      case SIGNED_NXDOMAIN -> SIGNED_DENIALS.get(choice % SIGNED_DENIALS.size());
      case BROKEN_RECORD -> BROKEN;
      case FORMERR, SERVFAIL, NOTIMP, REFUSED, BADVERS -> NONE;
    };
  }

  private RecordSection address(int type, int octetCount) {
    u16(QNAME_POINTER).fixed(type, octetCount);
    return fill(octetCount);
  }

  private RecordSection alias() {
    return u16(QNAME_POINTER).fixed(CNAME, 6).label("www").zone();
  }

  private RecordSection nameServers() {
    zone().fixed(NS, 6).label("ns1").zone();
    return zone().fixed(NS, 6).label("ns2").zone();
  }

  private RecordSection soa() {
    zone().fixed(SOA, 6 + 13 + 20).label("ns1").zone().label("hostmaster").zone();
    return u32(2_026_010_100).u32(7200).u32(3600).u32(1_209_600).u32(300);
  }

  private RecordSection proof(int signatureOctets) {
    label("0p9mhaveqvm6t7vbl5lop2u3t2rp3tom").zone().fixed(NSEC3, 6 + 20 + 8);
    u32(0x0101_0000).u16(0x0014);
    return fill(20).u32(0x0006_4000).u32(0x8000_0002).signature(NSEC3, signatureOctets);
  }

  private RecordSection signature(int covered, int octetCount) {
    zone().fixed(RRSIG, 18 + 6 + octetCount);
    u16(covered).u16(0x0d02).u32(300).u32(1_900_000_000).u32(1_800_000_000).u16(20_326);
    label("test").u8(0);
    return fill(octetCount);
  }

  private RecordSection fixed(int type, int rdataOctets) {
    return u16(type).u16(1).u32(300).u16(rdataOctets);
  }

  private RecordSection label(String text) {
    u8(text.length());
    gathered.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  private RecordSection zone() {
    zonePointers.add(gathered.size());
    return u16(0);
  }

  private RecordSection fill(int octetCount) {
    for (int i = 0; i < octetCount; i++) {
      u8(29 * i + 10);
    }
    return this;
  }

  private RecordSection u8(int value) {
    gathered.write(value);
    return this;
  }

  private RecordSection u16(int value) {
    return u8(value >> 8).u8(value);
  }

  private RecordSection u32(int value) {
    return u16(value >> 16).u16(value);
  }

  private RecordSection done(int answers, int authorities) {
    octets = gathered.toByteArray();
    pointers = zonePointers.stream().mapToInt(Integer::intValue).toArray();
    this.answers = answers;
    this.authorities = authorities;
    return this;
  }

  /** How many of the records are answers. */
  int answers() {
    return answers;
  }

  /** How many of them are authority records. */
  int authorities() {
    return authorities;
  }

  /**
   * Writes the records.
   *
   * @param zoneOffset where the zone's name starts, counted from the message's start
   * @return the offset behind them
   */
  int write(byte[] out, int at, int zoneOffset) {
    System.arraycopy(octets, 0, out, at, octets.length);
    for (int pointer : pointers) {
      Bytes.put16(out, at + pointer, 0xc000 | zoneOffset);
    }
    return at + octets.length;
  }
}
