package org.nxsight.analysis.sharding;

import java.io.IOException;
import java.util.TreeMap;
import java.util.TreeSet;
import org.nxsight.analysis.causes.Aliases;
import org.nxsight.analysis.causes.Popularity;
import org.nxsight.analysis.condensing.Condensing;
import org.nxsight.analysis.cut.PublicSuffixes;
import org.nxsight.analysis.findings.references.References;
import org.nxsight.analysis.typo.PopularNames;
import org.nxsight.exchange.Channel;
import org.nxsight.exchange.ExchangeView;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.dns.DnsNames;

/**
 * The first stage, where exchanges come in: each goes to the shard of its domain, and to those of
 * domains that it says something about. It counts what is popular, so that this is combined before
 * it goes on, and says in which ten seconds there are records. It has no state once it is flushed.
 */
public final class Routing {
  private static final int INTERNET = 1;
  private static final int ANSWERS = 6;

  private final int shards;
  private final Outlet out;
  private final Batches batches;
  private final Aliases aliases = new Aliases();
  private final References references = new References();
  private final byte[] name = new byte[DnsNames.MAX_NAME_OCTETS];

  /** The ten seconds that were told of and have not passed. */
  private final TreeSet<Long> told = new TreeSet<>();

  private final TreeMap<Long, Counted> popular = new TreeMap<>();
  private long lastTick = Long.MIN_VALUE;
  private long records;

  private static final class Counted {
    private final PopularNames names = new PopularNames();
    private long records;
  }

  /**
   * @param shards how many there are
   */
  public Routing(int shards, Outlet out) {
    this.shards = shards;
    this.out = out;
    batches = new Batches(Destination.DOMAIN, shards, out);
  }

  /** Takes an exchange of any time. */
  public void onExchange(ExchangeView exchange) throws IOException {
    boolean failure = exchange.isIn(Channel.FAILURES) && exchange.hasQuestion();
    boolean answer = exchange.isIn(Channel.ANSWERS);
    if (!exchange.hasQuestion() || (!failure && !answer)) {
      return;
    }
    records++;
    int octets = exchange.qnameOctets();
    System.arraycopy(exchange.bytes(), exchange.qnameOffset(), name, 0, octets);
    DnsNames.lowerCase(name, 0, octets);
    int shard = Shards.ofName(name, octets, shards);
    if (exchange.qclass() == INTERNET) {
      tellTick(exchange.responseNanos());
    }
    countPopular(exchange, answer);
    batches.add(shard, Marks.OWN, exchange);
    if (answer) {
      sendToOthers(exchange, shard);
    }
  }

  private void sendToOthers(ExchangeView exchange, int shard) throws IOException {
    if (aliases.set(exchange)) {
      int other = Shards.ofName(aliases.target(), aliases.octets(), shards);
      if (other != shard) {
        batches.add(other, Marks.ALIAS, exchange);
      }
    } else if (References.isReference(exchange.qtype()) && references.set(exchange)) {
      int other = Shards.ofName(references.target(), references.octets(), shards);
      if (other != shard) {
        batches.add(other, Marks.REFERENCE, exchange);
      }
    }
  }

  private void tellTick(long epochNanos) throws IOException {
    long tick = Condensing.tickOf(epochNanos);
    if (tick == lastTick || !told.add(tick)) {
      return;
    }
    lastTick = tick;
    for (int shard = 0; shard < shards; shard++) {
      out.send(Destination.DOMAIN, Message.of(MessageType.TICK, shard, tick));
      out.send(Destination.KEY, Message.of(MessageType.TICK, shard, tick));
    }
    out.send(Destination.POPULAR, Message.of(MessageType.TICK, 0, tick));
    out.send(Destination.LEDGER, Message.of(MessageType.TICK, 0, tick));
  }

  private void countPopular(ExchangeView exchange, boolean answer) {
    boolean empty = Bytes.u16(exchange.bytes(), exchange.messageOffset() + ANSWERS) == 0;
    if (answer && empty) {
      return;
    }
    long window = Math.floorDiv(exchange.responseNanos(), Popularity.WINDOW_NANOS);
    Counted counted = popular.computeIfAbsent(window, _ -> new Counted());
    counted.records++;
    if (answer) {
      counted.names.onRecord(name, PublicSuffixes.registrableOffset(name, 0));
    }
  }

  /** Hears that all records of times before this one have come. */
  public void advance(long epochNanos) throws IOException {
    told.headSet(Math.min(epochNanos, Long.MAX_VALUE - 1) - Condensing.TICK_NANOS).clear();
    long window = Math.floorDiv(epochNanos, Popularity.WINDOW_NANOS);
    while (!popular.isEmpty() && (popular.firstKey() < window || epochNanos == Long.MAX_VALUE)) {
      sendPopular();
    }
    batches.flush();
  }

  private void sendPopular() throws IOException {
    long window = popular.firstKey();
    Counted counted = popular.remove(window);
    if (counted != null) {
      out.send(
          Destination.POPULAR,
          Message.of(
              MessageType.POPULAR,
              0,
              window * Popularity.WINDOW_NANOS,
              body -> {
                body.writeLong(counted.records);
                counted.names.write(body);
              }));
    }
  }

  /** Sends on what has gathered. */
  public void flush() throws IOException {
    while (!popular.isEmpty()) {
      sendPopular();
    }
    batches.flush();
  }

  /** How many records it took that are of use. */
  public long records() {
    return records;
  }
}
