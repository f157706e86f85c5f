package org.nxsight.analysis.causes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nxsight.analysis.findings.Traffic;
import org.nxsight.wire.dns.NameText;

/** What a stream tells of names that CNAMEs in it lead to. */
class AliasesTest {
  private static final long START = Traffic.START_NANOS;
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private final Explaining explaining = new Explaining(Knowledge.builtIn(DAY), 1, 1 << 8);

  @Test
  void tellsThatAnAliasSeenBeforePointsAtAMissingName() throws IOException {
    Traffic traffic = new Traffic();
    traffic
        .add(START, "www.maple.com.", "A")
        .answer("www.maple.com.", "CNAME", "a.maple.com.")
        .answer("a.maple.com.", "CNAME", "Maple.Gone-Press.com.");
    traffic
        .add(START + 1, "www.birch.com.", "A")
        .answer("www.birch.com.", "CNAME", "birch.gone-press.com.")
        .answer("birch.gone-press.com.", "A", "192.0.2.1");
    String[] missing = {
      "maple.gone-press.com.", "gone-press.com.", "a.maple.com.", "oak.gone-press.com."
    };
    for (int i = 0; i < missing.length; i++) {
      String zone = missing[i].equals("a.maple.com.") ? "maple.com." : "com.";
      traffic.nxdomain(START + (2 + i) * Traffic.SECOND, missing[i], "A", zone);
    }
    assertThat(causes(traffic))
        .containsEntry("maple.gone-press.com.", Cause.DANGLING_REFERENCE)
        .containsEntry("gone-press.com.", Cause.DANGLING_REFERENCE)
        .containsEntry("a.maple.com.", Cause.MISSING_HOST)
        .containsEntry("oak.gone-press.com.", Cause.UNREGISTERED);
  }

  private Map<String, Cause> causes(Traffic traffic) throws IOException {
    Map<String, Cause> causes = new LinkedHashMap<>();
    traffic.each(exchange -> {
      if (exchange.rcode() == 0) {
        explaining.onAnswer(exchange);
      } else {
        StringBuilder name = new StringBuilder();
        NameText.append(name, exchange.bytes(), exchange.qnameOffset(), exchange.qnameOctets());
        Cause cause = explaining.onExchange(exchange);
        assertThat(cause).isNotNull();
        causes.put(name.toString(), cause);
      }
    });
    return causes;
  }
}
