package org.nxsight.analysis.findings.spikes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * So many failures of one sort.
 *
 * @param dimension what they are counted by
 * @param key of the sort, as of {@link Spikes}
 * @param text of the sort, for a person
 * @param times how many
 * @param lastNanos the time of the last one, in nanoseconds since 1970
 */
public record SpikeCount(Dimension dimension, long key, String text, int times, long lastNanos) {
  private static final Dimension[] DIMENSIONS = Dimension.values();

  /** Writes it. */
  public void write(DataOutput out) throws IOException {
    out.writeByte(dimension.ordinal());
    out.writeLong(key);
    out.writeUTF(text);
    out.writeInt(times);
    out.writeLong(lastNanos);
  }

  /** Reads what was written. */
  public static SpikeCount read(DataInput in) throws IOException {
    int ordinal = in.readUnsignedByte();
    if (ordinal >= DIMENSIONS.length) {
      throw new IOException("not a count of failures");
    }
    return new SpikeCount(
        DIMENSIONS[ordinal], in.readLong(), in.readUTF(), in.readInt(), in.readLong());
  }
}
