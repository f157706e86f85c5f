package org.nxsight.analysis.findings.lists;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.nxsight.analysis.findings.Observation;

/** Which lists were asked, each once, up to a limit; a few octets as long as there are few. */
final class AskedLists {
  private static final int FIRST_SIZE = 4;
  private static final long[] NO_KEYS = {};
  private static final String[] NO_NAMES = {};

  private final int limit;
  private long[] keys = NO_KEYS;
  private String[] names = NO_NAMES;
  private int size;

  /**
   * @param limit how many are kept, 255 at most
   */
  AskedLists(int limit) {
    this.limit = limit;
  }

  void add(Observation observation, ListLook look) {
    long key = look.listKey(observation);
    if (!contains(key)) {
      add(key, look.list());
    }
  }

  private boolean contains(long key) {
    for (int i = 0; i < size; i++) {
      if (keys[i] == key) {
        return true;
      }
    }
    return size == limit;
  }

  private void add(long key, String name) {
    if (size == keys.length) {
      int larger = Math.min(limit, Math.max(FIRST_SIZE, 2 * size));
      keys = Arrays.copyOf(keys, larger);
      names = Arrays.copyOf(names, larger);
    }
    keys[size] = key;
    names[size++] = name;
  }

  /** How many there are; as many as the limit, or more, when it is that. */
  int size() {
    return size;
  }

  /** The first ones in the order of the alphabet. */
  List<String> names(int most) {
    return Arrays.stream(names, 0, size).sorted().limit(most).toList();
  }

  void clear() {
    keys = NO_KEYS;
    names = NO_NAMES;
    size = 0;
  }

  void snapshot(DataOutput out) throws IOException {
    out.writeByte(size);
    for (int i = 0; i < size; i++) {
      out.writeLong(keys[i]);
      out.writeUTF(names[i]);
    }
  }

  /** Adds those of a snapshot. */
  void merge(DataInput in) throws IOException {
    for (int left = in.readUnsignedByte(); left > 0; left--) {
      long key = in.readLong();
      String name = in.readUTF();
      if (!contains(key)) {
        add(key, name);
      }
    }
  }
}
