package org.nxsight.bench.traffic;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Makes up a capture: stories start at random intervals, and what they have to come waits on the
 * agenda. Packets stand in order of time, except where a story says otherwise.
 */
public final class Traffic {
  /** 2026-01-01 00:00 UTC. */
  private static final long START_NANOS = 1_767_225_600_000_000_000L;

  private static final long TIMEOUT_NANOS = 10_000_000_000L;
  private static final long LATE_NANOS = TIMEOUT_NANOS + 500_000_000L;
  private static final long LATE_SPREAD_NANOS = 3_000_000_000L;
  private static final long EARLY_NANOS = 50_000;
  private static final long EARLY_SPREAD_NANOS = 5_000_000;
  private static final long DISORDER_NANOS = 2_000_000;
  private static final long TWIN_NANOS = 10_000;
  private static final long REUSE_NANOS = 200_000;

  private final TrafficPlan plan;
  private final CaptureWriter out;
  private final Truth truth = new Truth();
  private final Agenda agenda = new Agenda();
  private final Exchange exchange;
  private final Dice dice = new Dice();
  private long started;
  private long pending;
  private long nowNanos = START_NANOS;

  private Traffic(TrafficPlan plan, OutputStream out) {
    this.plan = plan;
    this.out = new CaptureWriter(out, plan.nanoseconds());
    exchange = new Exchange(plan);
    dice.reset(plan.seed(), -1);
  }

  /**
   * Writes a capture.
   *
   * @param out takes it, and is closed
   * @return what is in it
   */
  public static Truth write(TrafficPlan plan, OutputStream out) throws IOException {
    Traffic traffic = new Traffic(plan, out);
    try (CaptureWriter writer = traffic.out) {
      traffic.writeAll();
      assert writer == traffic.out;
    }
    return traffic.truth;
  }

  private void writeAll() throws IOException {
    double startsPerSecond = plan.packetsPerSecond() / plan.packetsPerStart();
    long gapNanos = Math.max(1, (long) (2e9 / startsPerSecond));
    while (plan.packets() - truth.packets() - pending >= Story.MAX_PACKETS) {
      long next = nowNanos + dice.below(gapNanos);
      playUntil(next);
      nowNanos = next;
      if (dice.chance(plan.noiseShare())) {
        writeNoise();
      } else {
        begin(Story.at(dice.share(), plan.silentShare()));
      }
    }
    playUntil(Long.MAX_VALUE);
    while (truth.packets() < plan.packets()) {
      writeNoise();
    }
  }

  private void playUntil(long epochNanos) throws IOException {
    while (!agenda.isEmpty() && agenda.nextNanos() <= epochNanos) {
      nowNanos = agenda.nextNanos();
      long number = agenda.remove();
      play(Step.in(number), Step.exchangeIn(number));
    }
  }

  private void play(Step step, long number) throws IOException {
    exchange.recall(number, step.round());
    if (step.keepsQuestion()) {
      exchange.keepQuestion();
    }
    if (step == Step.FORGED_RESPONSE) {
      exchange.forge();
    }
    long stampNanos = step == Step.OLD_QUERY ? nowNanos - DISORDER_NANOS : nowNanos;
    for (int copies = step == Step.RESPONSE_TWICE ? 2 : 1; copies > 0; copies--) {
      int frame = out.open();
      int octets =
          step.isQuery()
              ? exchange.writeQuery(out.block(), frame)
              : exchange.writeResponse(out.block(), frame);
      truth.onPacket(octets, out.close(octets, octets, stampNanos));
      pending--;
    }
  }

  private void writeNoise() throws IOException {
    Noise noise = Noise.roll(dice);
    int frame = out.open();
    int octets = noise.write(out.block(), frame, dice);
    int captured = noise.capturedOctets(octets);
    truth.onPacket(octets, out.close(captured, octets, nowNanos));
    truth.onLeftOut(noise.reason());
  }

  private void begin(Story story) throws IOException {
    long number = started++;
    pending += story.packets();
    exchange.recall(number, 0);
    long delayNanos = exchange.delayNanos();
    count(story, number);
    switch (story) {
      case UNSOLICITED, EARLY, DISORDERED -> play(Step.RESPONSE, number);
      default -> play(Step.QUERY, number);
    }
    switch (story) {
      case SILENT, UNSOLICITED -> {}
      case PLAIN -> later(Step.RESPONSE, number, delayNanos);
      case LATE -> later(Step.RESPONSE, number, LATE_NANOS + dice.below(LATE_SPREAD_NANOS));
      case REPEATED_QUERY -> {
        later(Step.QUERY, number, delayNanos / 2);
        later(Step.RESPONSE, number, delayNanos);
      }
      case DUPLICATE_RESPONSE -> later(Step.RESPONSE_TWICE, number, delayNanos);
      case EARLY -> later(Step.QUERY, number, EARLY_NANOS + dice.below(EARLY_SPREAD_NANOS));
      case DISORDERED ->
          later(Step.OLD_QUERY, number, EARLY_NANOS + dice.below(EARLY_SPREAD_NANOS));
      case FORGED -> {
        later(Step.FORGED_RESPONSE, number, delayNanos / 2);
        later(Step.RESPONSE, number, delayNanos);
      }
      case REUSED_ID -> {
        later(Step.RESPONSE, number, delayNanos);
        second(Step.SECOND_RESPONSE, number, delayNanos + REUSE_NANOS);
      }
      case TWINS -> {
        later(Step.RESPONSE_WITH_QUESTION, number, delayNanos);
        second(Step.SECOND_RESPONSE_WITH_QUESTION, number, TWIN_NANOS);
      }
    }
  }

  private void second(Step response, long number, long queryNanos) {
    later(Step.SECOND_QUERY, number, queryNanos);
    exchange.recall(number, response.round());
    later(response, number, queryNanos + exchange.delayNanos());
  }

  private void later(Step step, long number, long nanos) {
    agenda.add(nowNanos + nanos, step.of(number));
  }

  private void count(Story story, long number) {
    switch (story) {
      case PLAIN, EARLY, DISORDERED -> truth.onAnswered(exchange);
      case SILENT -> truth.onUnanswered();
      case LATE -> {
        truth.onUnanswered();
        truth.onUnsolicited(exchange);
      }
      case REPEATED_QUERY -> {
        truth.onRepeatedQuery();
        truth.onAnswered(exchange);
      }
      case DUPLICATE_RESPONSE -> {
        truth.onAnswered(exchange);
        truth.onDuplicateResponse(exchange);
      }
      case UNSOLICITED -> truth.onUnsolicited(exchange);
      case FORGED -> {
        truth.onAnswered(exchange);
        truth.onUnsolicited(exchange);
      }
      case REUSED_ID, TWINS -> {
        truth.onAnswered(exchange);
        exchange.recall(number, 1);
        truth.onAnswered(exchange);
      }
    }
  }

  /** The zones that all names are in, as text with a dot at the end. */
  public static List<String> zones() {
    return Qname.zones();
  }
}
