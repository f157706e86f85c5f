package org.nxsight.app.bus;

/** A record on its way to a topic: one NMSG container, or one finding as JSON. */
final class OutgoingRecord {
  /** What {@link #bucket} is when the key alone says where it goes. */
  static final int NO_BUCKET = -1;

  private final String topic;
  private final byte[] key;
  private final int bucket;
  private final int observations;
  private final long epochNanos;
  private final byte[] value;

  /**
   * @param key what Kafka keeps it under
   * @param bucket the number of the group of names, which says what partition it goes to; {@link
   *     #NO_BUCKET} when that is told by the key
   * @param observations how many there are in it
   * @param epochNanos the time of the first of them, in nanoseconds since 1970
   */
  OutgoingRecord(
      String topic, byte[] key, int bucket, int observations, long epochNanos, byte[] value) {
    this.topic = topic;
    this.key = key;
    this.bucket = bucket;
    this.observations = observations;
    this.epochNanos = epochNanos;
    this.value = value;
  }

  String topic() {
    return topic;
  }

  byte[] key() {
    return key;
  }

  int bucket() {
    return bucket;
  }

  int observations() {
    return observations;
  }

  long epochNanos() {
    return epochNanos;
  }

  byte[] value() {
    return value;
  }
}
