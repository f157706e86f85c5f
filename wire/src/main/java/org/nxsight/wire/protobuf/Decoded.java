package org.nxsight.wire.protobuf;

/** What decoding a protocol buffer message came to: it is whole, or why it is malformed. */
public enum Decoded {
  /** All required fields are there; unknown fields were passed over. */
  OK,
  /** The octets are no protocol buffer message. */
  BAD_PROTOBUF,
  /** A known field has another wire type than its own. */
  WRONG_WIRE_TYPE,
  /** A required field is absent. */
  MISSING_FIELD,
  /** A repeated field has more than {@link #MAX_VALUES} values. */
  TOO_MANY_VALUES;

  /**
   * The most values a repeated field may have: a DNS message of 65,535 octets holds fewer than
   * 6,000 records, and an IP datagram at most 8,190 fragments. Keeps a hostile payload from taking
   * more than 65,536 * 16 octets of memory a field.
   */
  public static final int MAX_VALUES = 65_536;

  /** {@link #OK} when the reader's field has the given wire type. */
  public static Decoded expect(ProtobufReader reader, int wireType) {
    return reader.wireType() == wireType ? OK : WRONG_WIRE_TYPE;
  }
}
