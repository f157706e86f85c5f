package org.nxsight.analysis.findings.health;

import java.util.ArrayList;
import java.util.List;
import org.nxsight.analysis.findings.Evidence;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.Reports;
import org.nxsight.analysis.findings.Severity;
import org.nxsight.analysis.findings.Sighting;
import org.nxsight.analysis.findings.TimeWords;
import org.nxsight.wire.dns.NameText;
import org.nxsight.wire.ip.Addresses;

/** Puts in words which servers fail zones that others serve. */
final class LameServers {
  private static final int MAX_ZONES_TOLD = 5;
  private static final long NANOS = 1_000_000_000L;

  private final ZoneServers state;

  LameServers(ZoneServers state) {
    this.state = state;
  }

  /** Tells of one, all its zones together. */
  void tell(long server, Reports reports) {
    long count = 0;
    int from = Integer.MAX_VALUE;
    int to = 0;
    int zones = 0;
    int open = 0;
    int end = 0;
    long resolvers = 0;
    byte[] address = new byte[0];
    List<String> examples = new ArrayList<>();
    for (int zone = state.zones.next(0); zone >= 0; zone = state.zones.next(zone + 1)) {
      int at = state.find(zone, server);
      if (at < 0 || !state.lame[at] || state.told[zone] != 0) {
        continue;
      }
      zones++;
      count += state.streak[at];
      from = Math.min(from, state.firstSeconds[at]);
      to = Math.max(to, state.lastSeconds[at]);
      resolvers = Math.max(resolvers, state.resolvers.count(zone));
      address = state.address[at];
      examples.add(NameText.of(state.names[zone]));
      if (state.hasEnded(at)) {
        end = Math.max(end, state.servedSeconds[at]);
        state.streak[at] = 0;
        state.lame[at] = false;
      } else {
        open++;
      }
    }
    if (zones == 0) {
      return;
    }
    examples.sort(null);
    Evidence evidence =
        new Evidence()
            .add("since", TimeWords.at(from))
            .add("errors", count)
            .add("zones", zones)
            .add("examples", examples.subList(0, Math.min(MAX_ZONES_TOLD, zones)));
    if (open == 0) {
      evidence.add("ended", TimeWords.at(end));
    }
    StringBuilder subject = new StringBuilder();
    Addresses.append(subject, address, 0, address.length);
    String sentence =
        "The server "
            + subject
            + " refuses or fails "
            + (zones == 1 ? examples.getFirst() : TimeWords.count(zones, "zone"))
            + ", which others serve: "
            + TimeWords.count(count, "error")
            + " since "
            + TimeWords.at(from)
            + (open == 0
                ? "; it answers again since " + TimeWords.at(end) + "."
                : ". Take it out of the delegation, or load the zone there.");
    reports.onSighting(
        new Sighting(
            FindingKind.LAME_SERVER,
            subject.toString(),
            Severity.LOW,
            resolvers >= 2 ? 0.9f : 0.7f,
            from * NANOS,
            to * NANOS,
            count,
            resolvers,
            evidence.json(),
            sentence));
  }
}
