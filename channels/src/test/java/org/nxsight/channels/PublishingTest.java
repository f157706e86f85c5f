package org.nxsight.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nxsight.exchange.BatchQueue;
import org.nxsight.wire.nmsg.NmsgPayload;

/** What becomes of the stage when a destination fails. */
class PublishingTest {
  private boolean aborted;

  /** Whatever it is: a run that committed what was not written would lose it for good. */
  @Test
  void keepsAFailureThatIsABugToo() {
    BatchQueue queue = new BatchQueue();
    Publishing publishing =
        new Publishing(queue.stage(0), new Records(), List.of(new Failing()), List.of());
    queue.end();

    publishing.run();

    assertThat(publishing.failure()).hasMessage("no such index");
    assertThat(aborted).isTrue();
    assertThatThrownBy(queue::awaitIdle).isInstanceOf(BatchQueue.AbandonedException.class);
  }

  private final class Failing implements Destination {
    @Override
    public void put(long epochNanos, NmsgPayload payload) {}

    @Override
    public void onTime(long reachedNanos) {}

    @Override
    public void cut() {}

    @Override
    public void close() {
      throw new IndexOutOfBoundsException("no such index");
    }

    @Override
    public void abort() {
      aborted = true;
    }
  }
}
