package org.nxsight.cluster;

import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.nxsight.analysis.sharding.Destination;
import org.nxsight.analysis.sharding.Routing;
import org.nxsight.exchange.ExchangeView;
import org.nxsight.exchange.Packing;

/**
 * {@link Routing} for Flink: takes packed exchanges. It has no state: it is flushed before each
 * barrier.
 */
final class RoutingOperator extends AbstractStreamOperator<byte[]>
    implements OneInputStreamOperator<byte[], byte[]> {
  private static final long serialVersionUID = 1;

  private final int shards;
  private transient Routing routing;
  private transient ExchangeView exchange;

  @SuppressWarnings("NullAway.Init") // Flink opens it before it is used
  RoutingOperator(int shards) {
    this.shards = shards;
  }

  @Override
  public void open() throws Exception {
    super.open();
    Map<Destination, OutputTag<byte[]>> tags = new EnumMap<>(Destination.class);
    for (Destination to : Destination.values()) {
      tags.put(to, Tags.of(to));
    }
    routing =
        new Routing(
            shards, (to, message) -> output.collect(tags.get(to), new StreamRecord<>(message)));
    exchange = new ExchangeView();
    getMetricGroup().gauge("nxsight_records", routing::records);
  }

  @Override
  public void processElement(StreamRecord<byte[]> element) throws Exception {
    byte[] packed = element.getValue();
    exchange.wrap(packed, Packing.HEADER_OCTETS, packed.length);
    while (exchange.next()) {
      routing.onExchange(exchange);
    }
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    routing.advance(EventTimes.before(mark));
    super.processWatermark(mark);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    routing.flush();
  }

  @Override
  public void finish() throws Exception {
    routing.flush();
    super.finish();
  }
}
