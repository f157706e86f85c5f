package org.nxsight.exchange.selection;

import java.util.Locale;

/** Why an exchange is passed over: the first of these that applies. */
public enum PassedOver {
  /** Its RD flag is not the wanted one. */
  RD,
  /** It is not between the chosen resolvers or authorities. */
  SIDE,
  /** Its server is not wanted. */
  SERVER,
  /** Its name is not wanted. */
  NAME,
  /** Its qtype is not wanted. */
  QTYPE,
  /** Its rcode is not wanted, or there is none. */
  RCODE,
  /** It is not in the sample. */
  SAMPLE;

  private final String key = name().toLowerCase(Locale.ROOT);

  /** The name of this reason in the summary. */
  public String key() {
    return key;
  }
}
