package org.nxsight.analysis.findings;

import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.causes.Diagnosis;
import org.nxsight.analysis.causes.Explaining;
import org.nxsight.analysis.cut.Cut;
import org.nxsight.analysis.dga.families.GeneratedNames;
import org.nxsight.analysis.dnsbl.ListZones;
import org.nxsight.exchange.ExchangeView;
import org.nxsight.wire.Mixing;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.dns.NameText;

/**
 * A view of one exchange as operators see it: what was asked, what was said, why it failed, who
 * asked whom. It is reused and allocates nothing; what is not asked for is not worked out. Names
 * are in wire form and in lower case.
 */
public final class Observation {
  private static final int UNKNOWN = -2;

  private final Explaining explaining;
  private final long seed;
  private final Cut cut = new Cut();
  private final byte[] names = new byte[2 * DnsNames.MAX_NAME_OCTETS];

  private @Nullable ExchangeView exchange;
  private @Nullable Cause cause;
  private @Nullable Diagnosis diagnosis;
  private int qnameOctets;
  private int soaOffset;
  private boolean cutKnown;
  private boolean listKnown;
  private boolean listAsked;
  private long qnameHash;
  private long resolver;
  private long server;

  /**
   * @param explaining what told the causes
   * @param seed of all hashes; any secret number, the same for all states that are to be merged
   */
  public Observation(Explaining explaining, long seed) {
    this.explaining = explaining;
    this.seed = seed;
  }

  /**
   * Looks at an exchange that has a question.
   *
   * @param newCause why it failed; null when it did not
   */
  public void set(ExchangeView newExchange, @Nullable Cause newCause) {
    exchange = newExchange;
    cause = newCause;
    diagnosis = null;
    qnameOctets = newExchange.qnameOctets();
    System.arraycopy(newExchange.bytes(), newExchange.qnameOffset(), names, 0, qnameOctets);
    DnsNames.lowerCase(names, 0, qnameOctets);
    soaOffset = UNKNOWN;
    cutKnown = false;
    listKnown = false;
    qnameHash = 0;
    resolver = 0;
    server = 0;
  }

  /** The exchange itself. */
  public ExchangeView exchange() {
    ExchangeView current = exchange;
    if (current == null) {
      throw new IllegalStateException("nothing to look at");
    }
    return current;
  }

  /** When the response was captured, in nanoseconds since 1970. */
  public long epochNanos() {
    return exchange().responseNanos();
  }

  /** Why it failed; null when it did not. */
  public @Nullable Cause cause() {
    return cause;
  }

  /** Whether the rcode is not NOERROR. */
  public boolean isFailure() {
    return cause != null;
  }

  /** The extended rcode. */
  public int rcode() {
    return exchange().rcode();
  }

  public int qtype() {
    return exchange().qtype();
  }

  /** The array that holds the qname, from its start, and the SOA's owner. */
  public byte[] names() {
    return names;
  }

  /** The qname's octets, its root label included. */
  public int qnameOctets() {
    return qnameOctets;
  }

  /** Where the owner of the SOA stands among the names; -1 without one. */
  public int soaOffset() {
    if (soaOffset == UNKNOWN) {
      ExchangeView from = exchange();
      int owner = from.soaOwnerOffset();
      int octets =
          owner < 0
              ? 0
              : DnsNames.unpack(
                  from.bytes(), from.messageOffset(), owner, from.messageEnd(), names, qnameOctets);
      soaOffset = octets > 0 ? qnameOctets : -1;
      DnsNames.lowerCase(names, qnameOctets, Math.max(0, octets));
    }
    return soaOffset;
  }

  /** Where the existing part of the qname ends. Of an answer only the suffixes tell something. */
  public Cut cut() {
    if (!cutKnown) {
      if (!explaining.copyCut(exchange(), cut)) {
        cut.set(names, 0, names, soaOffset());
      }
      cutKnown = true;
    }
    return cut;
  }

  /** Whether the qname is that of a known DNS list, or below one. */
  public boolean isOfList() {
    if (!listKnown) {
      listAsked = ListZones.known().find(names, 0) >= 0;
      listKnown = true;
    }
    return listAsked;
  }

  /** The hash of the qname. */
  public long qnameHash() {
    if (qnameHash == 0) {
      qnameHash = hash(names, 0, qnameOctets);
    }
    return qnameHash;
  }

  /** The hash of a part of the qname from an offset to its end. */
  public long hashFrom(int offset) {
    return hash(names, offset, qnameOctets - offset);
  }

  /** A part of the qname from an offset to its end, in presentation form. */
  public String textFrom(int offset) {
    return NameText.of(names, offset, qnameOctets - offset);
  }

  /** The hash of octets, never 0. */
  public long hash(byte[] octets, int offset, int length) {
    return nonZero(Mixing.hash(octets, offset, length, seed));
  }

  private static long nonZero(long hash) {
    return hash == 0 ? 1 : hash;
  }

  /** The hash of the resolver's address; the same for all when it was published as zeros. */
  public long resolver() {
    if (resolver == 0) {
      ExchangeView from = exchange();
      resolver = hash(from.bytes(), from.resolverAddressOffset(), from.addressOctets());
    }
    return resolver;
  }

  /** The hash of the server's address. */
  public long server() {
    if (server == 0) {
      ExchangeView from = exchange();
      server = hash(from.bytes(), from.serverAddressOffset(), from.addressOctets());
    }
    return server;
  }

  /** How random a part of the qname looks: the probability that a program made it up. */
  public float scoreOf(int from, int to) {
    return explaining.scoreOf(names, from, to);
  }

  /**
   * The log-odds that the labels between two offsets of {@link #names} were generated, for a world
   * in which every second name is: a microsecond, and less for what was asked for lately.
   */
  public float logOdds(int from, int to) {
    return explaining.logOdds(names, from, to, hash(names, from, to - from));
  }

  /** The names that known generators make around the day of the record, and listed ones. */
  public GeneratedNames generatedNames() {
    return explaining.generatedNames();
  }

  /**
   * Everything that can be told about the failure, worked out at the first call: some microseconds.
   */
  public Diagnosis diagnosis() {
    Diagnosis known = diagnosis;
    if (known == null) {
      known = explaining.diagnose(exchange());
      diagnosis = known;
    }
    return known;
  }
}
