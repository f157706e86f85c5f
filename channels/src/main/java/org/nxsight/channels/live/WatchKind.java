package org.nxsight.channels.live;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What of a record a watch looks at. */
public enum WatchKind {
  /** The name: the qname, an RRset's owner, a finding's subject. */
  DNS,
  /** An address: the server's, the resolver's, one in an RRset's rdata. */
  IP,
  /** The owner of the SOA that came with the response. */
  SOA,
  /** Why the name is missing. */
  CAUSE,
  /** The extended rcode. */
  RCODE,
  /** The type that was asked for, or the RRset's. */
  QTYPE;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The word before the equals sign. */
  public String word() {
    return word;
  }

  /** The kind of a word; null when there is none. */
  static @Nullable WatchKind of(String word) {
    for (WatchKind kind : values()) {
      if (kind.word.equals(word)) {
        return kind;
      }
    }
    return null;
  }
}
