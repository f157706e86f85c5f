package org.nxsight.store.writing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Lines of ASCII text behind each other in one array, which can be put in the order of octets. */
final class Lines {
  private byte[] octets = new byte[1 << 10];
  private int length;

  /** Where each line starts, and behind the last one where the next will. */
  private int[] starts = new int[1 << 4];

  private int count;

  /** Adds a line, with its end. */
  void add(CharSequence line) {
    byte[] ascii = line.toString().getBytes(StandardCharsets.ISO_8859_1);
    room(ascii.length, 1);
    System.arraycopy(ascii, 0, octets, length, ascii.length);
    length += ascii.length;
    starts[++count] = length;
  }

  /** Adds all lines of another one. */
  void addAll(Lines other) {
    room(other.length, other.count);
    System.arraycopy(other.octets, 0, octets, length, other.length);
    for (int i = 1; i <= other.count; i++) {
      starts[count + i] = length + other.starts[i];
    }
    length += other.length;
    count += other.count;
  }

  /** The lines of some periods, one behind the other. */
  static Lines joined(Map<Long, Lines> periods, List<Long> starts) {
    if (starts.size() == 1) {
      return periods.getOrDefault(starts.getFirst(), new Lines());
    }
    Lines all = new Lines();
    for (long start : starts) {
      all.addAll(periods.getOrDefault(start, new Lines()));
    }
    return all;
  }

  private void room(int moreOctets, int more) {
    if (octets.length - length < moreOctets) {
      octets = Arrays.copyOf(octets, Math.max(2 * octets.length, length + moreOctets));
    }
    if (starts.length <= count + more) {
      starts = Arrays.copyOf(starts, Math.max(2 * starts.length, count + more + 1));
    }
  }

  /** How many lines there are. */
  int count() {
    return count;
  }

  /** The memory that they take. */
  long memoryOctets() {
    return octets.length + 4L * starts.length;
  }

  /** Writes the lines in the order of their octets. */
  void writeSorted(OutputStream out) throws IOException {
    int[] order = new int[count];
    Arrays.setAll(order, i -> i);
    sort(order, order.clone(), 0, count);
    for (int line : order) {
      out.write(octets, starts[line], starts[line + 1] - starts[line]);
    }
  }

  /** Merge sort: {@code to} becomes the sorted part; {@code from} holds the same lines before. */
  private void sort(int[] to, int[] from, int start, int end) {
    if (end - start < 8) {
      insert(to, start, end);
      return;
    }
    int middle = (start + end) >>> 1;
    sort(from, to, start, middle);
    sort(from, to, middle, end);
    int left = start;
    int right = middle;
    for (int i = start; i < end; i++) {
      boolean isLeft = right == end || (left < middle && compare(from[left], from[right]) <= 0);
      to[i] = isLeft ? from[left++] : from[right++];
    }
  }

  private void insert(int[] order, int start, int end) {
    for (int i = start + 1; i < end; i++) {
      int line = order[i];
      int at = i;
      for (; at > start && compare(order[at - 1], line) > 0; at--) {
        order[at] = order[at - 1];
      }
      order[at] = line;
    }
  }

  private int compare(int a, int b) {
    return Arrays.compareUnsigned(
        octets, starts[a], starts[a + 1], octets, starts[b], starts[b + 1]);
  }
}
