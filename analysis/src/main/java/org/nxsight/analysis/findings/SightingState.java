package org.nxsight.analysis.findings;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A sighting as octets of a snapshot. */
public final class SightingState {
  /** Longer than any evidence. */
  private static final int MAX_TEXT_OCTETS = 1 << 20;

  private SightingState() {}

  /** Writes it. */
  public static void write(DataOutput out, Sighting sighting) throws IOException {
    text(out, sighting.kind().name());
    text(out, sighting.subject());
    out.writeByte(sighting.severity().ordinal());
    out.writeFloat(sighting.confidence());
    out.writeLong(sighting.firstNanos());
    out.writeLong(sighting.lastNanos());
    out.writeLong(sighting.count());
    out.writeLong(sighting.resolvers());
    text(out, sighting.evidence());
    text(out, sighting.sentence());
  }

  /** Reads what was written. */
  public static Sighting read(DataInput in) throws IOException {
    try {
      return new Sighting(
          FindingKind.valueOf(text(in)),
          text(in),
          Severity.values()[in.readUnsignedByte()],
          in.readFloat(),
          in.readLong(),
          in.readLong(),
          in.readLong(),
          in.readLong(),
          text(in),
          text(in));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new IOException("not the state of a finding", e);
    }
  }

  private static void text(DataOutput out, String text) throws IOException {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(octets.length);
    out.write(octets);
  }

  private static String text(DataInput in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > MAX_TEXT_OCTETS) {
      throw new IOException("not the state of a finding");
    }
    byte[] octets = new byte[length];
    in.readFully(octets);
    return new String(octets, StandardCharsets.UTF_8);
  }
}
