package org.nxsight.cluster;

import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The records of a topic, each one container of NMSG, as packed exchanges. They are unpacked where
 * they are read, because only what is in them tells their time, which watermarks are made of.
 */
final class ContainerRecords implements KafkaRecordDeserializationSchema<byte[]> {
  private static final long serialVersionUID = 1;

  private final long seed;
  private transient Unpacking unpacking;

  @SuppressWarnings("NullAway.Init") // Flink opens it before it is used
  ContainerRecords(long seed) {
    this.seed = seed;
  }

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    unpacking = new Unpacking(seed);
    context.getMetricGroup().gauge("nxsight_malformed_containers", unpacking::malformed);
    context.getMetricGroup().gauge("nxsight_unpaired_messages", unpacking::unpaired);
    context.getMetricGroup().gauge("nxsight_left_out_payloads", unpacking::leftOut);
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<byte[]> out) {
    if (record.value() != null) {
      unpacking.take(record.value(), out::collect);
    }
  }

  @Override
  public TypeInformation<byte[]> getProducedType() {
    return Tags.OCTETS;
  }
}
