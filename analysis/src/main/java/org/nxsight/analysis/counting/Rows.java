package org.nxsight.analysis.counting;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A row for each key of a {@link KeyTable}, made when its slot is first taken and reused with it;
 * and which rows were used since one last looked, so that a look costs what has changed.
 *
 * @param <R> what is kept
 */
public final class Rows<R extends Rows.Row> {
  /** What is kept for one key. */
  public interface Row {
    /** Forgets everything; the row gets another key. */
    void clear();

    /** Writes everything. */
    void snapshot(DataOutput out) throws IOException;

    /** Adds what was written of another row of the same key. */
    void merge(DataInput in) throws IOException;
  }

  private final KeyTable keys;
  private final IntFunction<R> maker;
  private final List<@Nullable R> rows = new ArrayList<>();
  private final BitSet touched;

  /**
   * @param slots a power of two
   * @param maker makes the row of a slot
   */
  public Rows(int slots, IntFunction<R> maker) {
    keys = new KeyTable(slots);
    this.maker = maker;
    touched = new BitSet(slots);
  }

  /** The row of a key, cleared when it is new to it. */
  public R claim(long key, long epochNanos) {
    int slot = keys.claim(key, epochNanos);
    while (rows.size() <= slot) {
      rows.add(null);
    }
    R row = rows.get(slot);
    if (row == null) {
      row = maker.apply(slot);
      rows.set(slot, row);
    }
    if (keys.isFresh()) {
      row.clear();
    }
    touched.set(slot);
    return row;
  }

  /** The row of a key, when it has one. */
  public @Nullable R use(long key, long epochNanos) {
    return keys.find(key) < 0 ? null : claim(key, epochNanos);
  }

  /** The row of a key, when it has one, without using it. */
  public @Nullable R find(long key) {
    int slot = keys.find(key);
    return slot < 0 ? null : rows.get(slot);
  }

  /** Whether the row last claimed is new to its key. */
  public boolean isFresh() {
    return keys.isFresh();
  }

  /** Shows the rows that were used since the last call, in the order of their slots. */
  public void eachTouched(Consumer<R> look) {
    for (int slot = touched.nextSetBit(0); slot >= 0; slot = touched.nextSetBit(slot + 1)) {
      R row = rows.get(slot);
      if (row != null && keys.key(slot) != 0) {
        look.accept(row);
      }
    }
    touched.clear();
  }

  /** Shows all rows in use, in the order of their slots. */
  public void each(Consumer<R> look) {
    for (int slot = keys.next(0); slot >= 0; slot = keys.next(slot + 1)) {
      R row = rows.get(slot);
      if (row != null) {
        look.accept(row);
      }
    }
  }

  /** Has a row shown at the next look, used or not. */
  public void touch(int slot) {
    touched.set(slot);
  }

  /** How many rows are in use. */
  public int size() {
    return keys.size();
  }

  /** Writes all rows. */
  public void snapshot(DataOutput out) throws IOException {
    out.writeInt(keys.size());
    for (int slot = keys.next(0); slot >= 0; slot = keys.next(slot + 1)) {
      R row = rows.get(slot);
      if (row == null) {
        throw new IllegalStateException("a slot in use has no row");
      }
      out.writeLong(keys.key(slot));
      out.writeInt(keys.usedSeconds(slot));
      out.writeBoolean(touched.get(slot));
      row.snapshot(out);
    }
  }

  /** Adds the rows of a snapshot. */
  public void merge(DataInput in) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      long key = in.readLong();
      long usedNanos = in.readInt() * 1_000_000_000L;
      int known = keys.find(key);
      boolean isTouched = known >= 0 && touched.get(known);
      R row = claim(key, usedNanos);
      int slot = keys.find(key);
      boolean wasTouched = in.readBoolean();
      touched.set(slot, wasTouched || isTouched);
      row.merge(in);
    }
  }
}
