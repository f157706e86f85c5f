package org.nxsight.analysis.typo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nxsight.analysis.cut.PublicSuffixes;
import org.nxsight.analysis.cut.Wire;

/** The figures of the typo index: what it finds, whom it blames, and what it leaves alone. */
class GeneratedTyposTest {
  private static final long SEED = 20261124;
  private static final String CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789-";
  private static final String[] STARTS = {
    "b", "c", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "z", "st", "tr",
    "br", "pl", "ch", "sh", "gr", "cl"
  };
  private static final String[] VOWELS = {"a", "e", "i", "o", "u", "ai", "ea", "ou", "io"};
  private static final String[] ENDS = {"", "", "n", "r", "s", "t", "l", "m", "nd", "ck"};

  private final Random random = new Random(SEED);
  private final List<Target> targets = new ArrayList<>(Targets.builtIn().all());
  private final TypoMatch match = new TypoMatch(new TypoIndex(targets));

  @Test
  void findsEverySingleEditAndNearlyAlwaysTheRightTarget() {
    Map<String, Target> byLabel = new HashMap<>();
    targets.forEach(target -> byLabel.put(label(target), target));
    int asked = 0;
    int right = 0;
    while (asked < 20_000) {
      Target target = targets.get(random.nextInt(targets.size()));
      String label = label(target);
      String typed = edited(label);
      int least = target.rank() <= Target.TOP_RANK ? 6 : 7;
      // A slip that makes another well-known label is none that anybody could tell.
      if (label.length() < least || byLabel.containsKey(typed) || !isHostName(typed)) {
        continue;
      }
      String name = typed + target.domain().substring(label.length());
      assertThat(match.set(Wire.of(name), 0)).as("seed %d, %s", SEED, name).isTrue();
      right += target.equals(match.target()) ? 1 : 0;
      asked++;
    }
    assertThat(right / (double) asked).isGreaterThan(0.99);
  }

  @Test
  void leavesMadeUpNamesAlone() {
    int found = 0;
    int asked = 50_000;
    for (int i = 0; i < asked; i++) {
      StringBuilder name = new StringBuilder();
      while (name.length() < TypoMatch.LONG_OCTETS) {
        name.append(STARTS[random.nextInt(STARTS.length)]);
        name.append(VOWELS[random.nextInt(VOWELS.length)]);
        name.append(ENDS[random.nextInt(ENDS.length)]);
      }
      found += match.set(Wire.of(name + ".com"), 0) ? 1 : 0;
    }
    assertThat(found / (double) asked).isLessThan(0.0021);
  }

  @Test
  void readsAnyNameWithoutFault() {
    for (int i = 0; i < 50_000; i++) {
      byte[] octets = new byte[256];
      int end = 0;
      while (end < 190 && random.nextInt(4) != 0) {
        octets[end] = (byte) (1 + random.nextInt(63));
        boolean text = random.nextBoolean();
        for (int at = 1; at <= octets[end]; at++) {
          octets[end + at] =
              (byte)
                  (text
                      ? CHARACTERS.charAt(random.nextInt(CHARACTERS.length()))
                      : random.nextInt(256));
        }
        if (octets[end] > 4 && random.nextBoolean()) {
          System.arraycopy(new byte[] {'x', 'n', '-', '-'}, 0, octets, end + 1, 4);
        }
        end += 1 + octets[end];
      }
      octets[end] = 0;
      boolean found = match.set(octets, 0);
      assertThat(found).as("seed %d, name %d", SEED, i).isEqualTo(match.target() != null);
      int suffix = PublicSuffixes.suffixOffset(octets, 0);
      match.setMail(octets, PublicSuffixes.registrableOffset(octets, 0, suffix), suffix);
    }
  }

  @Test
  void takesUnderThreeMegabytesForTenThousandTargets() {
    Targets many = Targets.builtIn();
    for (int i = 0; many.all().size() < 10_000; i++) {
      many.add("name" + Integer.toString(i * 7919, 36) + ".example", 2_000 + i, 0);
    }
    assertThat(new TypoIndex(many.all()).octets()).isLessThan(3_000_000);
  }

  private static String label(Target target) {
    return target.domain().substring(0, target.domain().indexOf('.'));
  }

  private static boolean isHostName(String label) {
    return !label.isEmpty()
        && !label.startsWith("-")
        && !label.endsWith("-")
        && !label.startsWith("xn--");
  }

  private String edited(String label) {
    int at = random.nextInt(label.length());
    char other = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
    String before = label.substring(0, at);
    String behind = label.substring(at + 1);
    String typed =
        switch (random.nextInt(4)) {
          case 0 -> before + behind;
          case 1 -> before + other + label.substring(at);
          case 2 -> before + other + behind;
          default ->
              behind.isEmpty()
                  ? behind
                  : before + behind.charAt(0) + label.charAt(at) + behind.substring(1);
        };
    return typed.equals(label) ? "" : typed;
  }
}
