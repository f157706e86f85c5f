package org.nxsight.channels.answers;

/**
 * The zone whose servers were asked.
 *
 * @param zone its name; the root when that is not known
 */
record AnswerZone(Name zone, ZoneSource source) {
  static final AnswerZone QUESTION = new AnswerZone(Name.ROOT, ZoneSource.QUESTION);
  static final AnswerZone UNKNOWN = new AnswerZone(Name.ROOT, ZoneSource.NOTHING);
}
