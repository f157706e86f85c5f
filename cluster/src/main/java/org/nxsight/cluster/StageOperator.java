package org.nxsight.cluster;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.runtime.state.KeyGroupStatePartitionStreamProvider;
import org.apache.flink.runtime.state.KeyedStateCheckpointOutputStream;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.nxsight.analysis.sharding.Destination;
import org.nxsight.analysis.sharding.Stage;

/**
 * A {@link Stage} for Flink. Its state lives in the memory of the task; at a checkpoint each shard
 * is written as the raw state of its key group, which is how Flink hands it to whichever task has
 * the shard next.
 */
final class StageOperator extends AbstractStreamOperator<byte[]>
    implements OneInputStreamOperator<byte[], byte[]> {
  private static final long serialVersionUID = 1;
  private static final int BUFFER_OCTETS = 1 << 16;

  private final JobSettings settings;
  private final StageMaker maker;
  private transient Stage stage;

  @SuppressWarnings("NullAway.Init") // Flink initializes it before it is used
  StageOperator(JobSettings settings, StageMaker maker) {
    this.settings = settings;
    this.maker = maker;
  }

  @Override
  protected boolean isUsingCustomRawKeyedState() {
    return true;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    Map<Destination, OutputTag<byte[]>> tags = new EnumMap<>(Destination.class);
    for (Destination to : Destination.values()) {
      tags.put(to, Tags.of(to));
    }
    stage =
        maker.make(
            settings,
            (to, message) -> {
              if (to == Destination.FINDINGS) {
                output.collect(new StreamRecord<>(message));
              } else {
                output.collect(tags.get(to), new StreamRecord<>(message));
              }
            });
    for (KeyGroupStatePartitionStreamProvider each : context.getRawKeyedStateInputs()) {
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(each.getStream(), BUFFER_OCTETS))) {
        stage.restore(each.getKeyGroupId(), in);
      }
    }
    getMetricGroup().gauge("nxsight_late_records", stage::late);
  }

  @Override
  public void processElement(StreamRecord<byte[]> element) throws Exception {
    stage.take(element.getValue());
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    stage.advance(EventTimes.before(mark));
    super.processWatermark(mark);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    stage.flush();
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    KeyedStateCheckpointOutputStream out = context.getRawKeyedOperatorStateOutput();
    for (int group : out.getKeyGroupList()) {
      out.startNewKeyGroup(group);
      DataOutputStream data =
          new DataOutputStream(new BufferedOutputStream(new Unclosed(out), BUFFER_OCTETS));
      stage.snapshot(group, data);
      data.flush();
    }
  }

  /** Keeps the stream of a checkpoint open, which Flink closes. */
  private static final class Unclosed extends OutputStream {
    private final OutputStream out;

    Unclosed(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int octet) throws IOException {
      out.write(octet);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
      out.write(octets, offset, length);
    }
  }
}
