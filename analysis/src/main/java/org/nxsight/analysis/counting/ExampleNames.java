package org.nxsight.analysis.counting;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nxsight.wire.dns.NameText;

/**
 * A few of many names, chosen by their hashes without regard to order and frequency: those with the
 * smallest. So two samples joined are the sample of both, and a name is copied seldom.
 */
public final class ExampleNames {
  private final long[] hashes;
  private final byte[][] names;
  private int size;

  /**
   * @param limit how many are kept
   */
  public ExampleNames(int limit) {
    hashes = new long[limit];
    names = new byte[limit][];
  }

  /** Adds a name in wire form, its root label included. */
  public void add(long hash, byte[] octets, int offset, int length) {
    int at = size;
    while (at > 0 && Long.compareUnsigned(hashes[at - 1], hash) > 0) {
      at--;
    }
    if (at == hashes.length || (at > 0 && hashes[at - 1] == hash)) {
      return;
    }
    int moved = Math.min(size, hashes.length - 1) - at;
    System.arraycopy(hashes, at, hashes, at + 1, moved);
    System.arraycopy(names, at, names, at + 1, moved);
    hashes[at] = hash;
    names[at] = Arrays.copyOfRange(octets, offset, offset + length);
    size = Math.min(size + 1, hashes.length);
  }

  /** Adds those of another one. */
  public void addAll(ExampleNames other) {
    for (int i = 0; i < other.size; i++) {
      add(other.hashes[i], other.names[i], 0, other.names[i].length);
    }
  }

  /** Forgets all. */
  public void clear() {
    size = 0;
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** One of them in wire form. */
  public byte[] name(int index) {
    return names[index];
  }

  /** All in presentation form, the first {@code most} of them. */
  public List<String> texts(int most) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < Math.min(size, most); i++) {
      texts.add(NameText.of(names[i]));
    }
    return texts;
  }

  /** Writes all of them. */
  public void snapshot(DataOutput out) throws IOException {
    out.writeByte(size);
    for (int i = 0; i < size; i++) {
      out.writeLong(hashes[i]);
      out.writeByte(names[i].length);
      out.write(names[i]);
    }
  }

  /** Adds those of a snapshot. */
  public void merge(DataInput in) throws IOException {
    for (int left = in.readUnsignedByte(); left > 0; left--) {
      long hash = in.readLong();
      byte[] name = new byte[in.readUnsignedByte()];
      in.readFully(name);
      add(hash, name, 0, name.length);
    }
  }
}
