package org.nxsight.wire.dns;

import java.nio.charset.StandardCharsets;

/**
 * One question or resource record with its names uncompressed (RFC 1035, sections 4.1.2, 4.1.3).
 *
 * @param name the owner's name in wire form
 * @param ttl seconds, 0 for a question
 * @param rdata empty for a question
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one print and is never compared
record UnpackedRecord(byte[] name, int rrtype, int rrclass, long ttl, byte[] rdata) {
  /** Appends the owner's name. */
  void appendName(StringBuilder out) {
    NameText.append(out, name, 0, name.length);
  }

  /** The owner's name in wire form, one character an octet, its letters in lower case. */
  String lowerCaseName() {
    byte[] lower = name.clone();
    for (int i = 0; i < lower.length; i++) {
      // Length octets are at most 63, below every letter.
      if (lower[i] >= 'A' && lower[i] <= 'Z') {
        lower[i] = (byte) (lower[i] | 0x20);
      }
    }
    return new String(lower, StandardCharsets.ISO_8859_1);
  }

  /** Appends the mnemonic of the class, or {@code CLASS} and its number. */
  void appendClass(StringBuilder out) {
    out.append(RecordClasses.text(rrclass));
  }

  /** Appends the mnemonic of the type, or {@code TYPE} and its number. */
  void appendType(StringBuilder out) {
    out.append(WdnsNames.rrtypeText(rrtype));
  }

  /** Whether the rdata is fields, not opaque octets. */
  boolean isTakenApart() {
    RdataLayout layout = RdataLayout.of(rrtype);
    return layout != null && layout.isDefinedIn(rrclass);
  }

  /** Appends the rdata as text; a mark in it says when it is malformed. */
  void appendRdata(StringBuilder out) {
    RdataText.append(out, rdata, 0, rdata.length, rrtype, rrclass);
  }
}
