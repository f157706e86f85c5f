package org.nxsight.analysis.sharding;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.condensing.Condensing;
import org.nxsight.analysis.findings.Finding;
import org.nxsight.analysis.findings.FindingJson;
import org.nxsight.analysis.findings.Ledger;
import org.nxsight.analysis.sharding.ShardedStage.Sighted;

/** The last stage, in one place: what was sighted becomes findings. */
public final class LedgerStage implements Stage {
  private static final long UNKNOWN = Long.MIN_VALUE;

  private final Sharding sharding;
  private final Outlet out;
  private final Waiting waiting = new Waiting();
  private final List<Sighted> sighted = new ArrayList<>();
  private final long[] causes = new long[Cause.values().length];
  private Ledger ledger;
  private long lastTick = UNKNOWN;
  private boolean finished;

  /** A stage that has found nothing yet. */
  public LedgerStage(Sharding sharding, Outlet out) {
    this.sharding = sharding;
    this.out = out;
    ledger = new Ledger(sharding.unwanted());
  }

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
          public void onMessage(MessageType type, byte[] message) throws IOException {
            if (type == MessageType.TOTALS) {
              add(Message.body(message));
            } else if (type == MessageType.SIGHTINGS) {
              sighted.addAll(Sighted.read(Message.body(message)));
            } else {
              onTick(Message.epochNanos(message));
            }
          }
        });
    if (epochNanos == Long.MAX_VALUE && lastTick != UNKNOWN && !finished) {
      finished = true;
      onTick(lastTick + Condensing.TICK_NANOS);
      ledger.finish(this::tell);
      tellTotals();
    }
  }

  private void add(DataInput counts) throws IOException {
    for (int i = 0; i < causes.length; i++) {
      causes[i] += counts.readLong();
    }
  }

  private void tellTotals() throws IOException {
    StringBuilder line = new StringBuilder("{\"causes\":{");
    String separator = "";
    for (Cause cause : Cause.values()) {
      if (causes[cause.ordinal()] > 0) {
        line.append(separator).append('"').append(cause).append("\":");
        line.append(causes[cause.ordinal()]);
        separator = ",";
      }
    }
    out.send(Destination.TOTALS, line.append("}}").toString().getBytes(StandardCharsets.UTF_8));
  }

  private void onTick(long tickNanos) throws IOException {
    if (tickNanos <= lastTick) {
      return;
    }
    lastTick = tickNanos;
    ledger.onTime(tickNanos);
    sighted.sort(Comparator.comparingInt(Sighted::operator));
    for (Sighted each : sighted) {
      ledger.onSighting(each.sighting());
    }
    sighted.clear();
    ledger.settle(this::tell);
  }

  private void tell(Finding finding) throws IOException {
    StringBuilder line = new StringBuilder();
    FindingJson.append(line, finding);
    out.send(Destination.FINDINGS, line.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void flush() {}

  @Override
  public void snapshot(int shard, DataOutput out) throws IOException {
    out.writeByte(Sharding.STATE_VERSION);
    out.writeLong(lastTick);
    out.writeBoolean(finished);
    ledger.snapshot(out);
    ShardedStage.write(out, waiting.of(0));
    Sighted.write(out, sighted);
  }

  @Override
  public void restore(int shard, DataInput in) throws IOException {
    ShardedStage.readVersion(in);
    lastTick = in.readLong();
    finished = in.readBoolean();
    ledger = new Ledger(sharding.unwanted());
    ledger.merge(in);
    ShardedStage.read(in).forEach(this::take);
    sighted.addAll(Sighted.read(in));
  }

  @Override
  public long late() {
    return waiting.late();
  }
}
