package org.nxsight.analysis.findings;

import static org.nxsight.analysis.findings.FindingKind.Times.DAY;
import static org.nxsight.analysis.findings.FindingKind.Times.HOUR;
import static org.nxsight.analysis.findings.FindingKind.Times.MINUTE;

/** What a finding says; what each needs, and its limits, is told in docs/findings.md. */
public enum FindingKind {
  BIRTH(SubjectType.NAME, DAY, "a name that software long asked for in vain has begun to exist"),
  DANGLING_REFERENCE(SubjectType.NAME, DAY, "a living record points at a name that does not exist"),
  EXPIRED_DOMAIN(SubjectType.DOMAIN, DAY, "a domain is gone, and software still asks for it"),
  DEFUNCT_SERVICE(SubjectType.NAME, DAY, "a host is gone, and software still asks for it"),
  DEATH(SubjectType.NAME, DAY, "a name that was in use has stopped to exist"),
  DGA_GROUP(SubjectType.GROUP, 6 * HOUR, "names were made up by one generator"),
  DEAD_BOTNET(SubjectType.FAMILY, DAY, "leftovers of a botnet still call home"),
  RANDOM_SUBDOMAIN_FLOOD(
      SubjectType.ZONE, 5 * MINUTE, "a zone is flooded with questions for random names"),
  LIST_SPIKE(SubjectType.ITEM, HOUR, "lists are asked about somebody much more than usual"),
  NEVER_MAIL(SubjectType.ITEM, DAY, "lists are asked about somebody who never sends mail"),
  SELF_CHECK(SubjectType.ITEM, HOUR, "somebody was looked up at many lists at once"),
  LIST_HEALTH(SubjectType.LIST, HOUR, "a list does not answer as it should"),
  LIST_LEARNED(SubjectType.LIST, DAY, "a zone is used as a list that nobody told us of"),
  SPAMTRAP_CANDIDATE(SubjectType.DOMAIN, 7 * DAY, "mail keeps going to a domain nobody has"),
  BRAND_TYPOS(SubjectType.BRAND, DAY, "slips of a watched name are asked for"),
  LOOKALIKE_SCAN(SubjectType.BRAND, HOUR, "somebody looks for look-alikes of a name"),
  NAME_LEAK(SubjectType.DOMAIN, DAY, "names of a private network are asked for in public"),
  LAME_ZONE(SubjectType.ZONE, HOUR, "none of a zone's servers serves it"),
  LAME_SERVER(SubjectType.SERVER, HOUR, "a server does not serve zones that are delegated to it"),
  DNSSEC_BROKEN(SubjectType.ZONE, HOUR, "a zone's signatures do not hold"),
  ZONE_REFUSED(SubjectType.ZONE, HOUR, "a zone's servers refuse to answer"),
  EDNS_BROKEN(SubjectType.SERVER, DAY, "a server cannot stand EDNS"),
  SPIKE(SubjectType.COUNT, HOUR, "a count is far above what it usually is");

  private final SubjectType subjectType;
  private final long quietNanos;
  private final String sentence;

  FindingKind(SubjectType subjectType, long quietSeconds, String sentence) {
    this.subjectType = subjectType;
    quietNanos = quietSeconds * 1_000_000_000L;
    this.sentence = sentence;
  }

  /** What sort of thing it is about. */
  public SubjectType subjectType() {
    return subjectType;
  }

  /** How long nothing more must be seen of it before it is closed. */
  public long quietNanos() {
    return quietNanos;
  }

  /** What it means, for a person: a clause without a dot at its end. */
  public String sentence() {
    return sentence;
  }

  /** Seconds. */
  static final class Times {
    static final long MINUTE = 60;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;

    private Times() {}
  }
}
