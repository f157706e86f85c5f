package org.nxsight.analysis.causes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.nxsight.analysis.cut.PublicSuffixes;
import org.nxsight.analysis.cut.Wire;
import org.nxsight.analysis.memory.Existing;

/** What is told of missing names that were answered before. */
class RememberedTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 14);
  private static final long TIME = Instant.parse("2026-03-14T12:00:00Z").getEpochSecond();
  private static final long DAYS = 86_400;
  private static final int REFUSED = 5;

  private final Existing existing = new Existing(1 << 10, 3);
  private final Explainer explainer = Knowledge.builtIn(DAY).explainer(DAY, existing);
  private final AskedName asked = new AskedName();

  @Test
  void tellsAHostThatIsGoneFromOneThatNeverWas() {
    answer("api.example.com", 1, TIME - 30 * DAYS);
    answer("www.example.com", 1, TIME - 60);
    Diagnosis gone = explain("api.example.com", "A", "example.com");
    assertThat(gone.cause()).isEqualTo(Cause.DEFUNCT_SERVICE);
    assertThat(gone.confidence()).isGreaterThan(0.85f);
    assertThat(explain("apis.example.com", "A", "example.com").cause())
        .isNotEqualTo(Cause.DEFUNCT_SERVICE);
  }

  @Test
  void isLessSureOfWhatIsGoneForLessThanAWeek() {
    answer("a.example.com", 1, TIME - 8 * DAYS);
    answer("b.example.com", 1, TIME - 2 * DAYS);
    answer("c.example.com", 1, TIME - 3_600);
    float week = explain("a.example.com", "A", "example.com").confidence();
    float days = explain("b.example.com", "A", "example.com").confidence();
    float hour = explain("c.example.com", "A", "example.com").confidence();
    assertThat(week).isGreaterThan(days);
    assertThat(days).isGreaterThan(hour);
    Failure failure = read("c.example.com", "A", "example.com");
    AnsweredBefore answered =
        Objects.requireNonNull(AnsweredBefore.of(failure, explainer.explain(failure)));
    assertThat(answered.isSure()).isFalse();
    assertThat(answered.last()).isEqualTo("2026-03-14T11:00:00Z");
    StringBuilder json = new StringBuilder();
    new ExplanationJson().append(json, failure, explainer.explain(failure));
    assertThat(json)
        .contains(
            "\"answered_name\":\"c.example.com.\"", "\"answered_first\":\"2026-03-14T11:00:00Z\"")
        .contains("\"silent_days\":0.04", "\"sure_after_days\":7");
  }

  @Test
  void tellsADomainThatIsGoneByAnyOfItsHosts() {
    answer("www.gone-shop.com", 1, TIME - 20 * DAYS);
    assertThat(explain("mail.gone-shop.com", "MX", "com").cause()).isEqualTo(Cause.EXPIRED_DOMAIN);
    assertThat(explain("gone-shop.com", "A", "com").cause()).isEqualTo(Cause.EXPIRED_DOMAIN);
    assertThat(explain("gone-shop.com", "A", "").cause()).isEqualTo(Cause.EXPIRED_DOMAIN);
    assertThat(explain("gone-shops.com", "A", "com").cause()).isEqualTo(Cause.UNREGISTERED);
  }

  @Test
  void tellsAServerThatDeniesOneTypeOfAName() {
    answer("www.quarry.com", 1, TIME - 10);
    assertThat(explain("www.quarry.com", "AAAA", "quarry.com").cause())
        .isEqualTo(Cause.AAAA_ONLY_NX);
    assertThat(explain("www.quarry.com", "AAAA", "").cause()).isEqualTo(Cause.AAAA_ONLY_NX);
    assertThat(explain("www.quarry.com", "A", "quarry.com").cause()).isEqualTo(Cause.MISSING_HOST);
    assertThat(explain("www.quarry.com", "A", "").cause()).isEqualTo(Cause.REWRITTEN_OR_BLOCKED);
  }

  @Test
  void tellsAServerThatDoesNotStandCapitals() {
    answer("www.quarry.com", 1, TIME - 10);
    Failure failure = read("www.quarry.com", "A", "quarry.com");
    byte[] mixed = "\3wWw\6qUarry\3com\0".getBytes(StandardCharsets.US_ASCII);
    failure.setSeen(TIME, mixed, 0);
    assertThat(explainer.explain(failure).cause()).isEqualTo(Cause.CASE_INTOLERANT);
    byte[] name = Wire.of("www.quarry.com");
    existing.onAnswer(name, 0, 4, 1, true, TIME - 5);
    assertThat(explainer.explain(failure).cause()).isEqualTo(Cause.MISSING_HOST);
  }

  @Test
  void tellsALameServerFromALameZone() {
    byte[] name = Wire.of("www.example.com");
    existing.onRefusal(name, 0, 1, TIME);
    assertThat(refused("www.example.com").sign()).isEqualTo(Sign.RCODE);
    existing.onRefusal(name, 0, 2, TIME);
    assertThat(refused("www.example.com").cause()).isEqualTo(Cause.LAME_ZONE);
    answer("mail.example.com", 1, TIME - 100);
    assertThat(refused("www.example.com").cause()).isEqualTo(Cause.LAME_SERVER);
    assertThat(refused("www.example.com").sign()).isEqualTo(Sign.OTHERS_ANSWER);
  }

  @Test
  void tellsThatALivingAliasPointsAtWhatIsMissing() {
    byte[] target = Wire.of("maple-shop.gone-press.com");
    existing.onAlias(target, 0, PublicSuffixes.registrableOffset(target, 0), TIME - 100);
    Diagnosis dangling = explain("maple-shop.gone-press.com", "A", "com");
    assertThat(dangling.cause()).isEqualTo(Cause.DANGLING_REFERENCE);
    assertThat(dangling.sign()).isEqualTo(Sign.POINTED_AT);
    assertThat(explain("gone-press.com", "A", "com").cause()).isEqualTo(Cause.DANGLING_REFERENCE);
    assertThat(explain("maple-shop.gone-press.com", "A", "gone-press.com").cause())
        .isEqualTo(Cause.DANGLING_REFERENCE);
    assertThat(explain("other.gone-press.com", "A", "com").cause()).isEqualTo(Cause.UNREGISTERED);
  }

  @Test
  void forgetsAnAliasAfterADay() {
    byte[] target = Wire.of("maple-shop.gone-press.com");
    existing.onAlias(target, 0, PublicSuffixes.registrableOffset(target, 0), TIME - DAYS - 1);
    assertThat(explain("maple-shop.gone-press.com", "A", "com").cause())
        .isEqualTo(Cause.UNREGISTERED);
  }

  @Test
  void doesNotTellWhenAListsQuestionWasAnswered() {
    answer("4.3.2.1.0123456789abcdef.zen.dq.spamhaus.net", 1, TIME - 8 * DAYS);
    Failure failure = read("4.3.2.1.0123456789abcdef.zen.dq.spamhaus.net", "A", "spamhaus.net");
    StringBuilder json = new StringBuilder();
    new ExplanationJson().append(json, failure, explainer.explain(failure));
    assertThat(json).contains("DNSBL_NOT_LISTED").doesNotContain("0123456789abcdef");
  }

  private void answer(String name, int qtype, long seconds) {
    byte[] wire = Wire.of(name);
    existing.onAnswer(wire, 0, PublicSuffixes.registrableOffset(wire, 0), qtype, false, seconds);
  }

  private Failure read(String qname, String qtype, String soa) {
    Failure failure = Objects.requireNonNull(asked.read(qname, qtype, soa), qname);
    failure.setSeen(TIME, failure.bytes(), failure.qnameOffset());
    return failure;
  }

  private Diagnosis explain(String qname, String qtype, String soa) {
    return explainer.explain(read(qname, qtype, soa));
  }

  private Diagnosis refused(String qname) {
    Failure failure = read(qname, "A", "");
    failure.setResponse(REFUSED, Failure.NO_EDE, false, Failure.Edns.UNKNOWN);
    return explainer.explain(failure);
  }
}
