package org.nxsight.analysis.sharding;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.causes.Explaining;
import org.nxsight.analysis.causes.Learning;
import org.nxsight.analysis.condensing.Condensing;
import org.nxsight.analysis.findings.Observation;
import org.nxsight.analysis.findings.Operator;
import org.nxsight.analysis.findings.Sighting;
import org.nxsight.analysis.findings.SightingState;
import org.nxsight.analysis.typo.Targets;
import org.nxsight.exchange.ExchangeView;
import org.nxsight.wire.Bytes;

/**
 * A stage whose operators stand in shards: what those of one task share, which is the time, what is
 * popular, and what waits for its time.
 */
abstract class ShardedStage implements Stage {
  private static final long UNKNOWN = Long.MIN_VALUE;

  final Sharding sharding;
  final Outlet out;
  final Explaining explaining;
  final Observation observation;
  private final Learning nothing;
  private final Waiting waiting = new Waiting();
  private final Map<Integer, Shard> shards = new TreeMap<>();
  private final ExchangeView exchange = new ExchangeView();
  private long firstTick = UNKNOWN;
  private long lastTick = UNKNOWN;
  private byte @Nullable [] lastLook;

  ShardedStage(Sharding sharding, Outlet out) {
    this.sharding = sharding;
    this.out = out;
    nothing = new Learning(1 << 4, sharding.causesSeed());
    explaining =
        Explaining.attending(
            sharding.knowledge(), sharding.causesSeed(), sharding.rememberedVerdicts(), nothing);
    observation = new Observation(explaining, sharding.findingsSeed());
  }

  /** Makes a shard that knows nothing. */
  abstract Shard make(int shard);

  /** Takes a record in its turn. */
  abstract void onRecord(Shard shard, int marks, ExchangeView record) throws IOException;

  /** Takes sums of failures. */
  abstract void onCounts(Shard shard, DataInput counts) throws IOException;

  /** Hears that the stream has ended. */
  abstract void finish() throws IOException;

  /** Sends on what was counted before a tick. */
  abstract void beforeTick(long tickNanos) throws IOException;

  @Override
  public void take(byte[] message) {
    waiting.add(message);
  }

  @Override
  public void advance(long epochNanos) throws IOException {
    waiting.drain(
        epochNanos,
        new Waiting.Handler() {
          @Override
          public void onRecord(int shard, byte[] message, int at) throws IOException {
            int entry = at + Message.MARK_OCTETS;
            exchange.wrap(message, entry, entry + Bytes.i32(message, entry));
            exchange.next();
            ShardedStage.this.onRecord(shard(shard), Bytes.i32(message, at), exchange);
          }

          @Override
          public void onMessage(MessageType type, byte[] message) throws IOException {
            ShardedStage.this.onMessage(type, message);
          }
        });
    if (epochNanos == Long.MAX_VALUE && lastTick != UNKNOWN) {
      tick(lastTick + Condensing.TICK_NANOS);
      finish();
    }
    flush();
  }

  private void onMessage(MessageType type, byte[] message) throws IOException {
    switch (type) {
      case TICK -> tick(Message.epochNanos(message));
      case LOOK -> look(message);
      case COUNTS -> onCounts(shard(Message.shard(message)), Message.body(message));
      case RECORDS, POPULAR, SIGHTINGS, TOTALS ->
          throw new IllegalStateException(type + " do not come here");
    }
  }

  /** Each shard of the task hears of a tick, and all do once. */
  private void tick(long tickNanos) throws IOException {
    if (tickNanos <= lastTick) {
      return;
    }
    explaining.moveTo(tickNanos);
    beforeTick(tickNanos);
    if (firstTick == UNKNOWN) {
      firstTick = tickNanos;
    }
    lastTick = tickNanos;
    for (Map.Entry<Integer, Shard> each : shards.entrySet()) {
      Shard shard = each.getValue();
      shard.attended(explaining);
      List<Sighted> sighted = shard.onTime(tickNanos);
      if (!sighted.isEmpty()) {
        out.send(
            Destination.LEDGER,
            Message.of(MessageType.SIGHTINGS, 0, tickNanos, body -> Sighted.write(body, sighted)));
      }
    }
  }

  private void look(byte[] message) throws IOException {
    if (lastLook != null && Message.epochNanos(lastLook) >= Message.epochNanos(message)) {
      return;
    }
    Targets found = PopularStage.read(Message.body(message));
    if (found != null || lastLook == null) {
      lastLook = message;
    } else {
      lastLook = Message.header(lastLook.clone(), MessageType.LOOK, 0, Message.epochNanos(message));
    }
    explaining.onLook(found, shards.values().stream().map(Shard::learning).toList());
  }

  /** How often each cause was told in all shards. */
  long[] causeCounts() {
    long[] counts = new long[Cause.values().length];
    for (Shard each : shards.values()) {
      for (int i = 0; i < counts.length; i++) {
        counts[i] += each.count(i);
      }
    }
    return counts;
  }

  private Shard shard(int number) {
    Shard known = shards.get(number);
    if (known != null) {
      return known;
    }
    Shard made = make(number);
    // An operator that has only heard of the time knows when the stream began.
    if (firstTick != UNKNOWN) {
      made.onTime(firstTick);
      made.onTime(lastTick);
    }
    shards.put(number, made);
    return made;
  }

  @Override
  public void snapshot(int shard, DataOutput out) throws IOException {
    out.writeByte(Sharding.STATE_VERSION);
    out.writeLong(firstTick);
    out.writeLong(lastTick);
    byte[] look = lastLook;
    out.writeInt(look == null ? -1 : look.length);
    if (look != null) {
      out.write(look);
    }
    write(out, waiting.of(shard));
    Shard known = shards.get(shard);
    out.writeBoolean(known != null);
    if (known != null) {
      known.snapshot(out);
    }
  }

  @Override
  public void restore(int shard, DataInput in) throws IOException {
    readVersion(in);
    long first = in.readLong();
    firstTick =
        firstTick == UNKNOWN ? first : first == UNKNOWN ? firstTick : Math.min(firstTick, first);
    lastTick = Math.max(lastTick, in.readLong());
    int octets = in.readInt();
    if (octets >= 0) {
      byte[] look = new byte[octets];
      in.readFully(look);
      look(look);
    }
    read(in).forEach(this::take);
    if (in.readBoolean()) {
      Shard known = make(shard);
      known.restore(in);
      shards.put(shard, known);
    }
  }

  static void readVersion(DataInput in) throws IOException {
    int version = in.readUnsignedByte();
    if (version != Sharding.STATE_VERSION) {
      throw new IOException(
          "the state is of version "
              + version
              + ", and this program reads version "
              + Sharding.STATE_VERSION
              + ": start it with the program that wrote it, or without a savepoint");
    }
  }

  static void write(DataOutput out, List<byte[]> messages) throws IOException {
    out.writeInt(messages.size());
    for (byte[] message : messages) {
      out.writeInt(message.length);
      out.write(message);
    }
  }

  static List<byte[]> read(DataInput in) throws IOException {
    List<byte[]> messages = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      byte[] message = new byte[in.readInt()];
      in.readFully(message);
      messages.add(message);
    }
    return messages;
  }

  @Override
  public long late() {
    return waiting.late();
  }

  /** What an operator sighted. */
  record Sighted(int operator, Sighting sighting) {
    static void write(DataOutput out, List<Sighted> all) throws IOException {
      out.writeInt(all.size());
      for (Sighted each : all) {
        out.writeByte(each.operator);
        SightingState.write(out, each.sighting);
      }
    }

    static List<Sighted> read(DataInput in) throws IOException {
      List<Sighted> all = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        all.add(new Sighted(in.readUnsignedByte(), SightingState.read(in)));
      }
      return all;
    }
  }

  /** The operators of a shard. */
  record Numbered(int number, Operator operator) {}
}
