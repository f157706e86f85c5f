package org.nxsight.bench.evaluate;

import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.dnsbl.ItemKind;
import org.nxsight.analysis.typo.TypoClass;

/**
 * A name that does not exist, and why.
 *
 * @param qname in presentation form (RFC 1035, section 5.1), in any case
 * @param qtype a mnemonic
 * @param soa the owner of the SOA, or {@link #NO_SOA}
 * @param cause why it does not exist
 * @param list the question to a DNS list that it is; null for other names
 * @param slip how it was mistyped; null for other names
 */
public record LabelledName(
    String qname,
    String qtype,
    String soa,
    Cause cause,
    @Nullable ListItem list,
    @Nullable Slip slip) {
  /** There was no SOA. */
  public static final String NO_SOA = "";

  /** Who was asked about in which list. */
  public record ListItem(String zone, ItemKind kind, String item) {}

  /** What was meant and what went wrong. */
  public record Slip(String target, TypoClass kind) {}

  LabelledName(String qname, String qtype, String soa, Cause cause) {
    this(qname, qtype, soa, cause, null, null);
  }

  LabelledName spelled(String newQname, String newSoa) {
    return new LabelledName(newQname, qtype, newSoa, cause, list, slip);
  }
}
