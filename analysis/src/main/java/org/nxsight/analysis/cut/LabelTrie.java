package org.nxsight.analysis.cut;

import java.util.Arrays;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.Mixing;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.dns.NameText;

/**
 * A tree of labels, the last label of a name next to the root, with a number at each node.
 *
 * <p>Edges stand in one open-addressing table keyed by the upper node and the label's octets. The
 * first eight of them, the length octet among them, are one number, which is all that is compared
 * of most labels. It takes about 30 octets a node and its labels' octets.
 */
public final class LabelTrie {
  /** The node of the name without labels. */
  public static final int ROOT = 0;

  /** No node. */
  public static final int NONE = -1;

  private static final int HEAD_OCTETS = 8;

  private final byte[] labels;
  private final long[] heads;
  private final int[] upperNodes;
  private final int[] labelOffsets;
  private final int[] values;
  private final int[] table;

  private LabelTrie(Builder built) {
    labels = Arrays.copyOf(built.labels, built.labelsEnd);
    heads = Arrays.copyOf(built.heads, built.nodes);
    upperNodes = Arrays.copyOf(built.upperNodes, built.nodes);
    labelOffsets = Arrays.copyOf(built.labelOffsets, built.nodes);
    values = Arrays.copyOf(built.values, built.nodes);
    table = built.table;
  }

  /**
   * The node one label below another.
   *
   * @param label where the label's length octet stands; names are in lower case
   * @return the node, or {@link #NONE}
   */
  public int below(int node, byte[] octets, int label) {
    return find(table, upperNodes, heads, labels, labelOffsets, node, octets, label);
  }

  /** The number at a node. */
  public int value(int node) {
    return values[node];
  }

  /** How many nodes there are, the root's among them. */
  public int nodes() {
    return values.length;
  }

  private static int find(
      int[] table,
      int[] upperNodes,
      long[] heads,
      byte[] labels,
      int[] labelOffsets,
      int node,
      byte[] octets,
      int label) {
    int beyond = 1 + octets[label] - HEAD_OCTETS;
    long head = head(octets, label);
    int mask = table.length - 1;
    for (int slot = slot(node, head, mask); ; slot = (slot + 1) & mask) {
      int below = table[slot];
      // The root is below no node, so 0 is an empty slot.
      if (below == ROOT) {
        return NONE;
      }
      if (heads[below] == head
          && upperNodes[below] == node
          && (beyond <= 0
              || Bytes.equal(
                  labels,
                  labelOffsets[below] + HEAD_OCTETS,
                  octets,
                  label + HEAD_OCTETS,
                  beyond))) {
        return below;
      }
    }
  }

  /** The first eight octets of a label, of which the length is the first; zeros follow its end. */
  private static long head(byte[] octets, int label) {
    int length = 1 + octets[label];
    if (label + HEAD_OCTETS <= octets.length) {
      long head = Bytes.i64(octets, label);
      return length >= HEAD_OCTETS ? head : head & (-1L << (8 * (HEAD_OCTETS - length)));
    }
    long head = 0;
    for (int i = 0; i < HEAD_OCTETS; i++) {
      head = head << 8 | (i < length ? octets[label + i] & 0xff : 0);
    }
    return head;
  }

  private static int slot(int node, long head, int mask) {
    return (int) Mixing.mix(head ^ Mixing.A, node ^ Mixing.B) & mask;
  }

  /** Takes names and makes the tree of them. */
  public static final class Builder {
    private byte[] labels = new byte[1 << 10];
    private int labelsEnd;
    private long[] heads = new long[1 << 7];
    private int[] upperNodes = new int[1 << 7];
    private int[] labelOffsets = new int[1 << 7];
    private int[] values = new int[1 << 7];
    private int[] table = new int[1 << 9];
    private int nodes = 1;

    /** The node of a name in wire form, made when it is new. */
    public int add(byte[] name, int offset) {
      return name[offset] == 0
          ? ROOT
          : addBelow(add(name, offset + 1 + name[offset]), name, offset);
    }

    /**
     * The node of a name as text, made when it is new.
     *
     * @throws IllegalArgumentException if it is no name
     */
    public int add(String name) {
      byte[] wire = new byte[DnsNames.MAX_NAME_OCTETS];
      if (NameText.parse(name, wire) == NameText.MALFORMED) {
        throw new IllegalArgumentException("'" + name + "' is no name");
      }
      return add(wire, 0);
    }

    /** The node one label below another, made when it is new. */
    public int addBelow(int node, byte[] octets, int label) {
      int known = find(table, upperNodes, heads, labels, labelOffsets, node, octets, label);
      if (known != NONE) {
        return known;
      }
      int length = 1 + octets[label];
      grow(length);
      System.arraycopy(octets, label, labels, labelsEnd, length);
      heads[nodes] = head(octets, label);
      upperNodes[nodes] = node;
      labelOffsets[nodes] = labelsEnd;
      labelsEnd += length;
      place(nodes);
      return nodes++;
    }

    private void grow(int length) {
      if (labelsEnd + length > labels.length) {
        labels = Arrays.copyOf(labels, 2 * labels.length);
      }
      if (nodes == values.length) {
        heads = Arrays.copyOf(heads, 2 * nodes);
        upperNodes = Arrays.copyOf(upperNodes, 2 * nodes);
        labelOffsets = Arrays.copyOf(labelOffsets, 2 * nodes);
        values = Arrays.copyOf(values, 2 * nodes);
        table = new int[8 * nodes];
        for (int i = 1; i < nodes; i++) {
          place(i);
        }
      }
    }

    private void place(int node) {
      int mask = table.length - 1;
      int slot = slot(upperNodes[node], heads[node], mask);
      while (table[slot] != ROOT) {
        slot = (slot + 1) & mask;
      }
      table[slot] = node;
    }

    /** The number at a node; 0 when nothing put one. */
    public int value(int node) {
      return values[node];
    }

    /** Puts the number at a node. */
    public void put(int node, int value) {
      values[node] = value;
    }

    /** The tree of what was added; nothing may be added after. */
    public LabelTrie build() {
      return new LabelTrie(this);
    }
  }
}
