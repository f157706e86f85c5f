package org.nxsight.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.causes.Explaining;
import org.nxsight.analysis.condensing.Condensing;
import org.nxsight.analysis.condensing.Operators;
import org.nxsight.analysis.findings.FindingJson;
import org.nxsight.analysis.findings.Tuning;
import org.nxsight.analysis.sharding.Sharding;
import org.nxsight.exchange.Channel;
import org.nxsight.exchange.ExchangeView;
import org.nxsight.exchange.Packing;

/** What one process makes of a capture, as the stage of the pipeline does. */
final class OneProcess {
  private final List<String> findings = new ArrayList<>();
  private final long[] causes = new long[Cause.values().length];

  /** Shows it the exchanges in their order. */
  static OneProcess over(List<byte[]> pieces, Sharding sharding) throws IOException {
    OneProcess process = new OneProcess();
    Explaining explaining =
        new Explaining(sharding.knowledge(), sharding.causesSeed(), Explaining.DEFAULT_REMEMBERED);
    Condensing condensing =
        new Condensing(
            () -> Operators.all(sharding.watchlists(), Tuning.USUAL),
            explaining,
            sharding.findingsSeed(),
            sharding.unwanted(),
            finding -> {
              StringBuilder line = new StringBuilder();
              FindingJson.append(line, finding);
              process.findings.add(line.toString());
            });
    ExchangeView exchange = new ExchangeView();
    for (byte[] piece : pieces) {
      exchange.wrap(piece, Packing.HEADER_OCTETS, piece.length);
      while (exchange.next()) {
        Cause cause = exchange.isIn(Channel.FAILURES) ? explaining.onExchange(exchange) : null;
        boolean answer = exchange.isIn(Channel.ANSWERS);
        if (answer) {
          explaining.onAnswer(exchange);
        }
        if ((cause != null || answer) && exchange.hasQuestion() && exchange.qclass() == 1) {
          condensing.onExchange(exchange, cause);
        }
      }
    }
    condensing.finish();
    for (Cause cause : Cause.values()) {
      process.causes[cause.ordinal()] = explaining.counts().count(cause);
    }
    return process;
  }

  /** All that was told, in the order of the alphabet. */
  List<String> findings() {
    return findings.stream().sorted(Comparator.naturalOrder()).toList();
  }

  /** How often each cause was told, as JSON. */
  String totals() {
    StringBuilder text = new StringBuilder();
    for (Cause cause : Cause.values()) {
      if (causes[cause.ordinal()] > 0) {
        text.append(text.isEmpty() ? "" : ",");
        text.append('"').append(cause).append("\":").append(causes[cause.ordinal()]);
      }
    }
    return "{\"causes\":{" + text + "}}";
  }
}
