package org.nxsight.analysis.causes;

import java.util.Locale;
import org.nxsight.analysis.cut.Cut;

/**
 * A view of one question that failed: what was asked and what was said. It is reused and allocates
 * nothing. Names are well-formed, in wire form and in lower case.
 */
public final class Failure {
  /** NXDOMAIN (RFC 1035, section 4.1.1). */
  public static final int NXDOMAIN = 3;

  /** No extended error (RFC 8914). */
  public static final int NO_EDE = -1;

  private final Cut cut = new Cut();
  private final Labels labels = new Labels();
  private byte[] bytes = new byte[1];
  private int qnameOffset;
  private int qtype;
  private int soaOffset;
  private int rcode;
  private int ede;
  private boolean aliased;
  private Edns edns = Edns.UNKNOWN;
  private long seconds;
  private byte[] asked = bytes;
  private int askedOffset;

  /** Whether query and response had an OPT record (RFC 6891). */
  public enum Edns {
    /** The query was not seen. */
    UNKNOWN,
    /** The query had none. */
    NOT_ASKED,
    /** Both had one. */
    ANSWERED,
    /** Only the query had one. */
    NOT_ANSWERED;

    private static final int FORMERR = 1;
    private static final int NOTIMP = 4;

    /** Whether it tells something of a server that does not stand EDNS. */
    public static boolean matters(int rcode) {
      return rcode == FORMERR || rcode == NOTIMP;
    }

    /** By whether query and response had one. */
    public static Edns of(boolean asked, boolean answered) {
      if (!asked) {
        return NOT_ASKED;
      }
      return answered ? ANSWERED : NOT_ANSWERED;
    }

    /** Its name in machine-readable form. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Looks at a name that does not exist.
   *
   * @param bytes holds both names
   * @param soaOffset where the SOA's owner stands; -1 when there was no SOA
   */
  public void set(byte[] bytes, int qnameOffset, int qtype, int soaOffset) {
    this.bytes = bytes;
    this.qnameOffset = qnameOffset;
    this.qtype = qtype;
    this.soaOffset = soaOffset;
    rcode = NXDOMAIN;
    ede = NO_EDE;
    aliased = false;
    edns = Edns.UNKNOWN;
    seconds = 0;
    asked = bytes;
    askedOffset = qnameOffset;
    labels.set(bytes, qnameOffset);
    cut.set(bytes, qnameOffset, bytes, soaOffset);
  }

  /** Says how the question failed, when it was not for a plain NXDOMAIN. */
  public void setResponse(int newRcode, int newEde, boolean newAliased, Edns newEdns) {
    rcode = newRcode;
    ede = newEde;
    aliased = newAliased;
    edns = newEdns;
  }

  /**
   * Says when the question failed, and how its name was written.
   *
   * @param newSeconds since 1970
   * @param name holds the qname as it was written
   */
  public void setSeen(long newSeconds, byte[] name, int nameOffset) {
    seconds = newSeconds;
    asked = name;
    askedOffset = nameOffset;
  }

  /** When it failed, in seconds since 1970; 0 when that is not known. */
  long seconds() {
    return seconds;
  }

  /** Whether the qname was written with capital letters. */
  boolean isMixedCase() {
    return hasCapitals(asked, askedOffset);
  }

  /** Whether a name in wire form has capital letters; no octet of a length is one. */
  static boolean hasCapitals(byte[] name, int offset) {
    for (int at = offset; name[at] != 0; at++) {
      if (name[at] >= 'A' && name[at] <= 'Z') {
        return true;
      }
    }
    return false;
  }

  /** The array that holds the names. */
  public byte[] bytes() {
    return bytes;
  }

  public int qnameOffset() {
    return qnameOffset;
  }

  /** Where the SOA's owner stands; -1 without one. */
  public int soaOffset() {
    return soaOffset;
  }

  public int qtype() {
    return qtype;
  }

  /** The extended rcode. */
  public int rcode() {
    return rcode;
  }

  /** The INFO-CODE of the extended error, or {@link #NO_EDE}. */
  public int ede() {
    return ede;
  }

  /** Whether CNAMEs led from the qname to the name that does not exist. */
  public boolean isAliased() {
    return aliased;
  }

  public Edns edns() {
    return edns;
  }

  /** Where the existing part of the qname ends. */
  public Cut cut() {
    return cut;
  }

  /** The qname's labels. */
  Labels labels() {
    return labels;
  }

  /** How many labels stand left of what exists, or of the public suffix when that is not known. */
  int missingLabels() {
    return labels.before(cut.missingTo());
  }
}
