package org.nxsight.channels.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsight.channels.answers.Responses.address;
import static org.nxsight.channels.answers.Responses.name;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How equal RRsets are counted, and when they leave the window. */
class DeduplicationTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Name TEST = name("test.");

  private final List<SeenRrset> left = new ArrayList<>();

  @Test
  void countsEqualSetsAndKeepsTheirFirstAndLastTime() throws IOException {
    Deduplication window = window(Deduplication.MAX_OCTETS);
    window.add(set("a.test.", "192.0.2.1"), in(TEST), 5);
    window.add(set("A.test.", "192.0.2.1"), in(TEST), 9);
    window.add(set("a.test.", "192.0.2.1"), in(TEST), 3);
    window.drain();
    assertThat(left)
        .containsExactly(
            new SeenRrset(set("a.test.", "192.0.2.1"), TEST, ZoneSource.DELEGATION, 3, 3, 9));
    assertThat(window.size()).isZero();
  }

  @Test
  void tellsSetsOfOtherDataOrBailiwickApart() throws IOException {
    Deduplication window = window(Deduplication.MAX_OCTETS);
    window.add(set("a.test.", "192.0.2.1"), in(TEST), 1);
    window.add(set("a.test.", "192.0.2.2"), in(TEST), 2);
    window.add(set("a.test.", "192.0.2.1"), in(name("a.test.")), 3);
    window.drain();
    assertThat(left).extracting(SeenRrset::firstNanos).containsExactly(1L, 2L, 3L);
  }

  @Test
  void emptiesItselfWhenRoomIsShort() throws IOException {
    Deduplication window = window(2_000);
    for (int i = 0; i < 100; i++) {
      window.add(set("often.test.", "192.0.2.1"), in(TEST), i);
      window.add(set("n" + i + ".test.", "192.0.2.1"), in(TEST), i);
    }
    assertThat(window.size()).isBetween(2, 40);
    assertThat(window.pushedOut()).isEqualTo(left.size()).isPositive();
    window.drain();
    assertThat(left.stream().filter(seen -> seen.rrset().rrname().equals(name("often.test."))))
        .hasSizeBetween(4, 10)
        .extracting(SeenRrset::count)
        .satisfies(counts -> assertThat(counts.stream().mapToLong(c -> c).sum()).isEqualTo(100));
  }

  @Test
  void countsTheManyOwnersOfOneAnswerUnderTheWildcard() throws IOException {
    Deduplication window = new Deduplication(Deduplication.MAX_OCTETS, 100, 1, left::add);
    for (int i = 0; i < 1_000; i++) {
      window.add(set("n" + i + ".w.test.", "192.0.2.1"), in(TEST), i);
      window.add(set("n" + i + ".w.test.", "192.0.2." + i % 11), in(TEST), i);
      window.add(set("n5.w.test.", "192.0.2.1"), in(TEST), i); // has a row of its own, and keeps it
    }
    window.drain();
    assertThat(window.folded())
        .isEqualTo(left.stream().filter(this::isWild).mapToLong(SeenRrset::count).sum());
    assertThat(left)
        .filteredOn(seen -> seen.rrset().equals(set("*.w.test.", "192.0.2.1")))
        .hasSize(1);
    assertThat(left)
        .filteredOn(seen -> seen.rrset().equals(set("n5.w.test.", "192.0.2.1")))
        .extracting(SeenRrset::count)
        .containsExactly(1_001L);
    assertThat(left.stream().mapToLong(SeenRrset::count).sum()).isEqualTo(3_000);
    assertThat(left.stream().filter(seen -> !isWild(seen)).count()).isLessThanOrEqualTo(1_100);
  }

  private boolean isWild(SeenRrset seen) {
    return seen.rrset().rrname().toString().startsWith("*.");
  }

  @Test
  void takesManyDelegationsToTheSameServersForNoWildcard() throws IOException {
    Deduplication window = new Deduplication(Deduplication.MAX_OCTETS, 100, 1, left::add);
    for (int i = 0; i < 1_000; i++) {
      Octets server = Octets.copyOf(new byte[] {2, 'n', 's', 0}, 0, 4);
      window.add(new Rrset(name("n" + i + ".test."), 2, 1, List.of(server)), in(TEST), i);
    }
    window.drain();
    assertThat(left).hasSize(1_000);
    assertThat(window.folded()).isZero();
  }

  @Test
  void keepsOneSetThatIsLargerThanAllRoom() throws IOException {
    Deduplication window = window(100);
    Octets large = Octets.copyOf(new byte[60_000], 0, 60_000);
    Rrset rrset = new Rrset(name("large.test."), 16, 1, List.of(large, address("192.0.2.1")));
    window.add(rrset, new Placement(null, ZoneSource.NOTHING), 7);
    window.add(set("a.test.", "192.0.2.1"), in(TEST), 8);
    window.drain();
    assertThat(left)
        .containsExactly(
            new SeenRrset(rrset, null, ZoneSource.NOTHING, 1, 7, 7),
            new SeenRrset(set("a.test.", "192.0.2.1"), TEST, ZoneSource.DELEGATION, 1, 8, 8));
  }

  @Test
  void losesNoneAndGivesTheSameRecordsForTheSameInput() throws IOException {
    long seed = System.nanoTime();
    assertThat(run(seed)).as("seed " + seed).isEqualTo(run(seed));
    assertThat(left.stream().mapToLong(SeenRrset::count).sum()).isEqualTo(2 * 10_000);
  }

  /** "Aa" and "BB" have the same hash, and so has every row of as many of them. */
  @Test
  @Timeout(20)
  void setsMadeToHaveEqualHashesCostNoLongWalks() throws IOException {
    Deduplication window = window(Deduplication.MAX_OCTETS);
    int sets = 1 << 15;
    for (int i = 0; i < 2 * sets; i++) {
      byte[] rdata = new byte[30];
      for (int bit = 0; bit < 15; bit++) {
        boolean first = (i >> bit & 1) == 0;
        rdata[2 * bit] = (byte) (first ? 'A' : 'B');
        rdata[2 * bit + 1] = (byte) (first ? 'a' : 'B');
      }
      Rrset rrset = new Rrset(TEST, 16, 1, List.of(Octets.copyOf(rdata, 0, rdata.length)));
      window.add(rrset, in(TEST), i);
    }
    assertThat(window.size()).isEqualTo(sets);
    window.drain();
    assertThat(left).hasSize(sets).allMatch(seen -> seen.count() == 2);
  }

  private List<SeenRrset> run(long seed) throws IOException {
    Random random = new Random(seed);
    int from = left.size();
    Deduplication window = window(20_000);
    for (int i = 0; i < 10_000; i++) {
      long time = i * SECOND + random.nextInt(1_000);
      String rrname = "n" + (int) Math.abs(random.nextGaussian() * 50) + ".test.";
      window.add(set(rrname, "192.0.2." + random.nextInt(3)), in(TEST), time);
    }
    window.drain();
    return List.copyOf(left.subList(from, left.size()));
  }

  private Deduplication window(int maxOctets) {
    return new Deduplication(maxOctets, System.nanoTime(), left::add);
  }

  private static Placement in(Name bailiwick) {
    return new Placement(bailiwick, ZoneSource.DELEGATION);
  }

  private static Rrset set(String rrname, String address) {
    return new Rrset(name(rrname), 1, 1, List.of(address(address)));
  }
}
