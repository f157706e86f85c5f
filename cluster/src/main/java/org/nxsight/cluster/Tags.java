package org.nxsight.cluster;

import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;
import org.nxsight.analysis.sharding.Destination;

/** How messages are told apart that leave an operator for different ones. */
final class Tags {
  /** Messages are octets for Flink. */
  static final TypeInformation<byte[]> OCTETS =
      PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;

  private Tags() {}

  static OutputTag<byte[]> of(Destination to) {
    return new OutputTag<>("to-" + to.name().toLowerCase(java.util.Locale.ROOT), OCTETS);
  }
}
