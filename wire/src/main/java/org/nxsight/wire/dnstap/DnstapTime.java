package org.nxsight.wire.dnstap;

import org.nxsight.wire.protobuf.Decoded;
import org.nxsight.wire.protobuf.ProtobufReader;
import org.nxsight.wire.protobuf.ProtobufWriter;

/** A time in two fields: seconds since 1970, and the nanoseconds to add to them. */
public final class DnstapTime {
  private static final long NANOS_A_SECOND = 1_000_000_000L;

  /** The last second whose nanoseconds, even 2^32 of them, still fit into a long: in 2262. */
  private static final long MAX_SECONDS = Long.MAX_VALUE / NANOS_A_SECOND - 5;

  private boolean told;
  private long seconds;
  private long nanos;

  void clear() {
    told = false;
    seconds = 0;
    nanos = 0;
  }

  void setSeconds(long seconds) {
    told = true;
    this.seconds = seconds;
  }

  Decoded takeNanos(ProtobufReader reader) {
    nanos = reader.value() & 0xffff_ffffL;
    return Decoded.expect(reader, ProtobufWriter.FIXED32);
  }

  /** Whether there is one: seconds that lie between 1970 and 2262. */
  public boolean isTold() {
    return told && seconds >= 0 && seconds <= MAX_SECONDS;
  }

  /** Nanoseconds since 1970; only when told. */
  public long epochNanos() {
    return seconds * NANOS_A_SECOND + nanos;
  }
}
