package org.nxsight.store.history;

import org.jspecify.annotations.Nullable;

/**
 * A name above another one, and why it is known to exist.
 *
 * @param proof what proves it
 * @param example the name below it, when that is the proof
 * @param timeLastMicros when the proof was seen last, microseconds since 1970
 */
public record Ancestor(String name, Proof proof, @Nullable String example, long timeLastMicros) {
  /** What proves that a name exists. */
  public enum Proof {
    /** It had records. */
    RECORDS,
    /** A name below it had records, so that it exists without any (RFC 8020, section 2). */
    NAME_BELOW,
    /** It is the zone whose SOA says that another name does not exist. */
    ZONE
  }
}
