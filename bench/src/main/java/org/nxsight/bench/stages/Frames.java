package org.nxsight.bench.stages;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.nxsight.bench.traffic.Traffic;
import org.nxsight.bench.traffic.TrafficPlan;
import org.nxsight.capture.CaptureFile;
import org.nxsight.capture.Intake;
import org.nxsight.capture.PacketHandler;
import org.nxsight.capture.Source;

/** A made-up capture in memory, with the place, length and time of each frame. */
final class Frames {
  /** Of many captures alike; a benchmark needs the number at compile time. */
  static final int COUNT = 1 << 16;

  private final byte[] capture;
  private final int[] offsets;
  private final int[] lengths;
  private final long[] nanos;
  private int count;
  private int offset = 24;

  Frames(TrafficPlan plan) {
    int packets = Math.toIntExact(plan.packets());
    offsets = new int[packets];
    lengths = new int[packets];
    nanos = new long[packets];
    ByteArrayOutputStream out = new ByteArrayOutputStream(packets * 170);
    try {
      Traffic.write(plan, out);
      capture = out.toByteArray();
      Intake intake = Intake.ofPackets(this::index);
      try (Source source = CaptureFile.open("traffic", new ByteArrayInputStream(capture))) {
        while (source.poll(intake)) {}
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Traffic of {@link #COUNT} packets. */
  static Frames of(TrafficPlan plan) {
    return new Frames(plan.with(COUNT, plan.seed()));
  }

  private void index(
      byte[] bytes, int at, int length, int originalLength, long epochNanos, int linkType) {
    offsets[count] = offset + 16;
    lengths[count] = length;
    nanos[count++] = epochNanos;
    offset += 16 + length;
  }

  /** The capture file's octets. */
  byte[] capture() {
    return capture;
  }

  /** Hands all frames on, with so much added to their time. */
  void replay(PacketHandler handler, long shiftNanos) {
    for (int i = 0; i < count; i++) {
      handler.onPacket(capture, offsets[i], lengths[i], lengths[i], nanos[i] + shiftNanos, 1);
    }
  }

  /** From the first to the last frame. */
  long spanNanos() {
    return Arrays.stream(nanos).max().orElse(0) - Arrays.stream(nanos).min().orElse(0);
  }
}
