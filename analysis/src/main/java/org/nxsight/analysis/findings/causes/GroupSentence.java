package org.nxsight.analysis.findings.causes;

import org.nxsight.analysis.findings.Severity;
import org.nxsight.analysis.findings.TimeWords;

/** What a group says to a person, how urgent and how sure it is. */
final class GroupSentence {
  private static final int MANY_RESOLVERS = 3;
  private static final double RESOLVERS_SCALE = 5;
  private static final double HOURS_SCALE = 12;

  private GroupSentence() {}

  static Severity severity(Grouping grouping, Group group) {
    boolean many = group.resolvers() >= MANY_RESOLVERS;
    return switch (grouping) {
      case EXPIRED -> many ? Severity.HIGH : Severity.MEDIUM;
      case DANGLING -> many ? Severity.MEDIUM : Severity.LOW;
      case DEFUNCT, EDNS -> many ? Severity.LOW : Severity.INFO;
      case MAIL -> Severity.INFO;
      case SLIPS -> group.mail > 0 ? Severity.MEDIUM : Severity.LOW;
    };
  }

  /** How sure it is; of a spamtrap its score, which grows with resolvers and hours. */
  static float confidence(Grouping grouping, Group group) {
    return switch (grouping) {
      case MAIL ->
          (float)
              ((1 - Math.exp(-group.resolvers() / RESOLVERS_SCALE))
                  * (1 - Math.exp(-group.hours / HOURS_SCALE)));
      case EXPIRED, DEFUNCT -> 0.7f;
      case DANGLING -> 0.9f;
      case SLIPS, EDNS -> 0.8f;
    };
  }

  static String text(Grouping grouping, Group group) {
    long names = group.names();
    long resolvers = group.resolvers();
    String asked =
        TimeWords.count(group.count, "question")
            + " of "
            + TimeWords.count(resolvers, "resolver")
            + (group.isRegular() ? ", one every " + TimeWords.span(group.gapSeconds()) + "," : "");
    String subject = group.subject;
    return switch (grouping) {
      case EXPIRED ->
          asked
              + " for "
              + TimeWords.count(names, "name")
              + " at or below "
              + subject
              + ", which was answered before and is registered by nobody now: whoever registers it"
              + " gets what this software sends. Find who asks, and register or block it.";
      case DEFUNCT ->
          asked
              + " for "
              + subject
              + ", which was answered before and does not exist any more. Find the software that"
              + " still asks, and give it the new name.";
      case DANGLING ->
          asked
              + " for "
              + subject
              + ", an alias that leads to a name that does not exist. Whoever can make that name"
              + " can answer for this one: remove the alias.";
      case SLIPS ->
          asked
              + " for "
              + TimeWords.count(names, "name")
              + " one slip away from "
              + subject
              + (group.mail > 0 ? ", mail among them" : "")
              + ": nobody has these names. Register or watch those that are asked for most.";
      case MAIL ->
          "Mail servers behind "
              + TimeWords.count(resolvers, "resolver")
              + " looked for "
              + subject
              + " in "
              + TimeWords.count(group.hours, "hour")
              + ", and nobody has it: its addresses stand on somebody's lists. As a domain of yours"
              + " it would be a spamtrap.";
      case EDNS ->
          "The server "
              + subject
              + " failed "
              + TimeWords.count(group.count, "question")
              + " because of EDNS, which every server must stand (RFC 6891): have it or the"
              + " firewall before it mended.";
    };
  }
}
