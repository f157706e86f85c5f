package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.capture.Intake;
import org.nxsight.capture.Source;

/** A live run over sources and a clock of the test's own. */
class LiveTrafficTest {
  private static final long START_NANOS = 1_700_000_000_000_000_000L;
  private static final long TENTH_NANOS = 100_000_000L;

  /** A raw IPv4 datagram with the query {@code a. A}. */
  private static final byte[] QUERY =
      HexFormat.of()
          .parseHex(
              "4500002f00010000401100000a0000010a00000200350035001b0000"
                  + "12340000000100000000000001610000010001");

  @TempDir private Path directory = Path.of(".");

  private final StopSignal stop = new StopSignal();
  private long nowNanos = 42;

  /** One query, then silence; each poll lasts a tenth of a second. */
  private final class Silence implements Source {
    private int polls;

    @Override
    public boolean poll(Intake intake) {
      nowNanos += TENTH_NANOS;
      if (polls++ == 0) {
        intake.packets().onPacket(QUERY, 0, QUERY.length, QUERY.length, START_NANOS, 101);
      }
      return true;
    }

    @Override
    public long inputOctets() {
      return 0;
    }

    @Override
    public long dropped() {
      return 7;
    }

    @Override
    public void close() {}
  }

  /** A source that ends the run after so many polls. */
  private final class Stopping implements Source {
    private int polls;

    Stopping(int polls) {
      this.polls = polls;
    }

    @Override
    public boolean poll(Intake intake) {
      if (polls-- == 0) {
        stop.request();
      }
      return true;
    }

    @Override
    public long inputOctets() {
      return 0;
    }

    @Override
    public void close() {}
  }

  private static final class Failing implements Source {
    @Override
    public boolean poll(Intake intake) throws IOException {
      throw new IOException("the cable is gone");
    }

    @Override
    public long inputOctets() {
      return 0;
    }

    @Override
    public long dropped() {
      return 3;
    }

    @Override
    public void close() {}
  }

  @Test
  void givesUpOpenQueriesThoughNothingComes() throws Exception {
    try (OutputDirectory output = OutputDirectory.open(directory.resolve("out"))) {
      LiveTraffic traffic = new LiveTraffic(List.of(new Silence(), new Stopping(110)), this::now);
      Pipeline pipeline = pipeline(output);
      pipeline.start();
      traffic.feed(pipeline, stop, new LiveProgress(System.err, false, 0));

      assertThat(pipeline.packets()).isEqualTo(1);
      assertThat(pipeline.openQueries()).isZero();
      assertThat(pipeline.counts().exchanges().unanswered()).isEqualTo(1);
      traffic.close();
      assertThat(traffic.dropped()).isEqualTo(7);
      pipeline.finish();
    }
  }

  @Test
  void keepsQueriesOpenWhileTheirTimeIsNotUp() throws Exception {
    try (OutputDirectory output = OutputDirectory.open(directory.resolve("out"))) {
      LiveTraffic traffic = new LiveTraffic(List.of(new Silence(), new Stopping(90)), this::now);
      Pipeline pipeline = pipeline(output);
      pipeline.start();
      traffic.feed(pipeline, stop, new LiveProgress(System.err, false, 0));
      assertThat(pipeline.openQueries()).isEqualTo(1);
      pipeline.finish();
    }
  }

  @Test
  void goesOnWithTheOthersWhenASourceFails() throws Exception {
    try (OutputDirectory output = OutputDirectory.open(directory.resolve("out"))) {
      LiveTraffic traffic =
          new LiveTraffic(List.of(new Failing(), new Silence(), new Stopping(5)), this::now);
      Pipeline pipeline = pipeline(output);
      pipeline.start();
      traffic.feed(pipeline, stop, new LiveProgress(System.err, false, 0));
      assertThat(pipeline.packets()).isEqualTo(1);
      assertThat(traffic.dropped()).isEqualTo(10);
      assertThat(traffic.complaints()).singleElement().asString().contains("the cable is gone");
      pipeline.finish();
    }
  }

  private long now() {
    return nowNanos;
  }

  private Pipeline pipeline(OutputDirectory output) throws IOException {
    return new Pipeline(Plans.into(directory, Set.of()), output, true);
  }
}
