package org.nxsight.exchange;

import org.nxsight.capture.CapturedMessage;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.dns.DnsMessageView;
import org.nxsight.wire.ip.DatagramView;

/**
 * Room for open queries, in cells of three sizes that are taken from and given back to free lists.
 *
 * <pre>
 *   cell   0       8      12         16     20     22      23         24      26     28       32
 *          +-------+------+----------+------+------+-------+----------+-------+------+--------+----
 *          | nanos | hash | previous | next | dns  | qname | protocol | trans |      | length | ...
 *          | i64   | i32  | i32      | i32  | u16  | u8    | u8       | u16   |      | i32    |
 *          +-------+------+----------+------+------+-------+----------+-------+------+--------+----
 * </pre>
 *
 * <p>A cell is named by a reference: its size in the two upper bits, its number below; 0 is none.
 * The cells of one size form a list in order of arrival. Memory is taken in chunks when first
 * needed and never exceeds the budget: all small cells that {@code maxOpen} queries can need, and
 * 36 MiB besides for queries whose datagram is longer than 128 octets.
 */
final class QuerySlab {
  /** No cell. */
  static final int NONE = 0;

  private static final int HEADER_OCTETS = 32;
  private static final int SIZES = 3;
  private static final int[] CELL_OCTETS = {
    HEADER_OCTETS + 128, HEADER_OCTETS + 512, HEADER_OCTETS + 65_600
  };
  private static final int[] CHUNK_SHIFT = {12, 10, 2};

  /** What only the longer cells may take: 32 MiB for middle and long, 4 MiB for long alone. */
  private static final long[] RESERVE_OCTETS = {36L << 20, 4L << 20, 0};

  private final byte[][][] chunks = new byte[SIZES][][];
  private final int[] cells = {1, 0, 0};
  private final int[] free = new int[SIZES];
  private final int[] oldest = new int[SIZES];
  private final int[] newest = new int[SIZES];
  private final long budgetOctets;
  private long octets;

  /**
   * @param maxOpen the queries that are kept at most
   */
  QuerySlab(int maxOpen) {
    budgetOctets = (maxOpen + (1L << CHUNK_SHIFT[0])) * CELL_OCTETS[0] + RESERVE_OCTETS[0];
    for (int size = 0; size < SIZES; size++) {
      long chunkOctets = (long) CELL_OCTETS[size] << CHUNK_SHIFT[size];
      chunks[size] = new byte[(int) (budgetOctets / chunkOctets) + 1][];
    }
  }

  /** Which of the three sizes a datagram of so many octets needs. */
  static int sizeFor(int datagramOctets) {
    int needed = datagramOctets + HEADER_OCTETS;
    return needed <= CELL_OCTETS[0] ? 0 : needed <= CELL_OCTETS[1] ? 1 : 2;
  }

  /** Whether {@link #take} will find a cell of this size, getting memory for it if need be. */
  boolean hasRoom(int size) {
    int chunk = cells[size] >>> CHUNK_SHIFT[size];
    if (free[size] != NONE || chunks[size][chunk] != null) {
      return true;
    }
    int chunkOctets = CELL_OCTETS[size] << CHUNK_SHIFT[size];
    if (octets + chunkOctets > budgetOctets - RESERVE_OCTETS[size]) {
      return false;
    }
    octets += chunkOctets;
    chunks[size][chunk] = new byte[chunkOctets];
    return true;
  }

  /** A cell of this size, for which there is room; not yet in the list of arrivals. */
  int take(int size) {
    int ref = free[size];
    if (ref != NONE) {
      free[size] = Bytes.i32(chunk(ref), offset(ref) + 16);
      return ref;
    }
    return (size << 30) | cells[size]++;
  }

  /** Puts a cell at the end of its list of arrivals. */
  void append(int ref) {
    int size = ref >>> 30;
    int last = newest[size];
    byte[] chunk = chunk(ref);
    int at = offset(ref);
    Bytes.put32(chunk, at + 12, last);
    Bytes.put32(chunk, at + 16, NONE);
    if (last == NONE) {
      oldest[size] = ref;
    } else {
      Bytes.put32(chunk(last), offset(last) + 16, ref);
    }
    newest[size] = ref;
  }

  /** Takes a cell out of its list of arrivals and makes it free. */
  void release(int ref) {
    int size = ref >>> 30;
    byte[] chunk = chunk(ref);
    int at = offset(ref);
    int previous = Bytes.i32(chunk, at + 12);
    int next = Bytes.i32(chunk, at + 16);
    if (previous == NONE) {
      oldest[size] = next;
    } else {
      Bytes.put32(chunk(previous), offset(previous) + 16, next);
    }
    if (next == NONE) {
      newest[size] = previous;
    } else {
      Bytes.put32(chunk(next), offset(next) + 12, previous);
    }
    Bytes.put32(chunk, at + 16, free[size]);
    free[size] = ref;
  }

  /** The oldest query whose cell has this size, or {@link #NONE}. */
  int oldest(int size) {
    return oldest[size];
  }

  /** The oldest query of all, or {@link #NONE}. */
  int oldest() {
    int found = NONE;
    for (int size = 0; size < SIZES; size++) {
      int ref = oldest[size];
      if (ref != NONE && (found == NONE || nanos(ref) < nanos(found))) {
        found = ref;
      }
    }
    return found;
  }

  /** The memory taken so far. */
  long octets() {
    return octets;
  }

  /** The array a cell stands in. */
  byte[] chunk(int ref) {
    int size = ref >>> 30;
    return chunks[size][(ref & 0x3fff_ffff) >>> CHUNK_SHIFT[size]];
  }

  /** Where the cell starts in its array. */
  int offset(int ref) {
    int size = ref >>> 30;
    return (ref & ((1 << CHUNK_SHIFT[size]) - 1)) * CELL_OCTETS[size];
  }

  /** When the query in a cell was captured. */
  long nanos(int ref) {
    return Bytes.i64(chunk(ref), offset(ref));
  }

  /** Where the datagram of the cell that starts at {@code cell} stands in its array. */
  private static int datagram(int cell) {
    return cell + HEADER_OCTETS;
  }

  /** Writes a query into a cell. */
  void write(int ref, int hash, CapturedMessage query) {
    DatagramView datagram = query.datagram();
    byte[] chunk = chunk(ref);
    int at = offset(ref);
    Bytes.put64(chunk, at, query.epochNanos());
    Bytes.put32(chunk, at + 8, hash);
    Bytes.put16(chunk, at + 20, query.message().offset() - datagram.offset());
    Bytes.put8(chunk, at + 22, query.message().qnameLength());
    Bytes.put8(chunk, at + 23, datagram.protocol());
    Bytes.put16(chunk, at + 24, datagram.transportOffset() - datagram.offset());
    Bytes.put32(chunk, at + 28, datagram.length());
    System.arraycopy(datagram.bytes(), datagram.offset(), chunk, datagram(at), datagram.length());
  }

  /** Points a view at the query in a cell. */
  void read(int ref, QueryView query) {
    byte[] chunk = chunk(ref);
    int at = offset(ref);
    query.wrap(
        chunk,
        datagram(at),
        Bytes.i32(chunk, at + 28),
        dnsOffset(chunk, at),
        qnameLength(chunk, at),
        Bytes.i64(chunk, at));
  }

  private static int dnsOffset(byte[] chunk, int cell) {
    return Bytes.u16(chunk, cell + 20);
  }

  private static int qnameLength(byte[] chunk, int cell) {
    return Bytes.u8(chunk, cell + 22);
  }

  /** The hash of the query in a cell. */
  int hash(int ref) {
    return Bytes.i32(chunk(ref), offset(ref) + 8);
  }

  /** Whether the query in a cell has the same six as one that came the same way. */
  boolean isCopyOf(int ref, CapturedMessage query) {
    byte[] chunk = chunk(ref);
    int at = offset(ref);
    return Bytes.u8(chunk, at + 23) == query.datagram().protocol()
        && ExchangeKey.sameSix(
            chunk, datagram(at), Bytes.u16(chunk, at + 24), dnsOffset(chunk, at), query);
  }

  /** Whether the query in a cell has the same six as a response that came the other way. */
  boolean isAnsweredBy(int ref, CapturedMessage response) {
    byte[] chunk = chunk(ref);
    int at = offset(ref);
    return Bytes.u8(chunk, at + 23) == response.datagram().protocol()
        && ExchangeKey.sameSixReversed(
            chunk, datagram(at), Bytes.u16(chunk, at + 24), dnsOffset(chunk, at), response);
  }

  /** Whether the query in a cell has the same question. */
  boolean hasQuestionOf(int ref, DnsMessageView message) {
    byte[] chunk = chunk(ref);
    int at = offset(ref);
    return ExchangeKey.sameQuestion(
        chunk, datagram(at) + dnsOffset(chunk, at), qnameLength(chunk, at), message);
  }
}
