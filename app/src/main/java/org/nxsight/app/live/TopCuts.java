package org.nxsight.app.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.nxsight.analysis.cut.Cut;
import org.nxsight.analysis.dnsbl.ListQuery;
import org.nxsight.analysis.dnsbl.ListZones;
import org.nxsight.capture.Clock;
import org.nxsight.exchange.BatchQueue;
import org.nxsight.exchange.Channel;
import org.nxsight.exchange.ExchangeView;
import org.nxsight.wire.Mixing;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.dns.NameText;

/**
 * The names under which most is missing now: how many failures a second, forgotten by half in 14 s.
 *
 * <p>A cut has one of four places by its hash; a new one takes the place with the least, and what
 * stood there (Metwally, Agrawal, El Abbadi, "Efficient Computation of Frequent and Top-k Elements
 * in Data Streams", 2005, here in sets of four). With 4,096 places a cut that has more than a
 * thousandth of all failures is hardly ever pushed out. 1.2 MB.
 */
final class TopCuts implements BatchQueue.Work {
  private static final int WAYS = 4;
  private static final int PLACES = 1 << 12;
  private static final int TOLD = 20;
  private static final long SECOND_NANOS = 1_000_000_000;

  /** What a second leaves of a weight; a steady rate r thus weighs r / (1 - KEPT). */
  private static final double KEPT = 0.95;

  private final Clock clock;
  private final long seed;
  private final Cut cut = new Cut();
  private final ListQuery list = new ListQuery(ListZones.known());
  private final byte[] qname = new byte[DnsNames.MAX_NAME_OCTETS];
  private final byte[] soa = new byte[DnsNames.MAX_NAME_OCTETS];
  private final long[] hashes = new long[PLACES];
  private final double[] weights = new double[PLACES];
  private final byte[][] names = new byte[PLACES][0];
  private long nextNanos;
  private volatile List<Rate> top = List.of();

  /**
   * A cut's failures.
   *
   * @param cut in presentation form
   * @param perSecond about now
   */
  record Rate(String cut, double perSecond) {}

  /**
   * @param seed of a hash; any secret number
   */
  TopCuts(Clock clock, long seed) {
    this.clock = clock;
    this.seed = seed;
    nextNanos = clock.monotonicNanos() + SECOND_NANOS;
  }

  @Override
  public void onExchange(ExchangeView exchange) {
    if (!exchange.isIn(Channel.FAILURES) || !exchange.hasQuestion()) {
      return;
    }
    int octets = exchange.qnameOctets();
    System.arraycopy(exchange.bytes(), exchange.qnameOffset(), qname, 0, octets);
    DnsNames.lowerCase(qname, 0, octets);
    int soaOffset = readSoa(exchange) ? 0 : -1;
    cut.set(qname, 0, soa, soaOffset);
    int from = cut.cutOffset() != Cut.NONE ? cut.cutOffset() : cut.registrableOffset();
    if (list.set(qname, 0, soa, soaOffset) && list.zoneOffset() != ListQuery.NONE) {
      from = list.zoneOffset(); // behind a customer's key, which nobody else may see
    }
    add(from == Cut.NONE ? 0 : from, octets);
  }

  private boolean readSoa(ExchangeView exchange) {
    int owner = exchange.soaOwnerOffset();
    int octets =
        owner < 0
            ? 0
            : DnsNames.unpack(
                exchange.bytes(), exchange.messageOffset(), owner, exchange.messageEnd(), soa, 0);
    DnsNames.lowerCase(soa, 0, Math.max(0, octets));
    return octets > 0;
  }

  private void add(int from, int end) {
    long hash = Mixing.hash(qname, from, end - from, seed);
    int first = (int) (hash >>> 40) & (PLACES - 1) & -WAYS;
    int place = first;
    for (int i = first; i < first + WAYS; i++) {
      if (hashes[i] == hash && names[i].length > 0) {
        weights[i]++;
        return;
      }
      place = weights[i] < weights[place] ? i : place;
    }
    hashes[place] = hash;
    weights[place]++;
    names[place] = Arrays.copyOfRange(qname, from, end);
  }

  @Override
  public void onTime(long reachedNanos) {}

  @Override
  public void onBatch() {
    long nowNanos = clock.monotonicNanos();
    if (nowNanos - nextNanos < 0) {
      return;
    }
    tell();
    while (nowNanos - nextNanos >= 0) {
      nextNanos += SECOND_NANOS;
      for (int i = 0; i < PLACES; i++) {
        weights[i] *= KEPT;
      }
    }
  }

  /** Tells the cuts as they are when nothing more will come. */
  void close() {
    tell();
  }

  private void tell() {
    List<Rate> rates = new ArrayList<>();
    for (int i = 0; i < PLACES; i++) {
      byte[] name = names[i];
      if (weights[i] >= 1) {
        StringBuilder text = new StringBuilder();
        NameText.append(text, name, 0, name.length);
        rates.add(new Rate(text.toString(), weights[i] * (1 - KEPT)));
      }
    }
    rates.sort(Comparator.comparingDouble(Rate::perSecond).reversed());
    top = List.copyOf(rates.subList(0, Math.min(TOLD, rates.size())));
  }

  /** The cuts with most failures, most first. */
  List<Rate> top() {
    return top;
  }
}
