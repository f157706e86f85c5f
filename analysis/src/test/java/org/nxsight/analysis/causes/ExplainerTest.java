package org.nxsight.analysis.causes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nxsight.analysis.dga.families.Families;
import org.nxsight.analysis.dga.families.Family;

/** One name at a time, each with the cause that it must have, and names made to do harm. */
class ExplainerTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 14);
  private static final Explainer EXPLAINER = Knowledge.builtIn(DAY).explainer(DAY);

  private final AskedName asked = new AskedName();

  @ParameterizedTest
  @CsvFileSource(resources = "explained.txt", delimiter = '|', emptyValue = "", nullValues = "-")
  void tellsTheCauseOf(String qname, String qtype, String soa, Cause cause) {
    assertThat(explain(qname, qtype, soa == null ? "" : soa).cause()).isEqualTo(cause);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "MX", "TXT", "PTR", "SRV", "CAA", "TYPE65280"})
  void takesTheLongestNames(String qtype) {
    String oneOctetLabels = "a.".repeat(127);
    String longLabels = ("x".repeat(63) + ".").repeat(3) + "y".repeat(61);
    String binary = "\\000\\255\\128\\046".repeat(15) + ".com";
    String brackets = "{".repeat(63) + ".com";
    String digits = "1.".repeat(127);
    String hyphens = ("-".repeat(63) + ".").repeat(3) + "com";
    String underscores = "_.".repeat(127);
    for (String name :
        new String[] {
          oneOctetLabels, longLabels, binary, brackets, digits, hyphens, underscores, ".", "com"
        }) {
      for (String soa : new String[] {"", ".", "com", name, "a.a.a", "www." + name}) {
        Diagnosis diagnosis = explain(name, qtype, soa);
        assertThat(diagnosis.cause().isOfMissingName()).as(name).isTrue();
        assertThat(diagnosis.confidence()).as(name).isBetween(0.01f, 1f);
      }
    }
  }

  @Test
  void knowsTheNamesOfADeadBotnetOfThisDay() {
    Family conficker =
        Families.all().stream()
            .filter(family -> family.name().equals("conficker-a"))
            .findFirst()
            .orElseThrow();
    conficker.names(
        0,
        DAY,
        20,
        name -> {
          Diagnosis diagnosis = explain(name, "A", name.substring(name.lastIndexOf('.') + 1));
          assertThat(diagnosis.cause()).as(name).isEqualTo(Cause.DEAD_BOTNET_C2);
          assertThat(diagnosis.family()).startsWith("conficker");
        });
  }

  @Test
  void namesWhatWasMeant() {
    Diagnosis diagnosis = explain("www.gooogle.com", "A", "com");
    assertThat(Objects.requireNonNull(Objects.requireNonNull(diagnosis.typo()).target()).domain())
        .isEqualTo("google.com");
  }

  @Test
  void forgetsTheNameBefore() {
    explain("4.3.2.91.zen.spamhaus.org", "A", "zen.spamhaus.org");
    explain("www.gooogle.com", "A", "com");
    Diagnosis diagnosis = explain("7.1.23.91.in-addr.arpa", "PTR", "in-addr.arpa");
    assertThat(diagnosis.list()).isNull();
    assertThat(diagnosis.typo()).isNull();
    assertThat(diagnosis.family()).isNull();
    assertThat(diagnosis.score()).isEqualTo(Diagnosis.NO_SCORE);
  }

  private Diagnosis explain(String qname, String qtype, String soa) {
    return EXPLAINER.explain(Objects.requireNonNull(asked.read(qname, qtype, soa), qname));
  }
}
