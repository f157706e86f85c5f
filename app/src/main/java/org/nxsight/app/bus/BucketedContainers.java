package org.nxsight.app.bus;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.nxsight.channels.Destination;
import org.nxsight.wire.nmsg.ContainerWriter;
import org.nxsight.wire.nmsg.NmsgPayload;

/**
 * A channel as records of a topic: each an NMSG container with observations of one bucket of names
 * ({@link Buckets}), numbered in a sequence of its bucket so that a reader can tell what is
 * missing. A container goes when it has 400 observations or 128 KiB, or when two seconds of record
 * time have passed since its first one.
 */
final class BucketedContainers implements Destination {
  /** Enough that compression has much to compare and the overhead of a record is nothing. */
  static final int MOST_OBSERVATIONS = 400;

  /** 400 observations of raw passive DNS have some 137 kB. */
  private static final int CONTAINER_OCTETS = 128 << 10;

  static final long MAX_WAIT_NANOS = 2_000_000_000L;

  /** How often it is looked for containers that have waited long enough, in record time. */
  private static final long LOOK_NANOS = 100_000_000L;

  private final Bus bus;
  private final String topic;
  private final Random random;
  private final Buckets buckets = new Buckets();
  private final @Nullable Open[] open = new Open[Buckets.COUNT];
  private long nextLookNanos = Long.MIN_VALUE;

  /** The container of a bucket that is being filled. */
  private static final class Open {
    private final ContainerWriter container = new ContainerWriter(CONTAINER_OCTETS);
    private long firstNanos;
  }

  /**
   * @param random gives each bucket the id of its sequence
   */
  BucketedContainers(Bus bus, String topic, Random random) {
    this.bus = bus;
    this.topic = topic;
    this.random = random;
  }

  @Override
  public void put(long epochNanos, NmsgPayload payload) throws IOException {
    int bucket = buckets.of(payload);
    Open filled = filled(bucket);
    int octets = payload.encodedOctets();
    int at = begin(filled, payload, epochNanos, octets);
    if (at < 0) {
      send(bucket, filled);
      at = begin(filled, payload, epochNanos, octets);
    }
    if (filled.container.payloads() == 0) {
      filled.firstNanos = epochNanos;
    }
    payload.encode(filled.container.buffer(), at);
    filled.container.close();
    if (filled.container.payloads() == MOST_OBSERVATIONS) {
      send(bucket, filled);
    }
    onTime(epochNanos);
  }

  private Open filled(int bucket) {
    Open filled = open[bucket];
    if (filled == null) {
      filled = new Open();
      filled.container.setSequence(random.nextLong());
      open[bucket] = filled;
    }
    return filled;
  }

  private static int begin(Open filled, NmsgPayload payload, long epochNanos, int octets) {
    return filled.container.open(payload.vendor(), payload.messageType(), epochNanos, 0, octets);
  }

  @Override
  public void onTime(long reachedNanos) throws IOException {
    if (reachedNanos < nextLookNanos) {
      return;
    }
    nextLookNanos = reachedNanos + LOOK_NANOS;
    for (int bucket = 0; bucket < Buckets.COUNT; bucket++) {
      Open filled = open[bucket];
      if (filled != null && reachedNanos - filled.firstNanos >= MAX_WAIT_NANOS) {
        send(bucket, filled);
      }
    }
  }

  private void send(int bucket, Open filled) throws IOException {
    ContainerWriter container = filled.container;
    int observations = container.payloads();
    if (observations == 0) {
      return;
    }
    int length = container.finish();
    int start = container.start();
    byte[] value = Arrays.copyOfRange(container.buffer(), start, start + length);
    container.reset();
    bus.put(
        new OutgoingRecord(
            topic, Buckets.key(bucket), bucket, observations, filled.firstNanos, value));
  }

  private void sendAll() throws IOException {
    for (int bucket = 0; bucket < Buckets.COUNT; bucket++) {
      Open filled = open[bucket];
      if (filled != null) {
        send(bucket, filled);
      }
    }
  }

  /** Waits until all of it has been acknowledged, since others build on that. */
  @Override
  public void cut() throws IOException {
    sendAll();
    bus.awaitDelivered();
  }

  @Override
  public void close() throws IOException {
    sendAll();
  }

  @Override
  public void abort() {
    // What has not been handed over is gone with the run.
  }
}
