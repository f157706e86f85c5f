package org.nxsight.store.writing;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.channels.privacy.AddressMask;
import org.nxsight.exchange.ExchangeView;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.Mixing;
import org.nxsight.wire.dns.NameText;
import org.nxsight.wire.ip.Addresses;

/**
 * Counts exchanges that failed by minute, name, type, rcode, extended error, SOA and server, in
 * memory that a flood of names does not fill: of those beyond {@link Floods#MAX_NAMES} below one
 * name there is one row together.
 */
final class Failures {
  private static final int MINUTE_SECONDS = 60;
  private static final int PERIOD_MINUTES = 10;

  private final long salt;
  private final @Nullable AddressMask mask;
  private final FailureTable table;
  private final Floods watch;
  private final Map<Integer, Flood> floods = new HashMap<>();
  private final FailureKey key = new FailureKey();
  private final byte[] address = new byte[16];
  private final StringBuilder scratch = new StringBuilder();

  /**
   * @param salt keys the hashes
   * @param mask what takes the place of resolvers' addresses; null leaves them
   */
  Failures(long salt, @Nullable AddressMask mask) {
    this(salt, mask, new Floods(Floods.MAX_NAMES));
  }

  private Failures(long salt, @Nullable AddressMask mask, Floods watch) {
    this.salt = salt;
    this.mask = mask;
    this.watch = watch;
    table = new FailureTable(salt);
  }

  /** Counts an exchange that has a question; the cause is null when nobody looked for it. */
  void add(ExchangeView exchange, @Nullable Cause cause) {
    long epochMicros = EpochTimes.micros(exchange.responseNanos());
    int minute = (int) (epochMicros / EpochTimes.MICROS_A_SECOND / MINUTE_SECONDS);
    key.read(exchange, minute);
    long hash = table.hash(key);
    int entry = table.find(key, hash);
    if (entry < 0) {
      entry = isFlood() ? flood(exchange, cause) : table.make(key, hash, cause);
    }
    table.count(entry, epochMicros, key.mixedCase());
    addResolver(entry, exchange);
  }

  private boolean isFlood() {
    byte[] bytes = key.bytes();
    int parent = key.parentOffset();
    int octets = FailureKey.QNAME + key.qnameOctets() - parent;
    return watch.isFlood(key.minute(), bytes, parent, octets, nameHash());
  }

  private long nameHash() {
    return Mixing.hash(key.bytes(), FailureKey.QNAME, key.qnameOctets(), salt);
  }

  /** The entry of the flood that an exchange is part of. */
  private int flood(ExchangeView exchange, @Nullable Cause cause) {
    NameText.append(scratch, key.bytes(), FailureKey.QNAME, key.qnameOctets());
    String qname = scratch.toString();
    scratch.setLength(0);
    Addresses.append(
        scratch, exchange.bytes(), exchange.serverAddressOffset(), exchange.addressOctets());
    key.becomeFlood(key.parentOffset());
    long hash = table.hash(key);
    int found = table.find(key, hash);
    int entry = found >= 0 ? found : table.make(key, hash, cause);
    Flood flood = floods.computeIfAbsent(entry, _ -> new Flood());
    flood.names().add(Flood.hash(salt, qname));
    flood.servers().add(Flood.hash(salt, scratch));
    if (flood.takesSamples()) {
      flood.addSample(qname);
    }
    scratch.setLength(0);
    return entry;
  }

  private void addResolver(int entry, ExchangeView exchange) {
    if (exchange.isResolverZeroed() || (mask != null && mask.isZero())) {
      return;
    }
    byte[] bytes = exchange.bytes();
    int at = exchange.resolverAddressOffset();
    int octets = exchange.addressOctets();
    if (mask != null) {
      System.arraycopy(bytes, at, address, 0, octets);
      mask.mask(address, 0, octets);
      bytes = address;
      at = 0;
    }
    table.addResolver(entry, Mixing.hash(bytes, at, octets, salt));
  }

  /** How many rows there are, by the start of their ten minutes in seconds since 1970. */
  Map<Long, Integer> sizes() {
    Map<Long, Integer> sizes = new TreeMap<>();
    for (int entry : table.entries()) {
      sizes.merge(periodStart(entry), 1, Integer::sum);
    }
    return sizes;
  }

  /** The ten minutes that an entry belongs to, as the second since 1970 that they start at. */
  long periodStart(int entry) {
    int minute = Bytes.i32(table.block(entry), table.offset(entry) + FailureTable.KEY);
    return minute / PERIOD_MINUTES * (long) (PERIOD_MINUTES * MINUTE_SECONDS);
  }

  /** The entries. */
  FailureTable table() {
    return table;
  }

  /** What a row of many names has more; null for a row of one name. */
  @Nullable Flood floodOf(int entry) {
    return floods.get(entry);
  }

  /** The octets of memory that are taken, about. */
  long octets() {
    return table.octets() + watch.octets() + (long) floods.size() * Flood.OCTETS;
  }

  /**
   * An empty one that goes on after this, which counts no more.
   *
   * @param reachedSeconds how far time has come; floods of the last ten minutes are remembered
   */
  Failures successor(long reachedSeconds) {
    watch.forgetNames((int) (reachedSeconds / MINUTE_SECONDS) - PERIOD_MINUTES);
    return new Failures(salt, mask, watch);
  }
}
