package org.nxsight.cluster;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.nxsight.analysis.sharding.Destination;
import org.nxsight.analysis.sharding.DomainStage;
import org.nxsight.analysis.sharding.KeyStage;
import org.nxsight.analysis.sharding.LedgerStage;
import org.nxsight.analysis.sharding.Message;
import org.nxsight.analysis.sharding.Outlet;
import org.nxsight.analysis.sharding.PopularStage;
import org.nxsight.analysis.sharding.Routing;
import org.nxsight.analysis.sharding.Sharding;
import org.nxsight.analysis.sharding.Stage;
import org.nxsight.exchange.ExchangeView;
import org.nxsight.exchange.Packing;

/**
 * All stages in one thread, without any engine: some tasks of each, messages that come in an order
 * drawn by chance, and a task that is written down and made anew now and then.
 */
final class ManyTasks {
  private final Sharding sharding;
  private final Random random;
  private final int tasks;
  private final List<Routing> routing = new ArrayList<>();
  private final List<Stage> domains = new ArrayList<>();
  private final List<Stage> keys = new ArrayList<>();
  private final List<byte[]> toPopular = new ArrayList<>();
  private final List<byte[]> toDomains = new ArrayList<>();
  private final List<byte[]> toKeys = new ArrayList<>();
  private final List<byte[]> toLedger = new ArrayList<>();
  private final List<String> findings = new ArrayList<>();
  private final Outlet outlet = this::send;
  private String totals = "";
  private Stage popular;
  private Stage ledger;

  ManyTasks(Sharding sharding, int tasks, long seed) {
    this.sharding = sharding;
    this.tasks = tasks;
    random = new Random(seed);
    for (int i = 0; i < tasks; i++) {
      routing.add(new Routing(sharding.shards(), outlet));
      domains.add(new DomainStage(sharding, outlet));
      keys.add(new KeyStage(sharding, outlet));
    }
    popular = new PopularStage(sharding.shards(), outlet);
    ledger = new LedgerStage(sharding, outlet);
  }

  private void send(Destination to, byte[] message) {
    switch (to) {
      case DOMAIN -> toDomains.add(message);
      case KEY -> toKeys.add(message);
      case POPULAR -> toPopular.add(message);
      case LEDGER -> toLedger.add(message);
      case TOTALS -> totals = new String(message, StandardCharsets.UTF_8);
      case FINDINGS -> findings.add(new String(message, StandardCharsets.UTF_8));
    }
  }

  /** Takes pieces, each read by one task or another, which are a little apart in time. */
  void play(List<byte[]> pieces, boolean restarting) throws IOException {
    ExchangeView exchange = new ExchangeView();
    int at = 0;
    while (at < pieces.size()) {
      int end = Math.min(pieces.size(), at + 1 + random.nextInt(4 * tasks));
      for (byte[] piece : pieces.subList(at, end)) {
        exchange.wrap(piece, Packing.HEADER_OCTETS, piece.length);
        Routing task = routing.get(random.nextInt(tasks));
        while (exchange.next()) {
          task.onExchange(exchange);
        }
      }
      at = end;
      long next = Long.MAX_VALUE;
      for (byte[] piece : pieces.subList(end, Math.min(pieces.size(), end + 50))) {
        next = Math.min(next, Packing.earliestNanos(piece));
      }
      advance(at == pieces.size() ? Long.MAX_VALUE : next);
      if (restarting && random.nextInt(50) == 0) {
        restart();
      }
    }
  }

  private void advance(long nanos) throws IOException {
    for (Routing each : routing) {
      each.advance(nanos);
    }
    deliver(toPopular, List.of(popular));
    popular.advance(nanos);
    deliver(toDomains, domains);
    for (Stage each : domains) {
      each.advance(nanos);
    }
    deliver(toKeys, keys);
    for (Stage each : keys) {
      each.advance(nanos);
    }
    deliver(toLedger, List.of(ledger));
    ledger.advance(nanos);
  }

  private void deliver(List<byte[]> messages, List<? extends Stage> stages) throws IOException {
    for (byte[] message : messages) {
      stages.get(Message.shard(message) % stages.size()).take(message);
    }
    messages.clear();
  }

  /** Writes all stages down, and makes new ones, of which each has other shards. */
  private void restart() throws IOException {
    for (Routing each : routing) {
      each.flush();
    }
    deliver(toPopular, List.of(popular));
    deliver(toDomains, domains);
    for (Stage each : domains) {
      each.flush();
    }
    deliver(toKeys, keys);
    deliver(toLedger, List.of(ledger));
    List<Stage> newDomains = new ArrayList<>();
    List<Stage> newKeys = new ArrayList<>();
    for (int i = 0; i < tasks; i++) {
      newDomains.add(new DomainStage(sharding, outlet));
      newKeys.add(new KeyStage(sharding, outlet));
    }
    for (int shard = 0; shard < sharding.shards(); shard++) {
      copy(shard, domains.get(shard % tasks), newDomains.get(shard % tasks));
      copy(shard, keys.get(shard % tasks), newKeys.get(shard % tasks));
    }
    domains.clear();
    domains.addAll(newDomains);
    keys.clear();
    keys.addAll(newKeys);
    Stage newPopular = new PopularStage(sharding.shards(), outlet);
    copy(0, popular, newPopular);
    popular = newPopular;
    Stage newLedger = new LedgerStage(sharding, outlet);
    copy(0, ledger, newLedger);
    ledger = newLedger;
  }

  private static void copy(int shard, Stage from, Stage to) throws IOException {
    ByteArrayOutputStream state = new ByteArrayOutputStream();
    from.snapshot(shard, new DataOutputStream(state));
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(state.toByteArray()));
    to.restore(shard, in);
    if (in.read() >= 0) {
      throw new IllegalStateException("a stage does not read all it has written");
    }
  }

  /** All that was told, in the order of the alphabet. */
  List<String> findings() {
    return findings.stream().sorted(Comparator.naturalOrder()).toList();
  }

  /** How often each cause was told, as JSON. */
  String totals() {
    return totals;
  }

  /** How many records came too late. */
  long late() {
    return domains.stream().mapToLong(Stage::late).sum();
  }
}
