package org.nxsight.analysis.findings.lists;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.nxsight.analysis.counting.Rows;

/** An item that one resolver looks up at lists at the moment. */
final class Burst implements Rows.Row {
  /** A check asks all lists at once, or one after the other without a pause. */
  static final long NANOS = 10_000_000_000L;

  /** More lists than anybody asks at once. */
  static final int LISTS = 128;

  final int slot;
  final AskedLists lists = new AskedLists(LISTS);
  final Counts counts = new Counts();

  /** The key of who asks. */
  long resolver;

  /** When it began; 0 before. */
  long startNanos;

  /** Whether it is over, and waits for what is usual to be known. */
  boolean waits;

  boolean accused;
  String subject = "";

  Burst(int slot) {
    this.slot = slot;
  }

  @Override
  public void clear() {
    lists.clear();
    counts.clear();
    resolver = 0;
    startNanos = 0;
    waits = false;
    accused = false;
    subject = "";
  }

  boolean isOver(long epochNanos) {
    return epochNanos - startNanos >= NANOS;
  }

  @Override
  public void snapshot(DataOutput out) throws IOException {
    lists.snapshot(out);
    counts.snapshot(out);
    out.writeLong(resolver);
    out.writeLong(startNanos);
    out.writeBoolean(waits);
    out.writeBoolean(accused);
    out.writeUTF(subject);
  }

  @Override
  public void merge(DataInput in) throws IOException {
    lists.merge(in);
    counts.merge(in);
    resolver = in.readLong();
    startNanos = Math.max(startNanos, in.readLong());
    waits |= in.readBoolean();
    accused |= in.readBoolean();
    String other = in.readUTF();
    subject = subject.isEmpty() ? other : subject;
  }
}
