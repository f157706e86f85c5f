package org.nxsight.bench.stages;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.nxsight.bench.traffic.TrafficPlan;
import org.nxsight.capture.CaptureFile;
import org.nxsight.capture.Intake;
import org.nxsight.capture.Source;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Taking packets out of a capture in memory; an operation is one block, some 3,000 packets. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class PcapBenchmark {
  private final Frames frames = Frames.of(TrafficPlan.DEFAULT);
  private Source source = open();
  private long octets;
  private final Intake intake = Intake.ofPackets(this::count);

  private Source open() {
    try {
      return CaptureFile.open("traffic", new EndlessCapture(frames.capture()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Begins at the capture's start. */
  @Setup
  public void begin() {
    source = open();
  }

  /** Reads one block, and looks at each packet's length. */
  @Benchmark
  public long poll() throws IOException {
    source.poll(intake);
    return octets;
  }

  private void count(
      byte[] bytes, int offset, int length, int originalLength, long epochNanos, int linkType) {
    octets += length;
  }

  /** A capture that begins again with its first packet at its end. */
  private static final class EndlessCapture extends InputStream {
    private static final int HEADER_OCTETS = 24;

    private final byte[] capture;
    private int at;

    EndlessCapture(byte[] capture) {
      this.capture = capture;
    }

    @Override
    public int read() {
      return capture[at++] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      if (at == capture.length) {
        at = HEADER_OCTETS;
      }
      int count = Math.min(length, capture.length - at);
      System.arraycopy(capture, at, bytes, offset, count);
      at += count;
      return count;
    }
  }
}
