package org.nxsight.analysis.dnsbl;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.function.ObjLongConsumer;
import java.util.stream.IntStream;
import org.nxsight.analysis.cut.LastLabels;
import org.nxsight.wire.dns.DnsNames;

/**
 * DNS lists of IPv4 addresses that were not known before, learned from traffic.
 *
 * <p>A zone is one when it was asked at least {@value #MIN_QUESTIONS} times, at least 90 % of the
 * names in it are exactly four octets in front of it, about at least 50 networks of 16 bits, for A
 * and TXT alone (1 % of others is allowed, so that nobody can unlearn it with one question), and
 * most of the names are missing. Names of the reverse tree are not looked at. A provider's names
 * for dial-up addresses ({@code 4.3.2.1.dyn.isp.example}) exist, or are of few networks.
 */
public final class LearnedLists {
  static final int MIN_QUESTIONS = 200;
  static final int MIN_ADDRESSES_PERCENT = 90;
  static final int MAX_OTHER_TYPES_PERCENT = 1;

  /** 50 networks mark 47.6 of 512 places on average (linear counting, Whang and others, 1990). */
  static final int MIN_NETWORK_BITS = 47;

  private static final int A = 1;
  private static final int TXT = 16;
  private static final byte VERSION = 1;

  private final CandidateZones zones = new CandidateZones();

  /**
   * Whether a name has the form of a question to a list: exactly four octets in front of a zone.
   */
  public static boolean isQuestion(byte[] qname, int offset) {
    return listOffset(qname, offset) >= 0;
  }

  /** Counts an answered question; the name is in wire form and lower case. */
  public void onRecord(byte[] qname, int offset, int qtype, boolean nxdomain) {
    onRecord(qname, offset, qtype, nxdomain, 1);
  }

  /**
   * Counts an answered question that stands for some others like it.
   *
   * @param weight for how many: 1 when it {@link #isQuestion}
   */
  public void onRecord(byte[] qname, int offset, int qtype, boolean nxdomain, int weight) {
    int end = DnsNames.rootOffset(qname, offset);
    int listOffset = listOffset(qname, offset);
    boolean otherType = qtype != A && qtype != TXT;
    long labels = LastLabels.of(qname, offset);
    if (isArpa(qname, offset + LastLabels.last(labels))) {
      return;
    }
    for (int i = 0; i < LastLabels.COUNT; i++) {
      int at = offset + LastLabels.last(labels);
      boolean isList = at == listOffset;
      int place = isList && i > 0 ? take(qname, at, end) : zones.find(qname, at, end - at);
      if (place != CandidateZones.NONE) {
        count(place, isList, otherType, nxdomain, weight);
        if (isList) {
          zones.addNetwork(place, network(qname, offset));
        }
      }
      if (at == offset || isList) {
        break;
      }
      labels >>>= LastLabels.BITS;
    }
  }

  private int take(byte[] qname, int at, int end) {
    int place = zones.findOrTake(qname, at, end - at);
    if (place != CandidateZones.NONE) {
      zones.add(place, CandidateZones.CREDIT, 1);
    }
    return place;
  }

  private void count(int place, boolean isList, boolean otherType, boolean nxdomain, int weight) {
    zones.add(place, CandidateZones.QUESTIONS, weight);
    zones.add(place, CandidateZones.ADDRESSES, isList ? 1 : 0);
    zones.add(place, CandidateZones.MISSING, nxdomain ? weight : 0);
    zones.add(place, CandidateZones.OTHER_TYPES, otherType ? 1 : 0);
  }

  /**
   * Where the zone of a learned list starts in a name that has four octets in front of it.
   *
   * @return -1 when it is no such name
   */
  public int find(byte[] qname, int offset) {
    int at = listOffset(qname, offset);
    if (at < 0) {
      return -1;
    }
    int place = zones.find(qname, at, DnsNames.rootOffset(qname, offset) - at);
    return place != CandidateZones.NONE && isLearned(place) ? at : -1;
  }

  private boolean isLearned(int place) {
    long questions = zones.count(place, CandidateZones.QUESTIONS);
    long addresses = zones.count(place, CandidateZones.ADDRESSES);
    long others = zones.count(place, CandidateZones.OTHER_TYPES);
    return questions >= MIN_QUESTIONS
        && 100 * addresses >= MIN_ADDRESSES_PERCENT * questions
        && 100 * others <= MAX_OTHER_TYPES_PERCENT * questions
        && 2L * zones.count(place, CandidateZones.MISSING) > questions
        && zones.networkBits(place) >= MIN_NETWORK_BITS;
  }

  /** How many lists it has learned. */
  public int learned() {
    int learned = 0;
    for (int place = 0; place < CandidateZones.PLACES; place++) {
      learned += zones.isTaken(place) && isLearned(place) ? 1 : 0;
    }
    return learned;
  }

  /** Gives each list that it has learned, the one asked most first, and how often it was. */
  public void forEachLearned(ObjLongConsumer<String> out) {
    IntStream.range(0, CandidateZones.PLACES)
        .filter(place -> zones.isTaken(place) && isLearned(place))
        .boxed()
        .sorted(
            Comparator.comparingInt((Integer place) -> zones.count(place, CandidateZones.QUESTIONS))
                .reversed())
        .forEach(
            place -> out.accept(zones.name(place), zones.count(place, CandidateZones.QUESTIONS)));
  }

  /** Where the name goes on behind exactly four octets; -1 when it does not begin so. */
  private static int listOffset(byte[] qname, int offset) {
    int at = offset;
    for (int i = 0; i < ListItems.IP4_LABELS; i++) {
      if (ListItems.decimalOctet(qname, at) < 0) {
        return -1;
      }
      at += 1 + qname[at];
    }
    return qname[at] == 0 || ListItems.decimalOctet(qname, at) >= 0 ? -1 : at;
  }

  /** The first two octets of the address, which are the third and fourth label. */
  private static int network(byte[] qname, int offset) {
    int second = offset + 1 + qname[offset];
    int third = second + 1 + qname[second];
    int fourth = third + 1 + qname[third];
    return (ListItems.decimalOctet(qname, fourth) << 8) | ListItems.decimalOctet(qname, third);
  }

  private static boolean isArpa(byte[] qname, int label) {
    return qname[label] == 4
        && qname[label + 1] == 'a'
        && qname[label + 2] == 'r'
        && qname[label + 3] == 'p'
        && qname[label + 4] == 'a';
  }

  /** All that it holds, for {@link #restore}. */
  public byte[] snapshot() {
    ByteBuffer out = ByteBuffer.allocate(1 + zones.octets());
    zones.write(out.put(VERSION));
    return out.array();
  }

  /**
   * Takes over what a snapshot holds, and forgets what it held.
   *
   * @throws IllegalArgumentException if it is no snapshot of this version
   */
  public void restore(byte[] snapshot) {
    if (snapshot.length != 1 + zones.octets() || snapshot[0] != VERSION) {
      throw new IllegalArgumentException("not a snapshot of learned lists, version " + VERSION);
    }
    zones.read(ByteBuffer.wrap(snapshot, 1, snapshot.length - 1));
  }

  /** Counts what another one counted as well. */
  public void merge(LearnedLists other) {
    zones.merge(other.zones);
  }
}
