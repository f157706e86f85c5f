package org.nxsight.analysis.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nxsight.analysis.cut.PublicSuffixes;
import org.nxsight.analysis.cut.Wire;

/** What the table of names that were answered remembers, and what it forgets. */
class ExistingTest {
  private static final int A = 1;
  private static final int AAAA = 28;
  private static final long TIME = 1_795_493_400L;
  private static final long HOUR = 3_600;

  private final Recollection found = new Recollection();

  @Test
  void remembersWhenANameWasAnsweredAtFirstAndLast() {
    Existing existing = new Existing(16, 1);
    answer(existing, "www.example.com", A, TIME + HOUR);
    answer(existing, "www.example.com", A, TIME);
    answer(existing, "www.example.com", A, TIME + 2 * HOUR);
    recall(existing, "www.example.com", A);
    assertThat(found.nameFirst()).isEqualTo(TIME);
    assertThat(found.nameLast()).isEqualTo(TIME + 2 * HOUR);
    recall(existing, "mail.example.com", A);
    assertThat(found.nameLast()).isEqualTo(Recollection.NEVER);
    assertThat(found.domainFirst()).isEqualTo(TIME);
    assertThat(found.domainLast()).isEqualTo(TIME + 2 * HOUR);
    recall(existing, "www.example.org", A);
    assertThat(found.domainLast()).isEqualTo(Recollection.NEVER);
  }

  @Test
  void tellsTheTypesThatWereAnsweredLately() {
    Existing existing = new Existing(16, 1);
    answer(existing, "www.example.com", AAAA, TIME);
    recall(existing, "www.example.com", AAAA);
    assertThat(found.isSameType()).isTrue();
    answer(existing, "www.example.com", A, TIME + Existing.LATELY_SECONDS);
    recall(existing, "www.example.com", AAAA);
    assertThat(found.isSameType()).isTrue();
    answer(existing, "www.example.com", A, TIME + 3 * Existing.LATELY_SECONDS);
    recall(existing, "www.example.com", AAAA);
    assertThat(found.isSameType()).isFalse();
    recall(existing, "www.example.com", 0);
    assertThat(found.isSameType()).isTrue();
  }

  @Test
  void forgetsWhatWasSilentForLongest() {
    Existing existing = new Existing(4, 1);
    for (int i = 0; i < 1_000; i++) {
      answer(existing, "h" + i, A, TIME + i);
    }
    for (int i = 0; i < 1_000; i++) {
      recall(existing, "h" + i, A);
      assertThat(found.nameLast()).isEqualTo(i < 996 ? Recollection.NEVER : TIME + i);
    }
  }

  @Test
  void countsTheServersThatRefuseAName() {
    Existing existing = new Existing(16, 1);
    byte[] name = Wire.of("www.example.com");
    existing.onRefusal(name, 0, 5, TIME);
    existing.onRefusal(name, 0, 5, TIME);
    existing.recallServers(name, 0, 4, found);
    assertThat(found.refusingServers()).isEqualTo(1);
    existing.onRefusal(name, 0, -6, TIME + 1);
    existing.recallServers(name, 0, 4, found);
    assertThat(found.refusingServers()).isEqualTo(2);
    existing.onRefusal(name, 0, 5, TIME + HOUR);
    existing.recallServers(name, 0, 4, found);
    assertThat(found.refusingServers()).isEqualTo(1);
    recall(existing, "www.example.com", A);
    assertThat(found.nameLast()).isEqualTo(Recollection.NEVER);
  }

  @Test
  void takesTimesThatCannotBe() {
    Existing existing = new Existing(16, 1);
    answer(existing, "www.example.com", A, Long.MAX_VALUE);
    answer(existing, "www.example.com", A, Long.MIN_VALUE);
    recall(existing, "www.example.com", A);
    assertThat(found.nameFirst()).isZero();
    assertThat(found.nameLast()).isEqualTo(0xffff_ffffL);
  }

  private static void answer(Existing existing, String name, int qtype, long seconds) {
    byte[] wire = Wire.of(name);
    existing.onAnswer(wire, 0, PublicSuffixes.registrableOffset(wire, 0), qtype, false, seconds);
  }

  private void recall(Existing existing, String name, int qtype) {
    byte[] wire = Wire.of(name);
    existing.recall(wire, 0, PublicSuffixes.registrableOffset(wire, 0), qtype, found);
  }
}
