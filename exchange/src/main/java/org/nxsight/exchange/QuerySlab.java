package org.nxsight.exchange;

import org.nxsight.capture.CapturedMessage;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.dns.DnsMessageView;
import org.nxsight.wire.ip.DatagramView;

/**
 * Room for open queries, in cells of three sizes that are taken from and given back to free lists.
 *
 * <pre>
 *   cell   0       8      12       16    18      19         20     24
 *          +-------+------+--------+-----+-------+----------+------+---...
 *          | nanos | hash | length | dns | qname | protocol | trans | datagram
 *          | i64   | i32  | i32    | u16 | u8    | u8       | u16   |
 *          +-------+------+--------+-----+-------+----------+------+---...
 * </pre>
 *
 * <p>A cell is named by a reference: its size in the two upper bits, its number below; 0 is none.
 * The cells of one size are listed in their {@link ArrivalOrder}. Memory is taken in chunks when
 * first needed and never exceeds the budget: all small cells that {@code maxOpen} queries can need,
 * and 36 MiB besides for queries whose datagram is longer than 136 octets.
 */
final class QuerySlab {
  /** No cell. */
  static final int NONE = 0;

  private static final int HEADER_OCTETS = 24;
  private static final int SIZES = 3;
  private static final int[] CELL_OCTETS = {
    HEADER_OCTETS + 136, HEADER_OCTETS + 512, HEADER_OCTETS + 65_600
  };
  private static final int[] CHUNK_SHIFT = {12, 10, 2};

  /** What only the longer cells may take: 32 MiB for middle and long, 4 MiB for long alone. */
  private static final long[] RESERVE_OCTETS = {36L << 20, 4L << 20, 0};

  private final byte[][][] chunks = new byte[SIZES][][];
  private final int[] cells = {1, 0, 0};
  private final ArrivalOrder[] orders = new ArrivalOrder[SIZES];
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
      orders[size] = new ArrivalOrder();
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
    if (orders[size].free() != NONE || chunks[size][chunk] != null) {
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

  /** A cell of this size, for which there is room; not yet in its order of arrival. */
  int take(int size) {
    ArrivalOrder order = orders[size];
    return order.free() != NONE ? order.takeFree() : (size << 30) | cells[size]++;
  }

  /** Puts a cell at the end of its order of arrival. */
  void append(int ref) {
    orders[ref >>> 30].append(ref);
  }

  /** Takes a cell out of its order of arrival and makes it free. */
  void release(int ref) {
    orders[ref >>> 30].release(ref);
  }

  /** The oldest query whose cell has this size, or {@link #NONE}. */
  int oldest(int size) {
    return older(orders[size].oldestYoung(), orders[size].oldestKept());
  }

  /** The oldest query of all, or {@link #NONE}. */
  int oldest() {
    int found = NONE;
    for (int size = 0; size < SIZES; size++) {
      found = older(found, oldest(size));
    }
    return found;
  }

  /** The oldest query of this size that had no second chance yet, or {@link #NONE}. */
  int oldestYoung(int size) {
    return orders[size].oldestYoung();
  }

  /** The same among those of all sizes. */
  int oldestYoung() {
    int found = NONE;
    for (ArrivalOrder order : orders) {
      found = older(found, order.oldestYoung());
    }
    return found;
  }

  /** Gives the query that is the oldest young one of its size a second chance. */
  void keep(int ref) {
    orders[ref >>> 30].keepOldestYoung();
  }

  /** How many queries were given a second chance and are still there. */
  int kept() {
    int kept = 0;
    for (ArrivalOrder order : orders) {
      kept += order.kept();
    }
    return kept;
  }

  private int older(int a, int b) {
    return b == NONE || (a != NONE && nanos(a) <= nanos(b)) ? a : b;
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
    Bytes.put32(chunk, at + 12, datagram.length());
    Bytes.put16(chunk, at + 16, query.message().offset() - datagram.offset());
    Bytes.put8(chunk, at + 18, query.message().qnameLength());
    Bytes.put8(chunk, at + 19, datagram.protocol());
    Bytes.put16(chunk, at + 20, datagram.transportOffset() - datagram.offset());
    System.arraycopy(datagram.bytes(), datagram.offset(), chunk, datagram(at), datagram.length());
  }

  /** Points a view at the query in a cell. */
  void read(int ref, QueryView query) {
    byte[] chunk = chunk(ref);
    int at = offset(ref);
    query.wrap(
        chunk,
        datagram(at),
        Bytes.i32(chunk, at + 12),
        dnsOffset(chunk, at),
        qnameLength(chunk, at),
        Bytes.i64(chunk, at));
  }

  private static int dnsOffset(byte[] chunk, int cell) {
    return Bytes.u16(chunk, cell + 16);
  }

  private static int qnameLength(byte[] chunk, int cell) {
    return Bytes.u8(chunk, cell + 18);
  }

  /** The hash of the query in a cell. */
  int hash(int ref) {
    return Bytes.i32(chunk(ref), offset(ref) + 8);
  }

  /** Whether the query in a cell has the same six as one that came the same way. */
  boolean isCopyOf(int ref, CapturedMessage query) {
    byte[] chunk = chunk(ref);
    int at = offset(ref);
    return Bytes.u8(chunk, at + 19) == query.datagram().protocol()
        && ExchangeKey.sameSix(
            chunk, datagram(at), Bytes.u16(chunk, at + 20), dnsOffset(chunk, at), query);
  }

  /** Whether the query in a cell has the same six as a response that came the other way. */
  boolean isAnsweredBy(int ref, CapturedMessage response) {
    byte[] chunk = chunk(ref);
    int at = offset(ref);
    return Bytes.u8(chunk, at + 19) == response.datagram().protocol()
        && ExchangeKey.sameSixReversed(
            chunk, datagram(at), Bytes.u16(chunk, at + 20), dnsOffset(chunk, at), response);
  }

  /** Whether the query in a cell has the same question. */
  boolean hasQuestionOf(int ref, DnsMessageView message) {
    byte[] chunk = chunk(ref);
    int at = offset(ref);
    return ExchangeKey.sameQuestion(
        chunk, datagram(at) + dnsOffset(chunk, at), qnameLength(chunk, at), message);
  }
}
