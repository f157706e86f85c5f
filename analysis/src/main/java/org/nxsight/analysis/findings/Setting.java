package org.nxsight.analysis.findings;

import static org.nxsight.analysis.findings.FindingKind.BIRTH;
import static org.nxsight.analysis.findings.FindingKind.BRAND_TYPOS;
import static org.nxsight.analysis.findings.FindingKind.DANGLING_REFERENCE;
import static org.nxsight.analysis.findings.FindingKind.DEAD_BOTNET;
import static org.nxsight.analysis.findings.FindingKind.DEATH;
import static org.nxsight.analysis.findings.FindingKind.DEFUNCT_SERVICE;
import static org.nxsight.analysis.findings.FindingKind.DGA_GROUP;
import static org.nxsight.analysis.findings.FindingKind.DNSSEC_BROKEN;
import static org.nxsight.analysis.findings.FindingKind.EDNS_BROKEN;
import static org.nxsight.analysis.findings.FindingKind.EXPIRED_DOMAIN;
import static org.nxsight.analysis.findings.FindingKind.LAME_SERVER;
import static org.nxsight.analysis.findings.FindingKind.LAME_ZONE;
import static org.nxsight.analysis.findings.FindingKind.LIST_HEALTH;
import static org.nxsight.analysis.findings.FindingKind.LIST_LEARNED;
import static org.nxsight.analysis.findings.FindingKind.LIST_SPIKE;
import static org.nxsight.analysis.findings.FindingKind.LOOKALIKE_SCAN;
import static org.nxsight.analysis.findings.FindingKind.NAME_LEAK;
import static org.nxsight.analysis.findings.FindingKind.NEVER_MAIL;
import static org.nxsight.analysis.findings.FindingKind.RANDOM_SUBDOMAIN_FLOOD;
import static org.nxsight.analysis.findings.FindingKind.SELF_CHECK;
import static org.nxsight.analysis.findings.FindingKind.SPAMTRAP_CANDIDATE;
import static org.nxsight.analysis.findings.FindingKind.SPIKE;
import static org.nxsight.analysis.findings.FindingKind.ZONE_REFUSED;
import static org.nxsight.analysis.findings.SettingUnit.COUNT;
import static org.nxsight.analysis.findings.SettingUnit.EVIDENCE;
import static org.nxsight.analysis.findings.SettingUnit.MINUTES;
import static org.nxsight.analysis.findings.SettingUnit.SHARE;
import static org.nxsight.analysis.findings.SettingUnit.TIMES;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A number without which nothing is told of a kind: a least count, span, share or score. Its name
 * is that of its kind, and what is counted.
 */
public enum Setting {
  BIRTH_QUESTIONS(BIRTH, COUNT, 20, "questions in vain"),
  BIRTH_RESOLVERS(BIRTH, COUNT, 2, "resolvers that asked in vain"),
  BIRTH_MINUTES(BIRTH, MINUTES, 60, "from the first to the last question in vain"),
  DANGLING_REFERENCE_QUESTIONS(DANGLING_REFERENCE, COUNT, 4, "questions for an alias"),
  DANGLING_REFERENCE_RESOLVERS(DANGLING_REFERENCE, COUNT, 1, "resolvers that ask for an alias"),
  DANGLING_REFERENCE_MINUTES(DANGLING_REFERENCE, MINUTES, 10, "of questions for an alias"),
  DANGLING_REFERENCE_TARGET_QUESTIONS(
      DANGLING_REFERENCE, COUNT, 4, "questions for the target of an MX, NS or SRV record"),
  DANGLING_REFERENCE_TARGET_MINUTES(
      DANGLING_REFERENCE, MINUTES, 10, "of questions for such a target"),
  EXPIRED_DOMAIN_QUESTIONS(EXPIRED_DOMAIN, COUNT, 20, "questions"),
  EXPIRED_DOMAIN_RESOLVERS(EXPIRED_DOMAIN, COUNT, 1, "resolvers that ask"),
  EXPIRED_DOMAIN_MINUTES(EXPIRED_DOMAIN, MINUTES, 60, "of questions"),
  DEFUNCT_SERVICE_QUESTIONS(DEFUNCT_SERVICE, COUNT, 50, "questions"),
  DEFUNCT_SERVICE_RESOLVERS(DEFUNCT_SERVICE, COUNT, 1, "resolvers that ask"),
  DEFUNCT_SERVICE_MINUTES(DEFUNCT_SERVICE, MINUTES, 60, "of questions"),
  DEATH_ANSWERS(DEATH, COUNT, 20, "answers before"),
  DEATH_RESOLVERS(DEATH, COUNT, 2, "resolvers that were answered"),
  DEATH_IN_USE_MINUTES(DEATH, MINUTES, 360, "from the first to the last answer"),
  DEATH_QUESTIONS(DEATH, COUNT, 3, "denials in a row"),
  DEATH_MINUTES(DEATH, MINUTES, 30, "of denials"),
  DGA_GROUP_NAMES(DGA_GROUP, COUNT, 5, "names that look generated"),
  DGA_GROUP_EVIDENCE(DGA_GROUP, EVIDENCE, 9.2, "that a generator made them"),
  DGA_GROUP_KNOWN_NAMES(DGA_GROUP, COUNT, 4, "exact names of a known family"),
  DEAD_BOTNET_QUESTIONS(DEAD_BOTNET, COUNT, 5, "questions"),
  DEAD_BOTNET_MINUTES(DEAD_BOTNET, MINUTES, 1, "of questions"),
  RANDOM_SUBDOMAIN_FLOOD_NAMES(RANDOM_SUBDOMAIN_FLOOD, COUNT, 50, "different names in ten seconds"),
  RANDOM_SUBDOMAIN_FLOOD_TIMES(RANDOM_SUBDOMAIN_FLOOD, TIMES, 4, "the zone's usual names"),
  RANDOM_SUBDOMAIN_FLOOD_RESOLVERS(RANDOM_SUBDOMAIN_FLOOD, COUNT, 3, "resolvers that ask"),
  LIST_SPIKE_QUESTIONS(LIST_SPIKE, COUNT, 30, "questions a minute"),
  LIST_SPIKE_TIMES(LIST_SPIKE, TIMES, 4, "the item's usual questions"),
  LIST_SPIKE_RESOLVERS(LIST_SPIKE, COUNT, 3, "resolvers that ask"),
  NEVER_MAIL_WATCHED_QUESTIONS(NEVER_MAIL, COUNT, 3, "questions about who is watched"),
  NEVER_MAIL_PUBLISHED_QUESTIONS(NEVER_MAIL, COUNT, 20, "questions about who publishes it"),
  NEVER_MAIL_PUBLISHED_RESOLVERS(NEVER_MAIL, COUNT, 3, "resolvers that ask about these"),
  NEVER_MAIL_RESERVED_QUESTIONS(NEVER_MAIL, COUNT, 50, "questions about a reserved network"),
  NEVER_MAIL_PRIVATE_QUESTIONS(NEVER_MAIL, COUNT, 200, "questions about a private network"),
  SELF_CHECK_LISTS(SELF_CHECK, COUNT, 9, "lists at once"),
  SELF_CHECK_UNKNOWN_LISTS(SELF_CHECK, COUNT, 13, "lists at once, of a resolver without a habit"),
  SELF_CHECK_MANY_LISTS(SELF_CHECK, COUNT, 30, "lists at once that are nobody's habit"),
  LIST_HEALTH_QUESTIONS(
      LIST_HEALTH, COUNT, 30, "questions in twenty minutes, or in up to three hours"),
  LIST_HEALTH_REFUSED_SHARE(LIST_HEALTH, SHARE, 0.2, "of questions refused"),
  LIST_HEALTH_FAILED_SHARE(LIST_HEALTH, SHARE, 0.5, "of questions failed"),
  LIST_HEALTH_LISTED_SHARE(LIST_HEALTH, SHARE, 0.98, "of items listed, or answered strangely"),
  LIST_LEARNED_QUESTIONS(LIST_LEARNED, COUNT, 20, "questions after it was learned"),
  LIST_LEARNED_ITEMS(LIST_LEARNED, COUNT, 10, "different addresses"),
  SPAMTRAP_CANDIDATE_QUESTIONS(SPAMTRAP_CANDIDATE, COUNT, 10, "questions"),
  SPAMTRAP_CANDIDATE_RESOLVERS(SPAMTRAP_CANDIDATE, COUNT, 3, "resolvers that ask"),
  SPAMTRAP_CANDIDATE_MINUTES(SPAMTRAP_CANDIDATE, MINUTES, 1440, "of questions"),
  BRAND_TYPOS_QUESTIONS(BRAND_TYPOS, COUNT, 5, "questions"),
  BRAND_TYPOS_RESOLVERS(BRAND_TYPOS, COUNT, 1, "resolvers that ask"),
  BRAND_TYPOS_MINUTES(BRAND_TYPOS, MINUTES, 1, "of questions"),
  LOOKALIKE_SCAN_NAMES(LOOKALIKE_SCAN, COUNT, 20, "different names in ten minutes"),
  LOOKALIKE_SCAN_TIMES(LOOKALIKE_SCAN, TIMES, 4, "the resolver's usual slips"),
  NAME_LEAK_QUESTIONS(NAME_LEAK, COUNT, 20, "questions"),
  NAME_LEAK_OWN_QUESTIONS(NAME_LEAK, COUNT, 3, "questions below a domain of --own"),
  NAME_LEAK_MINUTES(NAME_LEAK, MINUTES, 1, "of questions"),
  LAME_ZONE_ERRORS(LAME_ZONE, COUNT, 5, "errors"),
  LAME_ZONE_MINUTES(LAME_ZONE, MINUTES, 1, "of errors"),
  LAME_SERVER_ERRORS(LAME_SERVER, COUNT, 5, "errors"),
  LAME_SERVER_MINUTES(LAME_SERVER, MINUTES, 1, "of errors"),
  DNSSEC_BROKEN_ERRORS(DNSSEC_BROKEN, COUNT, 5, "errors"),
  DNSSEC_BROKEN_MINUTES(DNSSEC_BROKEN, MINUTES, 1, "of errors"),
  ZONE_REFUSED_ERRORS(ZONE_REFUSED, COUNT, 5, "errors"),
  ZONE_REFUSED_MINUTES(ZONE_REFUSED, MINUTES, 1, "of errors"),
  EDNS_BROKEN_QUESTIONS(EDNS_BROKEN, COUNT, 8, "failures"),
  EDNS_BROKEN_RESOLVERS(EDNS_BROKEN, COUNT, 1, "resolvers that ask"),
  EDNS_BROKEN_MINUTES(EDNS_BROKEN, MINUTES, 10, "of failures"),
  SPIKE_FAILURES(SPIKE, COUNT, 100, "failures a minute"),
  SPIKE_TIMES(SPIKE, TIMES, 4, "what is usual");

  private final FindingKind kind;
  private final SettingUnit unit;
  private final double usual;
  private final String meaning;

  Setting(FindingKind kind, SettingUnit unit, double usual, String meaning) {
    this.kind = kind;
    this.unit = unit;
    this.usual = usual;
    this.meaning = meaning;
  }

  /** The findings it decides about. */
  public FindingKind kind() {
    return kind;
  }

  /** What it counts, and from where to where. */
  public SettingUnit unit() {
    return unit;
  }

  /** Its value when nobody says another one. */
  public double usual() {
    return usual;
  }

  /** What is counted, for a person: goes on after the number and its unit. */
  public String meaning() {
    return meaning;
  }

  /** What users call it, such as {@code BIRTH.questions}. */
  public String text() {
    String own = name().substring(kind.name().length() + 1);
    return kind.name() + '.' + own.toLowerCase(Locale.ROOT);
  }

  /** Those of a kind. */
  public static List<Setting> of(FindingKind kind) {
    return Arrays.stream(values()).filter(each -> each.kind == kind).toList();
  }
}
