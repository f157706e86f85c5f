package org.nxsight.analysis.findings;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.nxsight.wire.Mixing;

/**
 * One statement about a stream, as it stood at a moment. Kind and subject make its id, so that it
 * is the same finding in all runs.
 *
 * @param sighting what it says
 * @param openedNanos when it began to hold, in nanoseconds of record time since 1970
 * @param updatedNanos when this was said
 * @param open whether it still holds
 */
public record Finding(Sighting sighting, long openedNanos, long updatedNanos, boolean open) {
  private static final long SEED = Mixing.B;

  /** 16 hexadecimal digits. */
  public String id() {
    return id(sighting.kind(), sighting.subject());
  }

  /** The id of all findings of a kind about a subject. */
  public static String id(FindingKind kind, String subject) {
    byte[] octets = (kind.name() + ' ' + subject).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().toHexDigits(Mixing.hash(octets, 0, octets.length, SEED));
  }

  /** {@code open} or {@code closed}. */
  public String state() {
    return open ? "open" : "closed";
  }
}
