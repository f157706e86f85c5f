package org.nxsight.channels.live;

/**
 * One record of a channel as it was published, shared by all who get it.
 *
 * @param vendor the NMSG vendor's number; {@link #NO_VENDOR} of a line of JSON
 * @param type the vendor's number for the type
 * @param epochNanos its time in nanoseconds since 1970
 * @param octets the payload, or the line without its end, in UTF-8; nobody writes to it
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares records or writes to their octets
public record LiveRecord(int vendor, int type, long epochNanos, byte[] octets) implements Delivery {
  /** The vendor of what is no NMSG payload, but a line of JSON. */
  public static final int NO_VENDOR = 0;

  /** Whether it is a line of JSON. */
  public boolean isLine() {
    return vendor == NO_VENDOR;
  }
}
