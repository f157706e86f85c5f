package org.nxsight.analysis.dnsbl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.nxsight.analysis.cut.Wire;

class LearnedListsTest {
  private static final int A = 1;
  private static final int TXT = 16;
  private static final int AAAA = 28;

  private final Random random = new Random(4);
  private final LearnedLists lists = new LearnedLists();

  @Test
  void learnsAListAfter200Questions() {
    ask(199, i -> address() + ".rbl.unknown.example", A, true);
    assertThat(find("4.3.2.1.rbl.unknown.example")).isFalse();
    ask(1, i -> address() + ".rbl.unknown.example", TXT, true);
    assertThat(find("4.3.2.1.rbl.unknown.example")).isTrue();
    assertThat(find("www.rbl.unknown.example")).isFalse();
    assertThat(find("5.4.3.2.1.rbl.unknown.example")).isFalse();
    assertThat(find("4.3.2.1.other.example")).isFalse();
    assertThat(lists.learned()).isEqualTo(1);
  }

  @Test
  void doesNotTakeDialUpNamesForAList() {
    // One provider's few networks, missing; and many networks, whose names exist.
    ask(1_000, i -> i % 256 + "." + i % 9 + ".168.192.dyn.isp.example", A, true);
    ask(1_000, i -> address() + ".dyn.big.example", A, false);
    assertThat(find("4.3.2.1.dyn.isp.example")).isFalse();
    assertThat(find("4.3.2.1.dyn.big.example")).isFalse();
  }

  @Test
  void learnsNothingOfTheReverseTree() {
    ask(1_000, i -> address() + ".in-addr.arpa", A, true);
    assertThat(lists.learned()).isZero();
  }

  @Test
  void doesNotTakeAZoneForAListWhoseNamesAreMostlyOthers() {
    ask(300, i -> address() + ".zone.example", A, true);
    assertThat(find("4.3.2.1.zone.example")).isTrue();
    ask(40, i -> "host" + i + ".zone.example", A, true);
    assertThat(find("4.3.2.1.zone.example")).isFalse();
  }

  @Test
  void doesNotTakeAZoneForAListThatIsAskedForOtherTypes() {
    ask(300, i -> address() + ".zone.example", A, true);
    ask(1, i -> address() + ".zone.example", AAAA, true);
    assertThat(find("4.3.2.1.zone.example")).isTrue();
    ask(10, i -> address() + ".zone.example", AAAA, true);
    assertThat(find("4.3.2.1.zone.example")).isFalse();
  }

  @Test
  void keepsABusyListWhenManyZonesWantAPlace() {
    for (int round = 0; round < 100; round++) {
      int of = round;
      ask(100, i -> address() + ".rbl.unknown.example", A, true);
      ask(300, i -> address() + ".z" + i + "x" + of + ".example", A, true);
    }
    assertThat(find("4.3.2.1.rbl.unknown.example")).isTrue();
  }

  @Test
  void goesOnFromASnapshotAndAddsUp() {
    ask(120, i -> address() + ".rbl.unknown.example", A, true);
    LearnedLists half = new LearnedLists();
    half.restore(lists.snapshot());
    half.merge(lists);
    assertThat(find("4.3.2.1.rbl.unknown.example")).isFalse();
    assertThat(half.find(Wire.of("4.3.2.1.rbl.unknown.example"), 0)).isEqualTo(8);
    assertThatIllegalArgumentException().isThrownBy(() -> half.restore(new byte[3]));
  }

  private void ask(int times, IntFunction<String> qname, int qtype, boolean nxdomain) {
    for (int i = 0; i < times; i++) {
      lists.onRecord(Wire.of(qname.apply(i)), 0, qtype, nxdomain);
    }
  }

  private String address() {
    return random.nextInt(256)
        + "."
        + random.nextInt(256)
        + "."
        + random.nextInt(256)
        + "."
        + random.nextInt(256);
  }

  private boolean find(String qname) {
    return lists.find(Wire.of(qname), 0) >= 0;
  }
}
