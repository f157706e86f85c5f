package org.nxsight.cluster;

import org.apache.flink.api.common.serialization.SerializationSchema;

/** Octets as they are. */
final class Plain implements SerializationSchema<byte[]> {
  private static final long serialVersionUID = 1;

  @Override
  public byte[] serialize(byte[] octets) {
    return octets;
  }
}
