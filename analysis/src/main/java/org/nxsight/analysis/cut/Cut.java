package org.nxsight.analysis.cut;

import java.nio.charset.StandardCharsets;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.dns.DnsNames;

/**
 * A view of a denied name and the owner of the SOA that denied it: where its existing part ends. It
 * is reused and allocates nothing; offsets are into the qname's array.
 *
 * <p>The cut is the name that everything missing here is counted under:
 *
 * <pre>
 *   SOA owner                              scope                cut
 *   .                                      MISSING_TLD          the top-level domain
 *   a registry's suffix, or above it       UNREGISTERED_DOMAIN  the registrable domain
 *   a registrable domain or deeper, or     MISSING_HOST         the SOA's owner
 *   a private network's top-level domain
 *   a platform's suffix (github.io)        MISSING_HOST         the SOA's owner
 *   any, name under in-addr.arpa, ip6.arpa REVERSE              the SOA's owner
 *   not the qname nor above it             UNTRUSTED            none
 *   none                                   UNKNOWN              none
 * </pre>
 *
 * <p>A platform's suffix stands in the private section of the public suffix list. Its zone lives
 * and no registry sells names in it, so a name that is missing there is a host; the few of them
 * that are sold ({@code uk.com}) are registries. When the SOA is above a platform's suffix, it is
 * the platform's own domain that is not registered. A SOA of the root for a name under a delegated
 * top-level domain is a lie, and {@link Scope#UNTRUSTED}.
 */
public final class Cut {
  /** No offset. */
  public static final int NONE = -1;

  private static final byte[] IN_ADDR = "\7in-addr\4arpa\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final int ARPA_OCTETS = 6;
  private static final byte[] IP6 = "\3ip6\4arpa\0".getBytes(StandardCharsets.ISO_8859_1);

  private Scope scope = Scope.UNKNOWN;
  private Section section = Section.NONE;
  private TopLevel topLevel = TopLevel.UNKNOWN;
  private boolean reverse;
  private int qnameOffset;
  private int suffixOffset;
  private int registrableOffset = NONE;
  private int icannSuffixOffset;
  private int soaOffset = NONE;
  private int cutOffset = NONE;

  /**
   * Looks at a denial. Names are well-formed, in wire form and in lower case.
   *
   * @param soaOwnerOffset where the SOA's owner stands in {@code soa}; -1 when there was no SOA
   */
  public void set(byte[] qname, int offset, byte[] soa, int soaOwnerOffset) {
    readName(qname, offset);
    cutOffset = NONE;
    soaOffset = NONE;
    if (soaOwnerOffset < 0) {
      scope = Scope.UNKNOWN;
      return;
    }
    soaOffset = ancestorOffset(qname, offset, soa, soaOwnerOffset);
    if (soaOffset == NONE || isFalseRoot(qname)) {
      soaOffset = NONE;
      scope = Scope.UNTRUSTED;
    } else {
      scope = scopeOf(qname);
      cutOffset = cutOf(qname);
    }
  }

  /**
   * Becomes what another one is, of the same names elsewhere.
   *
   * @param by how much further to the right the names stand here
   */
  public void become(Cut other, int by) {
    scope = other.scope;
    section = other.section;
    topLevel = other.topLevel;
    reverse = other.reverse;
    qnameOffset = other.qnameOffset + by;
    suffixOffset = other.suffixOffset + by;
    icannSuffixOffset = other.icannSuffixOffset + by;
    registrableOffset = moved(other.registrableOffset, by);
    soaOffset = moved(other.soaOffset, by);
    cutOffset = moved(other.cutOffset, by);
  }

  private static int moved(int offset, int by) {
    return offset == NONE ? NONE : offset + by;
  }

  private void readName(byte[] qname, int offset) {
    long labels = LastLabels.of(qname, offset);
    int found = PublicSuffixes.find(qname, offset, labels);
    qnameOffset = offset;
    section = PublicSuffixes.section(found);
    suffixOffset = offset + PublicSuffixes.relativeSuffix(found);
    icannSuffixOffset = offset + PublicSuffixes.relativeIcannSuffix(found);
    registrableOffset = PublicSuffixes.labelBefore(qname, offset, suffixOffset);
    topLevel = TopLevelDomains.kind(qname, offset, labels);
    int last = offset + LastLabels.last(labels);
    // Both suffixes have two labels, and the last is arpa.
    reverse =
        octets(qname, last) == ARPA_OCTETS
            && (isAtOrBelow(qname, offset, IN_ADDR) || isAtOrBelow(qname, offset, IP6));
  }

  private static boolean isAtOrBelow(byte[] name, int offset, byte[] zone) {
    return ancestorOffset(name, offset, zone, 0) != NONE;
  }

  private boolean isFalseRoot(byte[] qname) {
    return qname[soaOffset] == 0
        && qname[qnameOffset] != 0
        && TopLevelDomains.isDelegated(qname, qnameOffset);
  }

  private Scope scopeOf(byte[] qname) {
    if (reverse) {
      return Scope.REVERSE;
    }
    if (qname[soaOffset] == 0) {
      return Scope.MISSING_TLD;
    }
    boolean registry =
        section.sellsNames() ? soaOffset >= suffixOffset : soaOffset >= icannSuffixOffset;
    return registry && !isPrivateNetwork(qname) ? Scope.UNREGISTERED_DOMAIN : Scope.MISSING_HOST;
  }

  /** Whether its SOA is that of a private network's own end of names. */
  private boolean isPrivateNetwork(byte[] qname) {
    return switch (topLevel) {
      case DELEGATED, UNKNOWN -> false;
      case PRIVATE -> true;
      // A suffix of two labels is home.arpa.
      case SPECIAL_USE ->
          section == Section.NONE
              || (soaOffset == suffixOffset && qname[suffixOffset + 1 + qname[suffixOffset]] != 0);
    };
  }

  private int cutOf(byte[] qname) {
    return switch (scope) {
      case MISSING_TLD -> before(qname, soaOffset);
      case UNREGISTERED_DOMAIN ->
          before(qname, soaOffset >= icannSuffixOffset ? icannSuffixOffset : suffixOffset);
      case MISSING_HOST, REVERSE -> soaOffset;
      case UNTRUSTED, UNKNOWN -> NONE;
    };
  }

  /** One label left of an offset; the qname when that is where it starts. */
  private int before(byte[] qname, int offset) {
    return Math.max(qnameOffset, PublicSuffixes.labelBefore(qname, qnameOffset, offset));
  }

  /**
   * Where a name goes on as another one.
   *
   * @return the offset in {@code name}; {@link #NONE} when {@code other} is neither it nor above it
   */
  public static int ancestorOffset(byte[] name, int offset, byte[] other, int otherOffset) {
    int octets = octets(other, otherOffset);
    int end = offset + octets(name, offset);
    int at = offset;
    while (end - at > octets) {
      at += 1 + name[at];
    }
    return end - at == octets && Bytes.equal(name, at, other, otherOffset, octets) ? at : NONE;
  }

  private static int octets(byte[] name, int offset) {
    return DnsNames.rootOffset(name, offset) + 1 - offset;
  }

  /** How much is missing. */
  public Scope scope() {
    return scope;
  }

  /** Where the cut starts; {@link #NONE} when no SOA can be trusted. */
  public int cutOffset() {
    return cutOffset;
  }

  /** Where the SOA's owner starts in the qname; {@link #NONE} when no SOA can be trusted. */
  public int soaOffset() {
    return soaOffset;
  }

  /** Where the missing part starts: the labels left of the SOA's owner. */
  public int missingFrom() {
    return qnameOffset;
  }

  /**
   * Where the missing part ends. Without a trusted SOA it is what may be missing: the labels left
   * of the public suffix.
   */
  public int missingTo() {
    return soaOffset == NONE ? suffixOffset : soaOffset;
  }

  /** Where the registrable domain starts; {@link #NONE} when the qname is a public suffix. */
  public int registrableOffset() {
    return registrableOffset;
  }

  /** Where the public suffix starts. */
  public int suffixOffset() {
    return suffixOffset;
  }

  /** The section of the public suffix list that the suffix is from. */
  public Section section() {
    return section;
  }

  /** What the end of the name is. */
  public TopLevel topLevel() {
    return topLevel;
  }

  /** Whether the name is one of the reverse tree, whatever denied it. */
  public boolean isReverse() {
    return reverse;
  }
}
