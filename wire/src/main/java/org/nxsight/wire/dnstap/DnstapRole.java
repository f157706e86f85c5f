package org.nxsight.wire.dnstap;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which leg of a look-up a dnstap message is about, and who reports it (dnstap.proto,
 * Message.Type). Each has two types, first the query's and then the response's: 1 and 2 of AUTH, 3
 * and 4 of RESOLVER, and so on.
 */
public enum DnstapRole {
  /** An authority and whoever asks it, as the authority sees it. */
  AUTH,
  /** A resolver and an authority, as the resolver sees it. */
  RESOLVER,
  /** A client and a resolver, as the resolver sees it. */
  CLIENT,
  /** A resolver and another one that it forwards to, as the first one sees it. */
  FORWARDER,
  /** A stub and a resolver, as the stub sees it. */
  STUB,
  /** A tool and whomever it asks, as the tool sees it. */
  TOOL,
  /** Dynamic update, as the authority sees it. */
  UPDATE;

  private static final DnstapRole[] VALUES = values();

  private final String key = name().toLowerCase(Locale.ROOT);

  /** The name in lower case. */
  public String key() {
    return key;
  }

  /** The role of a message type, or null for one not known here. */
  public static @Nullable DnstapRole ofType(int type) {
    return type >= 1 && type <= 2 * VALUES.length ? VALUES[(type - 1) / 2] : null;
  }

  /** Whether a message type is that of a response. */
  public static boolean isResponse(int type) {
    return type % 2 == 0;
  }
}
