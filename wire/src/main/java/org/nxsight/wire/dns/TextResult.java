package org.nxsight.wire.dns;

/** How writing rdata ended: well, or with one of the marks libwdns puts behind broken rdata. */
enum TextResult {
  /** The octets were well formed. */
  WRITTEN(""),
  /** A field runs over the end. */
  CUT_SHORT(" ### PARSE ERROR ###"),
  /** A label is longer than 63 octets or runs over the end. */
  BAD_LABEL(" ### PARSE ERROR #3 ###"),
  /** A name is longer than 255 octets. */
  LONG_NAME(" ### PARSE ERROR #8 ###"),
  /** A service parameter or EDNS option does not follow its form. */
  BAD_VALUE(" ### PARSE ERROR #12 ###");

  private final String mark;

  TextResult(String mark) {
    this.mark = mark;
  }

  /** The mark's text, empty for {@link #WRITTEN}. */
  String mark() {
    return mark;
  }
}
