package org.nxsight.analysis.findings.causes;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.Observation;
import org.nxsight.analysis.findings.Setting;
import org.nxsight.analysis.findings.Tuning;
import org.nxsight.analysis.typo.Target;
import org.nxsight.analysis.typo.TypoMatch;
import org.nxsight.exchange.ExchangeView;
import org.nxsight.wire.ip.Addresses;

/**
 * Failures of which cause make a finding, about whom, and how many there must be. Short spans and
 * single resolvers are left to the cause of each record.
 */
public enum Grouping {
  /** A domain that was answered before, and is gone. */
  EXPIRED(
      FindingKind.EXPIRED_DOMAIN,
      Cause.EXPIRED_DOMAIN,
      Setting.EXPIRED_DOMAIN_QUESTIONS,
      Setting.EXPIRED_DOMAIN_RESOLVERS,
      Setting.EXPIRED_DOMAIN_MINUTES),
  /** A host that was answered before, and is gone. */
  DEFUNCT(
      FindingKind.DEFUNCT_SERVICE,
      Cause.DEFUNCT_SERVICE,
      Setting.DEFUNCT_SERVICE_QUESTIONS,
      Setting.DEFUNCT_SERVICE_RESOLVERS,
      Setting.DEFUNCT_SERVICE_MINUTES),
  /** An alias that leads to a name that does not exist. */
  DANGLING(
      FindingKind.DANGLING_REFERENCE,
      Cause.DANGLING_REFERENCE,
      Setting.DANGLING_REFERENCE_QUESTIONS,
      Setting.DANGLING_REFERENCE_RESOLVERS,
      Setting.DANGLING_REFERENCE_MINUTES),
  /** Slips of a watched name. */
  SLIPS(
      FindingKind.BRAND_TYPOS,
      Cause.TYPO,
      Setting.BRAND_TYPOS_QUESTIONS,
      Setting.BRAND_TYPOS_RESOLVERS,
      Setting.BRAND_TYPOS_MINUTES),
  /** Mail to a domain that nobody has, and that is no slip of a mail provider's. */
  MAIL(
      FindingKind.SPAMTRAP_CANDIDATE,
      Cause.MAIL_TO_NOWHERE,
      Setting.SPAMTRAP_CANDIDATE_QUESTIONS,
      Setting.SPAMTRAP_CANDIDATE_RESOLVERS,
      Setting.SPAMTRAP_CANDIDATE_MINUTES),
  /** A server that cannot stand EDNS. */
  EDNS(
      FindingKind.EDNS_BROKEN,
      Cause.EDNS_BROKEN,
      Setting.EDNS_BROKEN_QUESTIONS,
      Setting.EDNS_BROKEN_RESOLVERS,
      Setting.EDNS_BROKEN_MINUTES);

  private final FindingKind kind;
  private final Cause cause;
  private final Setting questions;
  private final Setting resolvers;
  private final Setting minutes;

  Grouping(FindingKind kind, Cause cause, Setting questions, Setting resolvers, Setting minutes) {
    this.kind = kind;
    this.cause = cause;
    this.questions = questions;
    this.resolvers = resolvers;
    this.minutes = minutes;
  }

  FindingKind kind() {
    return kind;
  }

  Cause cause() {
    return cause;
  }

  /** Whether a record is about its own name or domain, and not about somebody else. */
  boolean isOfDomain() {
    return this != SLIPS && this != EDNS;
  }

  /** Whether what asks is software of somebody's, whose pace tells what it is. */
  boolean isPaced() {
    return this == EXPIRED || this == DEFUNCT;
  }

  /** How much must be known of a group to say something. */
  Enough enough(Tuning tuning) {
    return new Enough(tuning.count(questions), tuning.count(resolvers), tuning.nanos(minutes));
  }

  /** The key of whom a record of this cause is about; 0 when that is nobody. */
  long key(Observation observation) {
    return switch (this) {
      case DEFUNCT, DANGLING -> observation.qnameHash();
      case EXPIRED, MAIL -> {
        int domain = observation.cut().registrableOffset();
        yield domain < 0 ? 0 : observation.hashFrom(domain);
      }
      case EDNS -> observation.server();
      case SLIPS -> {
        String subject = subject(observation);
        byte[] octets = (subject == null ? "" : subject).getBytes(StandardCharsets.ISO_8859_1);
        yield subject == null ? 0 : observation.hash(octets, 0, octets.length);
      }
    };
  }

  /** Whom a record is about; null when that is nobody. */
  @Nullable String subject(Observation observation) {
    return switch (this) {
      case DEFUNCT, DANGLING -> observation.textFrom(0);
      case EXPIRED, MAIL -> observation.textFrom(observation.cut().registrableOffset());
      case EDNS -> {
        ExchangeView exchange = observation.exchange();
        StringBuilder text = new StringBuilder();
        Addresses.append(
            text, exchange.bytes(), exchange.serverAddressOffset(), exchange.addressOctets());
        yield text.toString();
      }
      case SLIPS -> {
        TypoMatch typo = observation.diagnosis().typo();
        Target target = typo == null ? null : typo.target();
        yield target == null ? null : target.domain() + '.';
      }
    };
  }
}
