package org.nxsight.analysis.causes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.cut.Cut;
import org.nxsight.analysis.cut.PublicSuffixes;
import org.nxsight.analysis.dnsbl.LearnedLists;
import org.nxsight.analysis.dnsbl.ListZones;
import org.nxsight.analysis.memory.Existing;
import org.nxsight.exchange.ExchangeView;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.Mixing;
import org.nxsight.wire.dns.DnsNames;

/**
 * What is learned from names: which exist and when, and which zones are DNS lists. It allocates
 * nothing for a record. What it knows of one registrable domain comes from records of that domain,
 * and from aliases that lead to it.
 */
public final class Learning {
  /** Of questions that have not the form of one to a list, one in so many is looked at. */
  private static final int OTHERS_SAMPLED = 8;

  private static final int ANSWERS = 6;

  private final Existing existing;
  private final LearnedLists lists = new LearnedLists();
  private final Aliases aliases = new Aliases();
  private final byte[] name = new byte[DnsNames.MAX_NAME_OCTETS];
  private final Cut cut = new Cut();
  private final long seed;
  private int learnedLists;

  /**
   * @param places for names, as of {@link Existing}
   * @param seed of hashes; any secret number
   */
  public Learning(int places, long seed) {
    existing = new Existing(places, seed);
    this.seed = seed;
  }

  /**
   * Takes an exchange whose rcode is NOERROR.
   *
   * @param popular counts it as well; null when others do
   * @return where its name ends, as far as no SOA tells; null when there was nothing to learn
   */
  @Nullable Cut onAnswer(ExchangeView exchange, @Nullable Popularity popular) {
    int octets = exchange.qnameOctets();
    if (octets == 0 || Bytes.u16(exchange.bytes(), exchange.messageOffset() + ANSWERS) == 0) {
      return null;
    }
    System.arraycopy(exchange.bytes(), exchange.qnameOffset(), name, 0, octets);
    boolean mixedCase = Failure.hasCapitals(name, 0);
    if (mixedCase) {
      DnsNames.lowerCase(name, 0, octets);
    }
    cut.set(name, 0, name, Cut.NONE);
    int registrable = cut.registrableOffset();
    long nanos = exchange.responseNanos();
    existing.onAnswer(name, 0, registrable, exchange.qtype(), mixedCase, seconds(nanos));
    if (popular != null) {
      popular.onAnswer(name, registrable);
    }
    learnLists(name, 0, exchange.qtype(), false, nanos);
    onAlias(exchange);
    return cut;
  }

  /** Remembers where the CNAMEs of an answer lead whose end it does not have. */
  public void onAlias(ExchangeView exchange) {
    if (aliases.set(exchange)) {
      byte[] target = aliases.target();
      existing.onAlias(
          target,
          0,
          PublicSuffixes.registrableOffset(target, 0),
          seconds(exchange.responseNanos()));
    }
  }

  /** Takes a failure, its name in lower case. */
  void onFailure(Failure failure, ExchangeView exchange) {
    if (failure.rcode() == Failure.NXDOMAIN) {
      learnLists(
          failure.bytes(), failure.qnameOffset(), failure.qtype(), true, exchange.responseNanos());
    } else if (Remembered.mayBeLame(failure) && failure.cut().registrableOffset() >= 0) {
      long server =
          Mixing.hash(
              exchange.bytes(), exchange.serverAddressOffset(), exchange.addressOctets(), seed);
      existing.onRefusal(failure.bytes(), failure.qnameOffset(), (int) server, failure.seconds());
    }
  }

  private void learnLists(byte[] qname, int offset, int qtype, boolean missing, long nanos) {
    if (!LearnedLists.isQuestion(qname, offset)) {
      // Drawn by its time, it is the same one whoever looks at it.
      if (Long.remainderUnsigned(Mixing.mix(nanos ^ seed, Mixing.B), OTHERS_SAMPLED) == 0) {
        lists.onRecord(qname, offset, qtype, missing, OTHERS_SAMPLED);
      }
    } else if (ListZones.known().find(qname, offset) < 0) {
      lists.onRecord(qname, offset, qtype, missing, 1);
    }
  }

  /** Whether other zones are lists than at the last call, so that some names have another cause. */
  boolean tookLists() {
    int now = lists.learned();
    boolean changed = now != learnedLists;
    learnedLists = now;
    return changed;
  }

  static long seconds(long epochNanos) {
    return Math.floorDiv(epochNanos, 1_000_000_000L);
  }

  Existing existing() {
    return existing;
  }

  LearnedLists lists() {
    return lists;
  }

  /** The lists that were learned, those asked most first, with how often they were. */
  Map<String, Long> listNames() {
    Map<String, Long> names = new LinkedHashMap<>();
    lists.forEachLearned(names::put);
    return names;
  }

  /** Writes what was learned. */
  public void snapshot(DataOutput out) throws IOException {
    existing.snapshot(out);
    out.writeInt(learnedLists);
    byte[] all = lists.snapshot();
    out.writeInt(all.length);
    out.write(all);
  }

  /** Takes over what was written, where nothing is known yet. */
  public void restore(DataInput in) throws IOException {
    existing.merge(in);
    learnedLists = in.readInt();
    int length = in.readInt();
    if (length != lists.snapshot().length) {
      throw new IOException("not the lists of this version");
    }
    byte[] all = new byte[length];
    in.readFully(all);
    lists.restore(all);
  }
}
