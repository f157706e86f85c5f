package org.nxsight.bench.traffic;

import java.util.Random;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.dns.DnsMessageView;

/**
 * One exchange between a resolver and a server, told by its number alone: the same number always
 * gives the same octets, so that nothing but numbers need be kept until a response is due.
 *
 * <p>No two numbers below 2^31 have the same resolver port and id. An exchange has two rounds,
 * which differ in their question and their response only.
 */
final class Exchange {
  private static final int RESOLVERS = 64;
  private static final int SERVERS = 1 << 14;
  private static final int DELAYS = 1 << 12;
  private static final long LEAST_DELAY_NANOS = 100_000;
  private static final long MOST_DELAY_NANOS = 2_000_000_000;
  private static final long MEDIAN_DELAY_NANOS = 15_000_000;
  private static final double DELAY_SIGMA = 1.3;
  private static final int[] QTYPES = {1, 1, 1, 1, 28, 28, 28, 65, 15, 16, 2, 12, 33, 43, 6, 48};
  private static final int TYPE_OPT = 41;
  private static final int QUERY_FLAGS = 0x0000;
  private static final int RESPONSE_FLAGS = 0x8400;
  private static final int EDNS_OCTETS = 1232;
  private static final int DNSSEC_OK = 0x8000;

  private final TrafficPlan plan;
  private final Dice dice = new Dice();
  private final Qname qname = new Qname();
  private final long[] delaysNanos = new long[DELAYS];

  private boolean ipv6;
  private boolean vlan;
  private int resolver;
  private int server;
  private int resolverPort;
  private int id;
  private boolean edns;
  private int queryFlags;
  private int checksumFate;

  private int qtype;
  private ResponseKind kind = ResponseKind.ANSWER;
  private int sectionChoice;
  private boolean withoutQuestion;
  private long delayNanos;

  Exchange(TrafficPlan plan) {
    this.plan = plan;
    Random random = new Random(DELAYS);
    for (int i = 0; i < DELAYS; i++) {
      double delay = MEDIAN_DELAY_NANOS * Math.exp(DELAY_SIGMA * random.nextGaussian());
      delaysNanos[i] = Math.clamp((long) delay, LEAST_DELAY_NANOS, MOST_DELAY_NANOS);
    }
  }

  /** Becomes the exchange of this number, in round 0 or 1. */
  void recall(long number, int round) {
    dice.reset(plan.seed(), 2 * number);
    long bits = dice.bits();
    ipv6 = (bits & 3) == 0;
    vlan = (bits >>> 2 & 7) == 0;
    edns = (bits >>> 5 & 7) != 0;
    queryFlags = (bits >>> 8 & 15) == 0 ? QUERY_FLAGS | 0x0100 : QUERY_FLAGS;
    checksumFate = (int) (bits >>> 12) & 0xff;
    resolver = (int) (bits >>> 20) & (RESOLVERS - 1);
    server = (int) (bits >>> 32) & (SERVERS - 1);
    int portAndId = permute((int) number, (int) Dice.mix(plan.seed()));
    resolverPort = 0x8000 | (portAndId >>> 16);
    id = portAndId & 0xffff;
    if (round > 0) {
      dice.reset(plan.seed(), 2 * number + 1);
    }
    int first = round > 0 ? 'z' : 'a' + dice.below(25);
    long ofCase = plan.names() > 0 ? dice.bits() : 0;
    if (plan.names() > 0) {
      becomeStory(round);
    }
    qname.roll(dice, first);
    kind = ResponseKind.roll(dice, plan.nxdomainShare(), plan.errorShare());
    bits = dice.bits();
    qtype = QTYPES[(int) bits & 15];
    sectionChoice = (int) (bits >>> 4) & 0xff;
    withoutQuestion = kind.maySkipQuestion() && (bits >>> 12 & 3) == 0;
    long ofDelay = bits ^ ofCase;
    delayNanos = delaysNanos[(int) (ofDelay >>> 16) & (DELAYS - 1)] + (ofDelay >>> 44);
    edns |= kind == ResponseKind.BADVERS;
    if (plan.names() > 0) {
      server = (int) (bits >>> 32) & (SERVERS - 1);
      qname.mixCase(ofCase);
    }
  }

  /** Draws one of the questions: the logarithm of its rank is spread evenly. */
  private void becomeStory(int round) {
    long rank = (long) Math.pow(plan.names(), dice.share());
    dice.reset(~plan.seed(), 2 * rank + round);
  }

  /** One to one in 31 bits: each step can be undone. */
  private static int permute(int number, int key) {
    int mask = 0x7fff_ffff;
    int mixed = (number ^ key) & mask;
    mixed = (mixed * 0x2c1b_3c6d) & mask;
    mixed ^= mixed >>> 16;
    mixed = (mixed * 0x297a_2d39) & mask;
    return mixed ^ (mixed >>> 15);
  }

  /** Decides that the response repeats the question, whatever the dice said. */
  void keepQuestion() {
    withoutQuestion = false;
  }

  /** Changes the case of the qname's first letter. */
  void forge() {
    qname.forge();
  }

  /** How long the server takes. */
  long delayNanos() {
    return delayNanos;
  }

  /** The response's extended rcode. */
  int rcode() {
    return kind.rcode();
  }

  /** Whether a record of the response is malformed. */
  boolean hasBrokenRecord() {
    return kind == ResponseKind.BROKEN_RECORD;
  }

  /** Writes the query's frame, and returns its length. */
  int writeQuery(byte[] out, int at) {
    int ip = Frames.ethernet(out, at, vlan, ipv6);
    int udp = Frames.ipHeader(out, ip, ipv6, resolver, server, Frames.TO_SERVER);
    Bytes.put32(out, udp, resolverPort << 16 | 53);
    int message = udp + 8;
    int end = header(out, message, queryFlags, 1, RecordSection.NONE, edns);
    end = question(out, end);
    return finish(out, at, ip, udp, edns ? opt(out, end, 0) : end);
  }

  /** Writes the response's frame, and returns its length. */
  int writeResponse(byte[] out, int at) {
    int ip = Frames.ethernet(out, at, vlan, ipv6);
    int udp = Frames.ipHeader(out, ip, ipv6, resolver, server, Frames.TO_RESOLVER);
    Bytes.put32(out, udp, 53 << 16 | resolverPort);
    int message = udp + 8;
    int flags = RESPONSE_FLAGS | (queryFlags & 0x0100) | (kind.rcode() & 0x0f);
    boolean withOpt = edns && !withoutQuestion && !hasBrokenRecord();
    RecordSection section = RecordSection.of(kind, sectionChoice);
    int end = header(out, message, flags, withoutQuestion ? 0 : 1, section, withOpt);
    end = withoutQuestion ? end : question(out, end);
    int zoneOffset = DnsMessageView.HEADER_OCTETS + qname.zoneOffset();
    end = section.write(out, end, zoneOffset);
    return finish(out, at, ip, udp, withOpt ? opt(out, end, kind.rcode() >> 4) : end);
  }

  private int header(
      byte[] out, int at, int flags, int questions, RecordSection section, boolean withOpt) {
    Bytes.put16(out, at, id);
    Bytes.put16(out, at + 2, flags);
    Bytes.put16(out, at + 4, questions);
    Bytes.put16(out, at + 6, section.answers());
    Bytes.put16(out, at + 8, section.authorities());
    Bytes.put16(out, at + 10, withOpt ? 1 : 0);
    return at + DnsMessageView.HEADER_OCTETS;
  }

  private int question(byte[] out, int at) {
    int end = qname.write(out, at);
    Bytes.put16(out, end, qtype);
    Bytes.put16(out, end + 2, 1);
    return end + 4;
  }

  private static int opt(byte[] out, int at, int extendedRcode) {
    Bytes.put8(out, at, 0);
    Bytes.put16(out, at + 1, TYPE_OPT);
    Bytes.put16(out, at + 3, EDNS_OCTETS);
    Bytes.put32(out, at + 5, extendedRcode << 24 | DNSSEC_OK);
    Bytes.put16(out, at + 9, 0);
    return at + 11;
  }

  /** A few checksums are wrong, and a few senders over IPv4 make none. */
  private int finish(byte[] out, int frame, int ip, int udp, int end) {
    Frames.finishUdp(out, ip, udp, end, ipv6);
    if (checksumFate == 0) {
      Bytes.put16(out, udp + 6, Bytes.u16(out, udp + 6) ^ 0x1111);
    } else if (checksumFate == 1 && !ipv6) {
      Bytes.put16(out, udp + 6, 0);
    }
    return Frames.pad(out, frame, end);
  }
}
