package org.nxsight.channels.answers;

import java.util.List;

/**
 * The RRsets of one response, by section, in the order of their first records. OPT is none of them.
 *
 * @param malformedRecord whether a record was malformed; its section and those behind it are empty
 */
record ResponseRrsets(
    List<Rrset> answer, List<Rrset> authority, List<Rrset> additional, boolean malformedRecord) {

  /** How many there are. */
  int count() {
    return answer.size() + authority.size() + additional.size();
  }
}
