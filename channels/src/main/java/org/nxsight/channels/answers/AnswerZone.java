package org.nxsight.channels.answers;

/**
 * The zone whose servers were asked.
 *
 * @param zone its name; the root when nothing told it
 */
record AnswerZone(Name zone, ZoneSource source) {
  static final AnswerZone UNKNOWN = new AnswerZone(Name.ROOT, ZoneSource.NOTHING);
}
