package org.nxsight.analysis.cut;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.thirdparty.publicsuffix.PublicSuffixPatterns;
import com.google.thirdparty.publicsuffix.PublicSuffixType;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicSuffixesTest {
  /** After the list's own test data: publicsuffix.org/list, "test data". */
  @ParameterizedTest
  @CsvSource({
    "com., com., -, ICANN",
    "example.com., com., example.com., ICANN",
    "b.example.com., com., example.com., ICANN",
    "a.b.example.example., example., example.example., NONE",
    "b.example.uk.com., uk.com., example.uk.com., PRIVATE_REGISTRY",
    "a.b.test.ac.jp., ac.jp., test.ac.jp., ICANN",
    "a.b.c.kobe.jp., c.kobe.jp., b.c.kobe.jp., ICANN",
    "www.city.kobe.jp., kobe.jp., city.kobe.jp., ICANN",
    "ck., ck., -, NONE",
    "test.ck., test.ck., -, ICANN",
    "a.b.test.ck., test.ck., b.test.ck., ICANN",
    "www.www.ck., ck., www.ck., ICANN",
    "a.github.io., github.io., a.github.io., PRIVATE",
    "_dmarc.example.co.uk., co.uk., example.co.uk., ICANN",
    "a.xn--55qx5d.cn., xn--55qx5d.cn., a.xn--55qx5d.cn., ICANN",
    "x\\.y.\\000\\255.com., com., \\000\\255.com., ICANN",
    "., ., -, NONE"
  })
  void knowsTheSuffixAndWhatIsRegisteredBelowIt(
      String name, String suffix, String registrable, Section section) {
    byte[] wire = Wire.of(name);
    assertThat(Wire.text(wire, PublicSuffixes.suffixOffset(wire, 0))).isEqualTo(suffix);
    int offset = PublicSuffixes.registrableOffset(wire, 0);
    assertThat(offset < 0 ? "-" : Wire.text(wire, offset)).isEqualTo(registrable);
    assertThat(PublicSuffixes.section(wire, 0)).isEqualTo(section);
  }

  @Test
  void agreesWithGuavaAboutEverySuffixOfItsListAndNamesBelow() {
    List<String> names = SuffixNames.all();
    assertThat(names).hasSizeGreaterThan(9_000);
    for (String name : names) {
      for (String below : new String[] {"", "x.", "y.x.", "www.", "city.", "com."}) {
        assertAgrees(below + name);
      }
    }
  }

  @Test
  void agreesWithGuavaAboutNamesOfManyLabels() {
    long seed = 20261124;
    Random random = new Random(seed);
    List<String> names = SuffixNames.all();
    for (int i = 0; i < 20_000; i++) {
      String name = names.get(random.nextInt(names.size()));
      String other = names.get(random.nextInt(names.size()));
      assertAgrees("a.".repeat(random.nextInt(50)) + other + "." + name);
    }
  }

  private static void assertAgrees(String name) {
    byte[] wire = Wire.of(name);
    List<String> labels = Arrays.asList(name.split("\\."));
    int all = PublicSuffixPatterns.TRIE.findSuffixIndex(labels);
    int icann = PublicSuffixPatterns.TRIE.findSuffixIndex(labels, PublicSuffixType.REGISTRY);
    assertThat(PublicSuffixes.suffixOffset(wire, 0)).as(name).isEqualTo(offset(wire, labels, all));
    assertThat(PublicSuffixes.icannSuffixOffset(wire, 0))
        .as(name)
        .isEqualTo(offset(wire, labels, icann));
  }

  /** No rule matches: the last label, by the rule {@code *}. */
  private static int offset(byte[] wire, List<String> labels, int index) {
    int at = 0;
    for (int i = 0; i < (index < 0 ? labels.size() - 1 : index); i++) {
      at += 1 + wire[at];
    }
    return at;
  }

  @Test
  void readsItsRulesInUnderATenthOfASecond() {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      assertThat(SuffixRules.read().build().nodes()).isGreaterThan(9_000);
      best = Math.min(best, System.nanoTime() - start);
    }
    assertThat(best).isLessThan(100_000_000);
  }

  @Test
  void readsNothingBeyondANameOf127Labels() {
    byte[] wire = Wire.of("a.".repeat(127));
    assertThat(PublicSuffixes.suffixOffset(wire, 0)).isEqualTo(252);
    assertThat(PublicSuffixes.registrableOffset(wire, 0)).isEqualTo(250);
  }
}
