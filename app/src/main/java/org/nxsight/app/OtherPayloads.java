package org.nxsight.app;

import java.util.Map;
import java.util.TreeMap;
import org.nxsight.channels.form.MessageTypes;
import org.nxsight.exchange.Observations;

/** NMSG payloads of types that are not read. */
final class OtherPayloads {
  private OtherPayloads() {}

  /** How many came, by their types' names. */
  static Map<String, Long> byName(Observations observations) {
    Map<String, Long> byName = new TreeMap<>();
    observations
        .otherTypes()
        .forEach((type, count) -> byName.put("nmsg_payloads_of " + name(type), count));
    return byName;
  }

  private static String name(long type) {
    return type < 0 ? "more types" : MessageTypes.name((int) (type >>> 32), (int) type);
  }
}
