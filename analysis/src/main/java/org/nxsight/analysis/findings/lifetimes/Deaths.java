package org.nxsight.analysis.findings.lifetimes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.counting.RecentKeys;
import org.nxsight.analysis.counting.Rows;
import org.nxsight.analysis.cut.Scope;
import org.nxsight.analysis.dnsbl.LearnedLists;
import org.nxsight.analysis.findings.AnswerRecords;
import org.nxsight.analysis.findings.Evidence;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.Observation;
import org.nxsight.analysis.findings.Operator;
import org.nxsight.analysis.findings.Reach;
import org.nxsight.analysis.findings.Reports;
import org.nxsight.analysis.findings.Severity;
import org.nxsight.analysis.findings.Sighting;
import org.nxsight.analysis.findings.TimeWords;
import org.nxsight.analysis.findings.Tuning;
import org.nxsight.wire.Mixing;

/**
 * Finds names that were in use and then do not exist any more, a few questions after they have
 * gone; when they are asked for much longer, they become a defunct service or an expired domain.
 * Kept by registrable domain, so that a domain that is gone is told as one, not with each host
 * below it.
 *
 * <p>A name gets a row when it is answered again half an hour after it was first seen: most are
 * asked for once. The first sight takes 262,144 places of 8 octets, a row some 180: 14 MB in all.
 * Questions to DNS lists are left out, and so is a name that comes and goes.
 */
public final class Deaths implements Operator {
  static final int SLOTS = 1 << 16;
  static final int SEEN = 1 << 18;
  static final int ADMITTED_AFTER_SECONDS = 1_800;

  private static final int NXDOMAIN = 3;

  private final RecentKeys seen = new RecentKeys(SEEN);
  private final Rows<Life> lives;

  /**
   * @param tuning tells what makes a name one that was in use, and which denials are no hiccup
   */
  public Deaths(Tuning tuning) {
    DeathSigns signs = DeathSigns.of(tuning);
    lives = new Rows<>(SLOTS, _ -> new Life(signs));
  }

  @Override
  public String name() {
    return "deaths/2";
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
    return isDenied(observation) || isAnswered(observation)
        ? observation.hashFrom(domain(observation))
        : NO_KEY;
  }

  private static int domain(Observation observation) {
    return Math.max(0, observation.cut().registrableOffset());
  }

  /** The key of a domain as a whole, beside that of the name that is the domain. */
  private static long wholeKey(Observation observation, int domain) {
    long key = Mixing.mix(observation.hashFrom(domain) ^ Mixing.A, Mixing.B);
    return key == NO_KEY ? 1 : key;
  }

  /** Whether the zone's own server says that the name asked for does not exist. */
  private static boolean isDenied(Observation observation) {
    Cause cause = observation.cause();
    return cause != null
        && observation.rcode() == NXDOMAIN
        && observation.soaOffset() >= 0
        && switch (cause) {
          case DNSBL_NOT_LISTED, DNSBL_HASH, DNSBL_DEAD_LIST, CERT_VALIDATION -> false;
          case NON_DNS_STRING, QMIN_ARTEFACT, DNS_PROBE, CHROMIUM_PROBE -> false;
          case RANDOM_SUBDOMAIN_FLOOD, DISPOSABLE_OR_TUNNEL, AAAA_ONLY_NX, CASE_INTOLERANT -> false;
          case REWRITTEN_OR_BLOCKED, DANGLING_REFERENCE -> false;
          default -> observation.cut().scope() != Scope.UNTRUSTED;
        };
  }

  private static boolean isAnswered(Observation observation) {
    return !observation.isFailure()
        && AnswerRecords.count(observation) > 0
        && !LearnedLists.isQuestion(observation.names(), 0);
  }

  @Override
  public void onRecord(Observation observation) {
    long now = observation.epochNanos();
    if (isAnswered(observation)) {
      int domain = domain(observation);
      onAnswered(observation, observation.qnameHash(), 0, now);
      onAnswered(observation, wholeKey(observation, domain), domain, now);
    } else if (isDenied(observation)) {
      boolean free = observation.cut().scope() == Scope.UNREGISTERED_DOMAIN;
      long key = free ? wholeKey(observation, domain(observation)) : observation.qnameHash();
      Life life = lives.use(key, now);
      if (life != null) {
        life.denied(observation.resolver(), now, free);
      }
    }
  }

  private void onAnswered(Observation observation, long key, int from, long now) {
    Life life = lives.use(key, now);
    if (life == null) {
      int seconds = (int) (now / 1_000_000_000L);
      int since = seen.add(key, seconds);
      if (since == 0 || seconds - since < ADMITTED_AFTER_SECONDS) {
        return;
      }
      life = lives.claim(key, now);
      life.begin(observation, from, since * 1_000_000_000L);
    }
    life.answered(observation.resolver(), now);
  }

  @Override
  public void onTime(long epochNanos, Reports reports) {
    lives.eachTouched(life -> {
      if (life.isDead()) {
        reports.onSighting(sighting(life));
      }
    });
  }

  private static Sighting sighting(Life life) {
    String name = life.name();
    String since = TimeWords.at(life.missingFirst() / 1_000_000_000L);
    String sentence =
        name
            + " was answered "
            + TimeWords.count(life.answered(), "time")
            + " by "
            + TimeWords.at(life.answeredLast() / 1_000_000_000L)
            + " and does not exist since "
            + since
            + ", though "
            + TimeWords.count(life.resolvers(), "resolver")
            + " asked for it "
            + TimeWords.count(life.missing(), "time")
            + " since. "
            + (life.isFree()
                ? "The whole domain is registered by nobody now: have its owner renew it at once, for"
                    + " whoever registers it gets what its users send."
                : "When its owner did not mean this, the record has to come back; else its users need"
                    + " the new name.");
    return new Sighting(
        FindingKind.DEATH,
        name,
        life.isFree() ? Severity.MEDIUM : Severity.LOW,
        0.8f,
        life.missingFirst(),
        life.missingLast(),
        life.missing(),
        life.resolvers(),
        new Evidence()
            .add("answered", life.answered())
            .add("answered_since", TimeWords.at(life.answeredFirst() / 1_000_000_000L))
            .add("answered_until", TimeWords.at(life.answeredLast() / 1_000_000_000L))
            .add("missing_since", since)
            .add("unregistered", String.valueOf(life.isFree()))
            .json(),
        sentence);
  }

  @Override
  public void snapshot(DataOutput out) throws IOException {
    seen.snapshot(out);
    lives.snapshot(out);
  }

  @Override
  public void merge(DataInput in) throws IOException {
    seen.merge(in);
    lives.merge(in);
  }
}
