package org.nxsight.wire.dns;

import org.jspecify.annotations.Nullable;

/**
 * The mnemonics libwdns 0.12 knows, for output that must read as nmsgtool's does.
 *
 * <p>libwdns writes newer types, rcodes and opcodes as numbers; {@link RecordTypes}, {@link Rcodes}
 * and {@link Opcodes} have names for them. For classes the two agree: {@link RecordClasses}.
 */
public final class WdnsNames {
  private static final int RCODE_NOTZONE = 10;
  private static final int RCODE_BADVERS = 16;
  private static final int OPCODE_UPDATE = 5;

  private WdnsNames() {}

  /** The mnemonic of a record type, or null when libwdns has none. */
  public static @Nullable String rrtype(int type) {
    boolean known =
        (type <= 62 && type != 53)
            || (type >= 64 && type <= 65)
            || (type >= 99 && type <= 109)
            || (type >= 249 && type <= 257)
            || (type >= 32768 && type <= 32769);
    return known ? RecordTypes.name(type) : null;
  }

  /** The mnemonic of a record type, or {@code TYPE} and the number. */
  public static String rrtypeText(int type) {
    String name = rrtype(type);
    return name != null ? name : "TYPE" + type;
  }

  /** The mnemonic of a response code, or null when libwdns has none. */
  public static @Nullable String rcode(int rcode) {
    return rcode <= RCODE_NOTZONE || rcode == RCODE_BADVERS ? Rcodes.name(rcode) : null;
  }

  /** The mnemonic of an operation code, or null when libwdns has none. */
  public static @Nullable String opcode(int opcode) {
    return opcode <= OPCODE_UPDATE ? Opcodes.name(opcode) : null;
  }
}
