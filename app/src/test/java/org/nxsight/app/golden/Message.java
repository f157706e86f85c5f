package org.nxsight.app.golden;

import java.util.Arrays;

/**
 * A DNS message for a test (RFC 1035, section 4.1). Nothing is checked: what a test wants to be
 * wrong is wrong on the wire.
 */
final class Message {
  static final int A = 1;
  static final int CNAME = 5;
  static final int SOA = 6;
  static final int AAAA = 28;
  static final int OPT = 41;

  static final int NOERROR = 0;
  static final int FORMERR = 1;
  static final int SERVFAIL = 2;
  static final int NXDOMAIN = 3;
  static final int NOTIMP = 4;
  static final int REFUSED = 5;

  private static final int QR = 0x8000;
  private static final int AA = 0x0400;

  private final byte[] qname;
  private final int qtype;
  private final int qclass;
  private final int id;
  private final int flags;
  private int questions = 1;
  private final int[] records = new int[3];
  private final Octets[] sections = {Octets.of(), Octets.of(), Octets.of()};

  private Message(byte[] qname, int qtype, int qclass, int id, int flags) {
    this.qname = qname;
    this.qtype = qtype;
    this.qclass = qclass;
    this.id = id;
    this.flags = flags;
  }

  /** A query of class IN with id 4660. */
  static Message query(String qname, int qtype) {
    return new Message(Octets.of().name(qname).bytes(), qtype, 1, 0x1234, 0);
  }

  /** The same query with another id. */
  Message withId(int otherId) {
    return new Message(qname, qtype, qclass, otherId, flags);
  }

  /** A response that repeats this query's question. */
  Message answeredBy(int rcode) {
    return new Message(qname, qtype, qclass, id, QR | AA | rcode);
  }

  /** NXDOMAIN with the SOA of a zone. */
  Message nxdomain(String zone) {
    return answeredBy(NXDOMAIN).soa(zone);
  }

  /** Leaves the question section out. */
  Message withoutQuestion() {
    questions = 0;
    return this;
  }

  /** Has the question so many times. */
  Message questions(int count) {
    questions = count;
    return this;
  }

  /** An SOA in the authority section. */
  Message soa(String owner) {
    return authority(Octets.of().name(owner).bytes(), SOA, soaRdata());
  }

  /** An SOA in the authority section whose owner is a pointer. */
  Message soaAtPointer(int target) {
    return authority(Octets.of().u16(0xc000 | target).bytes(), SOA, soaRdata());
  }

  private static byte[] soaRdata() {
    Octets rdata = Octets.of().name("ns.example.").name("hostmaster.example.");
    return rdata.u32(2024050100).u32(7200).u32(3600).u32(1209600).u32(300).bytes();
  }

  /** An SOA in the answer section. */
  Message soaAnswer(String owner) {
    return record(0, Octets.of().name(owner).bytes(), SOA, 1, 300, soaRdata());
  }

  Message cname(String owner, String target) {
    return record(
        0, Octets.of().name(owner).bytes(), CNAME, 1, 300, Octets.of().name(target).bytes());
  }

  Message a(String owner, String hexAddress) {
    return record(0, Octets.of().name(owner).bytes(), A, 1, 300, Octets.hex(hexAddress));
  }

  Message authority(byte[] owner, int type, byte[] rdata) {
    return record(1, owner, type, 1, 300, rdata);
  }

  /** An OPT record with the upper eight bits of an extended rcode (RFC 6891, section 6.1.3). */
  Message opt(int rcodeHigh) {
    return record(2, new byte[1], OPT, 1232, (long) rcodeHigh << 24, new byte[0]);
  }

  /** An OPT record with options in hexadecimal digits. */
  Message optWith(String options) {
    return record(2, new byte[1], OPT, 1232, 0, Octets.hex(options));
  }

  private Message record(int section, byte[] owner, int type, int rrclass, long ttl, byte[] rdata) {
    records[section]++;
    sections[section].raw(owner).u16(type).u16(rrclass).u32(ttl).u16(rdata.length).raw(rdata);
    return this;
  }

  /** The message as it stands on the wire. */
  byte[] bytes() {
    Octets out = Octets.of().u16(id).u16(flags).u16(questions);
    out.u16(records[0]).u16(records[1]).u16(records[2]);
    for (int i = 0; i < questions; i++) {
      out.raw(qname).u16(qtype).u16(qclass);
    }
    for (Octets section : sections) {
      out.raw(section.bytes());
    }
    return out.bytes();
  }

  /** The message as it stands on the wire, without its last octets. */
  byte[] bytesWithoutLast(int count) {
    byte[] bytes = bytes();
    return Arrays.copyOf(bytes, bytes.length - count);
  }
}
