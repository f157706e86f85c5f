package org.nxsight.analysis.findings.references;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.counting.Rows;
import org.nxsight.analysis.cut.Scope;
import org.nxsight.analysis.findings.AnswerRecords;
import org.nxsight.analysis.findings.Evidence;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.Observation;
import org.nxsight.analysis.findings.Operator;
import org.nxsight.analysis.findings.Reach;
import org.nxsight.analysis.findings.Reports;
import org.nxsight.analysis.findings.Setting;
import org.nxsight.analysis.findings.Severity;
import org.nxsight.analysis.findings.Sighting;
import org.nxsight.analysis.findings.TimeWords;
import org.nxsight.analysis.findings.Tuning;
import org.nxsight.wire.dns.RecordTypes;

/**
 * Names that a living MX, NS or SRV record points at and that do not exist: mail is lost, a zone
 * has fewer servers than it says, and whoever can make the name gets what was meant for it. Kept by
 * the name pointed at; a row takes some 250 octets: 8 MB in all.
 *
 * <p>Targets of CNAME records are told apart from this, since their denial comes with the alias.
 */
public final class DanglingTargets implements Operator {
  static final int TARGETS = 1 << 15;

  /** A record that was not answered for a day before the name was last missed may be gone, too. */
  static final long LIVING_NANOS = 24 * 3_600_000_000_000L;

  private static final int NXDOMAIN = 3;

  private final References references = new References();
  private final Rows<Pointed> targets = new Rows<>(TARGETS, _ -> new Pointed());
  private final int leastMissing;
  private final long leastNanos;

  /**
   * @param tuning tells how often a target must be missing
   */
  public DanglingTargets(Tuning tuning) {
    leastMissing = tuning.count(Setting.DANGLING_REFERENCE_TARGET_QUESTIONS);
    leastNanos = tuning.nanos(Setting.DANGLING_REFERENCE_TARGET_MINUTES);
  }

  @Override
  public String name() {
    return "dangling-targets/1";
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
    int qtype = observation.qtype();
    if (!observation.isFailure() && References.isReference(qtype)) {
      return references.set(observation)
          ? observation.hash(references.target(), 0, references.octets())
          : NO_KEY;
    }
    boolean ofAddress = qtype == AnswerRecords.A || qtype == AnswerRecords.AAAA;
    return ofAddress && (isAnswered(observation) || isMissing(observation))
        ? observation.qnameHash()
        : NO_KEY;
  }

  private static boolean isAnswered(Observation observation) {
    return !observation.isFailure() && AnswerRecords.count(observation) > 0;
  }

  /** Whether the name itself is missing, and not one that an alias leads to, or one of no sense. */
  private static boolean isMissing(Observation observation) {
    Cause cause = observation.cause();
    return cause != null
        && observation.rcode() == NXDOMAIN
        && observation.soaOffset() >= 0
        && AnswerRecords.count(observation) == 0
        && switch (cause) {
          case NON_DNS_STRING, PLACEHOLDER, REWRITTEN_OR_BLOCKED, CASE_INTOLERANT -> false;
          case AAAA_ONLY_NX, DNSBL_NOT_LISTED, DNSBL_HASH, DNSBL_DEAD_LIST -> false;
          default -> true;
        };
  }

  @Override
  public void onRecord(Observation observation) {
    long key = keyOf(observation);
    if (key == NO_KEY) {
      return;
    }
    if (!observation.isFailure() && References.isReference(observation.qtype())) {
      targets.claim(key, observation.epochNanos()).refer(observation);
      return;
    }
    Pointed target = targets.use(key, observation.epochNanos());
    if (target != null && observation.isFailure()) {
      target.miss(observation, observation.cut().scope() == Scope.UNREGISTERED_DOMAIN);
    } else if (target != null) {
      target.exists();
    }
  }

  @Override
  public void onTime(long epochNanos, Reports reports) {
    targets.eachTouched(target -> {
      if (target.dangles(leastMissing, leastNanos)) {
        reports.onSighting(sighting(target));
      }
    });
  }

  private static Sighting sighting(Pointed target) {
    String type = RecordTypes.text(target.type());
    String others =
        target.owners() > 1 ? " and " + TimeWords.count(target.owners() - 1L, "other") : "";
    String sentence =
        "the "
            + type
            + " record of "
            + target.owner()
            + others
            + " points at "
            + target.name()
            + ", which does not exist: "
            + TimeWords.count(target.missing(), "question")
            + " of "
            + TimeWords.count(target.resolvers(), "resolver")
            + " since "
            + TimeWords.at(target.missingFirst() / 1_000_000_000L)
            + ". "
            + (target.isFree()
                ? "Nobody has registered its domain: whoever does gets what is meant for it. Remove"
                    + " the record at once."
                : "Mend the record, or make the name.");
    return new Sighting(
        FindingKind.DANGLING_REFERENCE,
        target.name(),
        target.isFree() ? Severity.HIGH : Severity.LOW,
        0.9f,
        target.missingFirst(),
        target.missingLast(),
        target.missing(),
        target.resolvers(),
        new Evidence()
            .add("record", type)
            .add("owner", target.owner())
            .add("owners", target.owners())
            .add("unregistered", String.valueOf(target.isFree()))
            .json(),
        sentence);
  }

  @Override
  public void snapshot(DataOutput out) throws IOException {
    targets.snapshot(out);
  }

  @Override
  public void merge(DataInput in) throws IOException {
    targets.merge(in);
  }
}
