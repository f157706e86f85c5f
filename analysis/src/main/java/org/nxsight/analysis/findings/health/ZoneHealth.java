package org.nxsight.analysis.findings.health;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.counting.RecentKeys;
import org.nxsight.analysis.findings.Observation;
import org.nxsight.analysis.findings.Operator;
import org.nxsight.analysis.findings.Reach;
import org.nxsight.analysis.findings.Reports;
import org.nxsight.analysis.findings.Tuning;
import org.nxsight.exchange.ExchangeView;

/**
 * Finds zones that none of their servers serves, that are refused, whose signatures do not hold,
 * and servers that fail what others serve; and when service returns. Its key is the zone. Errors
 * that are the asker's doing (quotas of lists, scans, policy) do not count.
 */
public final class ZoneHealth implements Operator {
  /** Zones that were served lately; 512 kB. */
  private static final int SERVED_ZONES = 1 << 16;

  private static final int REFUSED = 5;
  private static final int MAX_EXTENDED_BITS = 31;

  private final ZoneServers state = new ZoneServers();
  private final ZoneVerdicts verdicts;
  private final LameServers lameServers = new LameServers(state);
  private final RecentKeys served = new RecentKeys(SERVED_ZONES);
  private final BitSet touched = new BitSet(ZoneServers.ZONES);

  /**
   * @param tuning tells how many errors are somebody's concern
   */
  public ZoneHealth(Tuning tuning) {
    verdicts = new ZoneVerdicts(state, tuning);
  }

  @Override
  public String name() {
    return "zone-health/1";
  }

  @Override
  public Reach reach() {
    return Reach.DOMAIN;
  }

  @Override
  public boolean wantsAnswers() {
    return true;
  }

  @Override
  public long keyOf(Observation observation) {
    return observation.hashFrom(AskedZone.offset(observation));
  }

  @Override
  public void onRecord(Observation observation) {
    byte how = how(observation.cause(), observation.rcode());
    int offset = AskedZone.offset(observation);
    int seconds = (int) (observation.epochNanos() / 1_000_000_000L);
    if (how == 0) {
      if (AskedZone.isServed(observation, offset)) {
        onServed(observation, observation.hashFrom(offset), seconds);
      }
      return;
    }
    if (observation.isOfList()) {
      return;
    }
    int zone = state.zones.claim(observation.hashFrom(offset), observation.epochNanos());
    if (state.zones.isFresh()) {
      state.begin(zone, Arrays.copyOfRange(observation.names(), offset, observation.qnameOctets()));
    }
    state.qnames.add(zone, observation.qnameHash());
    state.resolvers.add(zone, observation.resolver());
    state.servers.add(zone, observation.server());
    state.examples[zone].add(
        observation.qnameHash(), observation.names(), 0, observation.qnameOctets());
    if (how == ZoneServers.BOGUS) {
      state.extended[zone] |=
          1 << Math.clamp(observation.exchange().edeCode(), 0, MAX_EXTENDED_BITS);
    }
    onFailed(zone, observation, how, seconds);
    touched.set(zone);
  }

  /** How it failed; 0 when the zone and its servers have no part in it. */
  private static byte how(@Nullable Cause cause, int rcode) {
    if (cause == null) {
      return 0;
    }
    return switch (cause) {
      case LAME_SERVER, LAME_ZONE -> rcode == REFUSED ? ZoneServers.REFUSED : ZoneServers.FAILED;
      case SERVER_BROKEN, UPSTREAM_UNREACHABLE -> ZoneServers.FAILED;
      case DNSSEC_BOGUS -> ZoneServers.BOGUS;
      default -> 0;
    };
  }

  private void onServed(Observation observation, long key, int seconds) {
    served.add(key, seconds);
    int zone = state.zones.find(key);
    if (zone < 0) {
      return;
    }
    int at = state.claim(zone, observation.server());
    if (at >= 0) {
      setAddress(at, observation);
      state.servedSeconds[at] = seconds;
      if (!state.lame[at]) {
        state.streak[at] = 0;
      }
      touched.set(zone);
    }
  }

  private void onFailed(int zone, Observation observation, byte how, int seconds) {
    int at = state.claim(zone, observation.server());
    if (at < 0) {
      return;
    }
    setAddress(at, observation);
    // A streak that has ended is kept until the end is told.
    if (state.lame[at] && state.servedSeconds[at] > state.lastSeconds[at]) {
      return;
    }
    if (state.streak[at] == 0) {
      state.firstSeconds[at] = seconds;
    }
    state.streak[at]++;
    state.lastSeconds[at] = seconds;
    state.how[at] = how;
  }

  private void setAddress(int at, Observation observation) {
    if (state.address[at].length == 0) {
      ExchangeView exchange = observation.exchange();
      int from = exchange.serverAddressOffset();
      state.address[at] =
          Arrays.copyOfRange(exchange.bytes(), from, from + exchange.addressOctets());
    }
  }

  @Override
  public void onTime(long epochNanos, Reports reports) {
    Set<Long> lame = new LinkedHashSet<>();
    for (int zone = touched.nextSetBit(0); zone >= 0; zone = touched.nextSetBit(zone + 1)) {
      if (state.zones.key(zone) != 0) {
        verdicts.judge(zone, served.find(state.zones.key(zone)) != 0, lame, reports);
      }
    }
    touched.clear();
    for (long server : lame) {
      lameServers.tell(server, reports);
    }
  }

  @Override
  public void snapshot(DataOutput out) throws IOException {
    state.snapshot(out);
    served.snapshot(out);
  }

  @Override
  public void merge(DataInput in) throws IOException {
    state.merge(in);
    served.merge(in);
    for (int zone = state.zones.next(0); zone >= 0; zone = state.zones.next(zone + 1)) {
      touched.set(zone);
    }
  }
}
