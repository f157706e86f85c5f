package org.nxsight.analysis.causes;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.nxsight.analysis.cut.PublicSuffixes;
import org.nxsight.analysis.dnsbl.LearnedLists;
import org.nxsight.analysis.memory.Existing;
import org.nxsight.analysis.typo.PopularNames;
import org.nxsight.analysis.typo.Target;
import org.nxsight.analysis.typo.Targets;
import org.nxsight.exchange.ExchangeView;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.Mixing;
import org.nxsight.wire.dns.DnsMessageView;
import org.nxsight.wire.dns.DnsNames;

/**
 * What a run learns from its own traffic: which names exist and when, which are popular, and which
 * zones are DNS lists. It allocates nothing for a record; what became popular counts from time to
 * time, which makes a new index of typos.
 */
final class Learning {
  private static final long MINUTE_NANOS = 60_000_000_000L;

  /** The first look at what has become popular; each later one comes after twice the time. */
  private static final long FIRST_PERIOD_NANOS = 10 * MINUTE_NANOS;

  private static final long LAST_PERIOD_NANOS = 60 * MINUTE_NANOS;
  private static final long DAY_NANOS = 24 * LAST_PERIOD_NANOS;

  /** So many records at least lie between two looks, whatever they say of time. */
  private static final int LEAST_RECORDS = 1 << 12;

  /** Popular names that count: some 40 octets each in the index and again for each letter. */
  private static final int MOST_POPULAR = 2_000;

  /** How often a popular name was answered: a cache asks again every five minutes at most. */
  private static final int LEAST_COUNT = 200;

  /**
   * Where popular names of one network are ranked: their labels count from 7 letters on, as those
   * of 5 and 6 do only with the {@value Target#TOP_RANK} best known ones of the world.
   */
  private static final int FIRST_RANK = Target.TOP_RANK + 1;

  /** Of questions that have not the form of one to a list, one in so many is looked at. */
  private static final int OTHERS_SAMPLED = 8;

  private static final int CNAME = 5;
  private static final int RRSIG = 46;

  private Knowledge knowledge;
  private final Existing existing;
  private final PopularNames popular = new PopularNames();
  private final LearnedLists lists = new LearnedLists();
  private final byte[] name = new byte[DnsNames.MAX_NAME_OCTETS];
  private final long seed;
  private Set<String> targets = Set.of();
  private int learnedLists;
  private long records;
  private long others;
  private long lookedNanos = Long.MIN_VALUE;
  private long agedNanos = Long.MIN_VALUE;
  private long periodNanos = FIRST_PERIOD_NANOS;

  Learning(Knowledge knowledge, Existing existing, long seed) {
    this.knowledge = knowledge;
    this.existing = existing;
    this.seed = seed;
  }

  /** Takes an exchange whose rcode is NOERROR. */
  void onAnswer(ExchangeView exchange) {
    int octets = exchange.qnameOctets();
    if (octets == 0 || Bytes.u16(exchange.bytes(), exchange.messageOffset() + 6) == 0) {
      return;
    }
    System.arraycopy(exchange.bytes(), exchange.qnameOffset(), name, 0, octets);
    boolean mixedCase = Failure.hasCapitals(name, 0);
    if (mixedCase) {
      DnsNames.lowerCase(name, 0, octets);
    }
    int registrable = PublicSuffixes.registrableOffset(name, 0);
    existing.onAnswer(
        name, 0, registrable, exchange.qtype(), mixedCase, seconds(exchange.responseNanos()));
    popular.onRecord(name, registrable);
    records++;
    learnLists(name, 0, exchange.qtype(), false);
    learnAlias(exchange);
  }

  /** Remembers where CNAMEs lead whose end the answer does not have. */
  private void learnAlias(ExchangeView exchange) {
    byte[] bytes = exchange.bytes();
    int message = exchange.messageOffset();
    int end = exchange.messageEnd();
    int question = DnsNames.skip(bytes, message + DnsMessageView.HEADER_OCTETS, end);
    int at = question + 4;
    int target = DnsNames.MALFORMED;
    for (int left = Bytes.u16(bytes, message + 6); left > 0; left--) {
      int fixed = question == DnsNames.MALFORMED ? question : DnsNames.skip(bytes, at, end);
      if (fixed == DnsNames.MALFORMED || fixed + 10 > end) {
        return;
      }
      int type = Bytes.u16(bytes, fixed);
      if (type != CNAME && type != RRSIG) {
        return;
      }
      target = type == CNAME ? fixed + 10 : target;
      at = fixed + 10 + Bytes.u16(bytes, fixed + 8);
    }
    int octets =
        target == DnsNames.MALFORMED
            ? DnsNames.MALFORMED
            : DnsNames.unpack(bytes, message, target, end, name, 0);
    if (octets != DnsNames.MALFORMED) {
      DnsNames.lowerCase(name, 0, octets);
      existing.onAlias(
          name, 0, PublicSuffixes.registrableOffset(name, 0), seconds(exchange.responseNanos()));
    }
  }

  /** Takes a failure, its name in lower case. */
  void onFailure(Failure failure, ExchangeView exchange) {
    records++;
    if (failure.rcode() == Failure.NXDOMAIN) {
      learnLists(failure.bytes(), failure.qnameOffset(), failure.qtype(), true);
    } else if (Remembered.mayBeLame(failure) && failure.cut().registrableOffset() >= 0) {
      long server =
          Mixing.hash(
              exchange.bytes(), exchange.serverAddressOffset(), exchange.addressOctets(), seed);
      existing.onRefusal(failure.bytes(), failure.qnameOffset(), (int) server, failure.seconds());
    }
  }

  private void learnLists(byte[] qname, int offset, int qtype, boolean missing) {
    if (!LearnedLists.isQuestion(qname, offset)) {
      if (++others % OTHERS_SAMPLED == 0) {
        lists.onRecord(qname, offset, qtype, missing, OTHERS_SAMPLED);
      }
    } else if (knowledge.lists().find(qname, offset) < 0) {
      lists.onRecord(qname, offset, qtype, missing, 1);
    }
  }

  /**
   * Looks at what was learned when it is time to.
   *
   * @return whether some names have another cause now
   */
  boolean follow(long epochNanos, Diagnosis diagnosis) {
    if (lookedNanos == Long.MIN_VALUE) {
      lookedNanos = epochNanos;
      agedNanos = epochNanos;
    }
    if (records < LEAST_RECORDS || Math.abs(epochNanos - lookedNanos) < periodNanos) {
      return false;
    }
    lookedNanos = epochNanos;
    periodNanos = Math.min(2 * periodNanos, LAST_PERIOD_NANOS);
    records = 0;
    int nowLearned = lists.learned();
    boolean changed = takePopular(diagnosis) || nowLearned != learnedLists;
    learnedLists = nowLearned;
    if (Math.abs(epochNanos - agedNanos) >= DAY_NANOS) {
      agedNanos = epochNanos;
      popular.age();
    }
    return changed;
  }

  private boolean takePopular(Diagnosis diagnosis) {
    Targets found = new Targets();
    popular.addTo(found, MOST_POPULAR, LEAST_COUNT, FIRST_RANK);
    Set<String> domains = new LinkedHashSet<>();
    found.all().forEach(target -> domains.add(target.domain()));
    if (domains.equals(targets)) {
      return false;
    }
    targets = domains;
    know(found, diagnosis);
    return true;
  }

  private void know(Targets found, Diagnosis diagnosis) {
    Targets all = knowledge.targets().copy();
    found.all().forEach(target -> all.add(target.domain(), target.rank(), target.marks()));
    diagnosis.know(all);
  }

  /** Goes on with other knowledge, which this diagnosis has already; what was learned stays. */
  void replace(Knowledge other, Diagnosis diagnosis) {
    knowledge = other;
    Targets found = new Targets();
    popular.addTo(found, MOST_POPULAR, LEAST_COUNT, FIRST_RANK);
    know(found, diagnosis);
  }

  static long seconds(long epochNanos) {
    return Math.floorDiv(epochNanos, 1_000_000_000L);
  }

  LearnedLists lists() {
    return lists;
  }

  /** The popular names that count now. */
  int targets() {
    return targets.size();
  }

  /** The lists that were learned, those asked most first, with how often they were. */
  Map<String, Long> listNames() {
    Map<String, Long> names = new LinkedHashMap<>();
    lists.forEachLearned(names::put);
    return names;
  }
}
