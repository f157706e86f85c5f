package org.nxsight.capture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** DNS messages for tests, made octet by octet. */
final class Dns {
  static final int A = 1;
  static final int TXT = 16;
  static final int IXFR = 251;
  static final int AXFR = 252;
  static final int NOERROR = 0;
  static final int NXDOMAIN = 3;

  private Dns() {}

  static byte[] query(int id, String qname, int qtype) {
    return message(id, 0x0000, qname, qtype, 0);
  }

  /** A response whose answer is one TXT record that makes it {@code padding} octets longer. */
  static byte[] response(int id, int rcode, String qname, int qtype, int padding) {
    return message(id, 0x8000 | rcode, qname, qtype, padding);
  }

  /** A response without a question, as the later messages of a zone transfer may be. */
  static byte[] continuation(int id) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    put16(out, id);
    put16(out, 0x8400);
    put16(out, 0);
    put16(out, 1);
    put16(out, 0);
    put16(out, 0);
    record(out, 20);
    return out.toByteArray();
  }

  private static byte[] message(int id, int flags, String qname, int qtype, int padding) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    put16(out, id);
    put16(out, flags);
    put16(out, 1);
    put16(out, padding > 0 ? 1 : 0);
    put16(out, 0);
    put16(out, 0);
    out.writeBytes(name(qname));
    put16(out, qtype);
    put16(out, 1);
    if (padding > 0) {
      record(out, padding);
    }
    return out.toByteArray();
  }

  /** A TXT record of the root of {@code octets} octets, at least 12. */
  private static void record(ByteArrayOutputStream out, int octets) {
    out.write(0);
    put16(out, TXT);
    put16(out, 1);
    put16(out, 0);
    put16(out, 60);
    int rdata = octets - 11;
    put16(out, rdata);
    for (int i = 0; i < rdata; i++) {
      out.write(i);
    }
  }

  private static byte[] name(String dotted) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String label : dotted.split("\\.", -1)) {
      out.write(label.length());
      out.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
    }
    out.write(0);
    return out.toByteArray();
  }

  private static void put16(ByteArrayOutputStream out, int value) {
    out.write(value >>> 8);
    out.write(value);
  }
}
