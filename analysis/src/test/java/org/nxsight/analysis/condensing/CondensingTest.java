package org.nxsight.analysis.condensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nxsight.analysis.causes.Explaining;
import org.nxsight.analysis.causes.Knowledge;
import org.nxsight.analysis.findings.Finding;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.Observation;
import org.nxsight.analysis.findings.Operator;
import org.nxsight.analysis.findings.Reports;
import org.nxsight.analysis.findings.Severity;
import org.nxsight.analysis.findings.Sighting;
import org.nxsight.analysis.findings.Traffic;
import org.nxsight.exchange.ExchangeView;

class CondensingTest {
  private static final long START = Traffic.START_NANOS;
  private static final Knowledge KNOWLEDGE = Knowledge.builtIn(LocalDate.of(2026, 3, 2));

  private final Explaining explaining = new Explaining(KNOWLEDGE, 1, 1 << 8);
  private final List<Finding> findings = new ArrayList<>();
  private Counting operator = new Counting();

  /** Reports every failure it has seen, as one finding. */
  private static final class Counting implements Operator {
    private long count;
    private long lastNanos;
    private long ticks;

    @Override
    public String name() {
      return "counting/1";
    }

    @Override
    public long keyOf(Observation observation) {
      return observation.qnameHash();
    }

    @Override
    public void onRecord(Observation observation) {
      count++;
      lastNanos = observation.epochNanos();
    }

    @Override
    public void onTime(long epochNanos, Reports reports) {
      ticks++;
      if (count > 0) {
        reports.onSighting(
            new Sighting(
                FindingKind.SPIKE, "all", Severity.INFO, 1, 0, lastNanos, count, 0, "{}", "x"));
      }
    }

    @Override
    public void snapshot(DataOutput out) throws IOException {
      out.writeLong(count);
      out.writeLong(lastNanos);
    }

    @Override
    public void merge(DataInput in) throws IOException {
      count += in.readLong();
      lastNanos = Math.max(lastNanos, in.readLong());
    }
  }

  private Condensing condensing() {
    return new Condensing(
        () -> {
          operator = new Counting();
          return List.of(operator);
        },
        explaining,
        1,
        Set.of(),
        findings::add);
  }

  private void play(Condensing condensing, Traffic traffic) throws IOException {
    traffic.each((ExchangeView exchange) ->
        condensing.onExchange(
            exchange, exchange.rcode() == 0 ? null : explaining.onExchange(exchange)));
  }

  private static Traffic traffic(long startNanos) throws IOException {
    Traffic traffic = new Traffic();
    for (int i = 0; i < 30; i++) {
      traffic.nxdomain(
          startNanos + i * Traffic.SECOND, "a" + i + ".example.com.", "A", "example.com.");
      traffic.add(startNanos + i * Traffic.SECOND, "www.example.com.", "A");
    }
    return traffic;
  }

  @Test
  void showsFailuresToOperatorsAndTheTimeEachTenSeconds() throws IOException {
    Condensing condensing = condensing();
    play(condensing, traffic(START));
    condensing.finish();
    assertThat(operator.count).isEqualTo(30);
    assertThat(operator.ticks).isEqualTo(4);
    assertThat(findings.getFirst().sighting().count()).isEqualTo(10);
    assertThat(findings.getLast().sighting().count()).isEqualTo(30);
    assertThat(condensing.opened()).containsEntry(FindingKind.SPIKE, 1L);
  }

  @Test
  void goesOnFromItsState() throws IOException {
    Condensing first = condensing();
    play(first, traffic(START));
    byte[] state = state(first);
    Condensing second = condensing();
    second.restore(new DataInputStream(new ByteArrayInputStream(state)));
    play(second, traffic(START + Traffic.MINUTE));
    assertThat(operator.count).isEqualTo(60);
  }

  @Test
  void beginsAnewWhenRecordsAreMuchOlderThanItsState() throws IOException {
    Condensing first = condensing();
    play(first, traffic(START));
    byte[] state = state(first);
    Condensing second = condensing();
    second.restore(new DataInputStream(new ByteArrayInputStream(state)));
    play(second, traffic(START - Traffic.DAY));
    second.finish();
    assertThat(operator.count).isEqualTo(30);
    assertThat(second.open().getFirst().openedNanos()).isLessThan(START);
  }

  @Test
  void refusesWhatIsNoStateAndKnowsNothingThen() throws IOException {
    Condensing first = condensing();
    play(first, traffic(START));
    byte[] state = state(first);
    state[state.length - 30] ^= 0x40;
    Condensing second = condensing();
    assertThatThrownBy(() ->
            second.restore(
                new DataInputStream(new ByteArrayInputStream(state, 0, state.length - 8))))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(
            () -> second.restore(new DataInputStream(new ByteArrayInputStream(new byte[99]))))
        .isInstanceOf(IOException.class)
        .hasMessage("not the state of findings of this version");
    assertThat(operator.count).isZero();
    assertThat(second.open()).isEmpty();
  }

  @Test
  void hasOtherOperatorsGoOnFromWhatIsKnown() throws IOException {
    Condensing condensing = condensing();
    play(condensing, traffic(START));
    Counting before = operator;
    condensing.replace(() -> {
      operator = new Counting();
      return List.of(operator);
    });
    play(condensing, traffic(START + Traffic.MINUTE));
    condensing.finish();
    assertThat(operator).isNotSameAs(before);
    assertThat(operator.count).isEqualTo(60);
    assertThat(condensing.opened()).containsEntry(FindingKind.SPIKE, 1L);
  }

  private static byte[] state(Condensing condensing) throws IOException {
    ByteArrayOutputStream state = new ByteArrayOutputStream();
    condensing.snapshot(new DataOutputStream(state));
    return state.toByteArray();
  }
}
