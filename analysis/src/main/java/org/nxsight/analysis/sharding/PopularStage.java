package org.nxsight.analysis.sharding;

import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Popularity;
import org.nxsight.analysis.typo.PopularNames;
import org.nxsight.analysis.typo.Target;
import org.nxsight.analysis.typo.Targets;

/**
 * Which names are popular in all of the stream: one task adds up what each first stage counted, and
 * tells all shards what they are to look for slips of, from which moment on.
 */
public final class PopularStage implements Stage {
  private final int shards;
  private final Outlet out;
  private final Waiting waiting = new Waiting();
  private final List<byte[]> counted = new ArrayList<>();
  private Popularity popular = new Popularity();

  /**
   * @param shards how many there are
   */
  public PopularStage(int shards, Outlet out) {
    this.shards = shards;
    this.out = out;
  }

  @Override
  public void take(byte[] message) {
    if (Message.type(message) == MessageType.POPULAR) {
      counted.add(message);
    } else {
      waiting.add(message);
    }
  }

  @Override
  public void advance(long epochNanos) throws IOException {
    waiting.drain(epochNanos, (_, message) -> onTick(Message.epochNanos(message)));
  }

  private void onTick(long tickNanos) throws IOException {
    add(Math.floorDiv(tickNanos, Popularity.WINDOW_NANOS) * Popularity.WINDOW_NANOS);
    if (popular.follow(tickNanos)) {
      Targets found = popular.take();
      for (int shard = 0; shard < shards; shard++) {
        out.send(
            Destination.DOMAIN,
            Message.of(MessageType.LOOK, shard, tickNanos, body -> write(body, found)));
        out.send(
            Destination.KEY,
            Message.of(MessageType.LOOK, shard, tickNanos, body -> write(body, found)));
      }
    }
  }

  /** Adds what was counted in windows that have passed. */
  private void add(long windowNanos) throws IOException {
    for (byte[] message : List.copyOf(counted)) {
      if (Message.epochNanos(message) < windowNanos) {
        DataInputStream body = Message.body(message);
        long records = body.readLong();
        PopularNames names = new PopularNames();
        names.merge(body);
        popular.add(names, records);
        counted.remove(message);
      }
    }
  }

  private static void write(DataOutput out, @Nullable Targets found) throws IOException {
    out.writeInt(found == null ? -1 : found.all().size());
    if (found != null) {
      for (Target target : found.all()) {
        out.writeUTF(target.domain());
        out.writeInt(target.rank());
      }
    }
  }

  /** What a look found; null when it is the same as before. */
  static @Nullable Targets read(DataInput in) throws IOException {
    int size = in.readInt();
    if (size < 0) {
      return null;
    }
    Targets found = new Targets();
    for (int left = size; left > 0; left--) {
      found.add(in.readUTF(), in.readInt(), Target.TRAFFIC);
    }
    return found;
  }

  @Override
  public void flush() {}

  @Override
  public void snapshot(int shard, DataOutput out) throws IOException {
    out.writeByte(Sharding.STATE_VERSION);
    popular.snapshot(out);
    List<byte[]> all = new ArrayList<>(waiting.of(0));
    all.addAll(counted);
    ShardedStage.write(out, all);
  }

  @Override
  public void restore(int shard, DataInput in) throws IOException {
    ShardedStage.readVersion(in);
    popular = new Popularity();
    popular.restore(in);
    for (byte[] message : ShardedStage.read(in)) {
      take(message);
    }
  }

  @Override
  public long late() {
    return waiting.late();
  }
}
