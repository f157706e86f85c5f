package org.nxsight.analysis.findings.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nxsight.analysis.findings.Evidence;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.Reports;
import org.nxsight.analysis.findings.Setting;
import org.nxsight.analysis.findings.Severity;
import org.nxsight.analysis.findings.Sighting;
import org.nxsight.analysis.findings.TimeWords;
import org.nxsight.analysis.findings.Tuning;
import org.nxsight.wire.dns.NameText;

/** Judges zones and servers by their errors, and puts it in words. */
final class ZoneVerdicts {
  /** Errors in a row of a server, none of them by chance. */
  static final int MIN_STREAK = 3;

  /** Thirteen names of servers with two addresses each; who asks more of them scans. */
  static final int MAX_SERVERS = 40;

  private static final int MANY_RESOLVERS = 10;
  private static final long NANOS = 1_000_000_000L;
  private static final FindingKind[] KINDS = FindingKind.values();

  private final ZoneServers state;
  private final Tuning tuning;

  // Sums over the servers of the zone that is judged.
  private int failing;
  private int serving;
  private int refusing;
  private int bogus;
  private long errors;
  private int first;
  private int last;
  private int servedAt;

  /**
   * @param tuning tells how many errors of a zone, for how long, are somebody's concern
   */
  ZoneVerdicts(ZoneServers state, Tuning tuning) {
    this.state = state;
    this.tuning = tuning;
  }

  /** Tells what is wrong with a zone or ended, and adds the servers that fail what others serve. */
  void judge(int zone, boolean servedBefore, Set<Long> lame, Reports reports) {
    sum(zone);
    if (state.told[zone] != 0 && (serving > 0 || endedServer(zone))) {
      tell(KINDS[state.told[zone] - 1], zone, servedBefore, true, reports);
      state.told[zone] = 0;
      forgetEnded(zone);
      state.beginEpisode(zone);
      return;
    }
    boolean several =
        (state.qnames.count(zone) >= 2 || state.resolvers.count(zone) >= 2)
            && state.servers.count(zone) <= MAX_SERVERS;
    FindingKind kind = kind(servedBefore);
    if (failing > 0 && several && serving == 0 && isEnough(kind)) {
      state.told[zone] = (byte) (1 + kind.ordinal());
      markFailing(zone);
      tell(kind, zone, servedBefore, false, reports);
      return;
    }
    for (int i = zone * ZoneServers.SERVERS; i < (zone + 1) * ZoneServers.SERVERS; i++) {
      boolean isLame = several && serving > 0 && isEnough(FindingKind.LAME_SERVER) && isFailing(i);
      if (state.server[i] != 0 && (isLame || state.lame[i])) {
        state.lame[i] = true;
        lame.add(state.server[i]);
      }
    }
  }

  /** What is wrong with a zone that none of its servers serves. */
  private FindingKind kind(boolean servedBefore) {
    return 2 * bogus > failing
        ? FindingKind.DNSSEC_BROKEN
        : refusing == failing && servedBefore ? FindingKind.ZONE_REFUSED : FindingKind.LAME_ZONE;
  }

  private boolean isEnough(FindingKind kind) {
    return switch (kind) {
      case DNSSEC_BROKEN -> isEnough(Setting.DNSSEC_BROKEN_ERRORS, Setting.DNSSEC_BROKEN_MINUTES);
      case ZONE_REFUSED -> isEnough(Setting.ZONE_REFUSED_ERRORS, Setting.ZONE_REFUSED_MINUTES);
      case LAME_SERVER -> isEnough(Setting.LAME_SERVER_ERRORS, Setting.LAME_SERVER_MINUTES);
      default -> isEnough(Setting.LAME_ZONE_ERRORS, Setting.LAME_ZONE_MINUTES);
    };
  }

  private boolean isEnough(Setting leastErrors, Setting leastMinutes) {
    return errors >= tuning.count(leastErrors)
        && (last - first) * NANOS >= tuning.nanos(leastMinutes);
  }

  private void sum(int zone) {
    failing = 0;
    serving = 0;
    refusing = 0;
    bogus = 0;
    errors = 0;
    first = Integer.MAX_VALUE;
    last = 0;
    servedAt = 0;
    for (int i = zone * ZoneServers.SERVERS; i < (zone + 1) * ZoneServers.SERVERS; i++) {
      if (state.server[i] == 0) {
        continue;
      }
      servedAt = Math.max(servedAt, state.servedSeconds[i]);
      if (state.streak[i] >= MIN_STREAK) {
        failing++;
        refusing += state.how[i] == ZoneServers.REFUSED ? 1 : 0;
        bogus += state.how[i] == ZoneServers.BOGUS ? 1 : 0;
        errors += state.streak[i];
        first = Math.min(first, state.firstSeconds[i]);
        last = Math.max(last, state.lastSeconds[i]);
      } else if (state.servedSeconds[i] > 0) {
        serving++;
      }
    }
  }

  private boolean isFailing(int at) {
    return state.streak[at] >= MIN_STREAK
        && (state.lastSeconds[at] - state.firstSeconds[at]) * NANOS
            >= tuning.nanos(Setting.LAME_SERVER_MINUTES);
  }

  private boolean endedServer(int zone) {
    for (int i = zone * ZoneServers.SERVERS; i < (zone + 1) * ZoneServers.SERVERS; i++) {
      if (state.hasEnded(i)) {
        return true;
      }
    }
    return false;
  }

  private void markFailing(int zone) {
    for (int i = zone * ZoneServers.SERVERS; i < (zone + 1) * ZoneServers.SERVERS; i++) {
      state.lame[i] = state.server[i] != 0 && state.streak[i] >= MIN_STREAK;
    }
  }

  /** Those that serve again start anew; those that still fail are judged at their next error. */
  private void forgetEnded(int zone) {
    for (int i = zone * ZoneServers.SERVERS; i < (zone + 1) * ZoneServers.SERVERS; i++) {
      if (state.hasEnded(i)) {
        state.streak[i] = 0;
      }
      state.lame[i] = false;
    }
  }

  private void tell(
      FindingKind kind, int zone, boolean servedBefore, boolean ended, Reports reports) {
    String subject = NameText.of(state.names[zone]);
    long names = state.qnames.count(zone);
    long resolvers = state.resolvers.count(zone);
    Evidence evidence =
        new Evidence()
            .add("since", TimeWords.at(first))
            .add("errors", errors)
            .add("servers_failing", failing)
            .add("servers_refusing", refusing)
            .add("names", names)
            .add("served_before", String.valueOf(servedBefore))
            .add("examples", state.examples[zone].texts(5));
    if (state.extended[zone] != 0) {
      evidence.add("extended_errors", codes(state.extended[zone]));
    }
    if (ended) {
      evidence.add("ended", TimeWords.at(servedAt));
    }
    String sentence =
        what(kind, subject)
            + ": "
            + TimeWords.count(errors, "error")
            + " of "
            + TimeWords.count(failing, "server")
            + " for "
            + TimeWords.count(names, "name")
            + " since "
            + TimeWords.at(first)
            + (ended ? "; it answers again since " + TimeWords.at(servedAt) + "." : ", no answer. ")
            + (ended ? "" : advice(kind));
    float confidence = 0.5f + (resolvers >= 2 ? 0.2f : 0) + (failing >= 2 ? 0.2f : 0);
    reports.onSighting(
        new Sighting(
            kind,
            subject,
            resolvers >= MANY_RESOLVERS ? Severity.HIGH : Severity.MEDIUM,
            kind == FindingKind.DNSSEC_BROKEN ? Math.max(0.8f, confidence) : confidence,
            first * NANOS,
            last * NANOS,
            errors,
            resolvers,
            evidence.json(),
            sentence));
  }

  private static String what(FindingKind kind, String zone) {
    return switch (kind) {
      case DNSSEC_BROKEN -> "The signatures of " + zone + " do not hold";
      case ZONE_REFUSED -> "All servers asked refuse " + zone + ", which they used to answer";
      default -> "No server that was asked serves " + zone;
    };
  }

  private static String advice(FindingKind kind) {
    return switch (kind) {
      case DNSSEC_BROKEN ->
          "Its owner should compare DS and DNSKEY, and renew the signatures; a negative trust"
              + " anchor helps until then.";
      case ZONE_REFUSED ->
          "The account may have ended, or an access list keeps the resolvers out: ask who runs the"
              + " servers.";
      default -> "The delegation points at the wrong servers, or the zone is not loaded there.";
    };
  }

  private static List<String> codes(int bits) {
    List<String> codes = new ArrayList<>();
    for (int code = 0; code < Integer.SIZE; code++) {
      if ((bits >>> code & 1) != 0) {
        codes.add(String.valueOf(code));
      }
    }
    return codes;
  }
}
