package org.nxsight.analysis.findings.causes;

/**
 * How much must be known of a group to say something.
 *
 * @param questions of it
 * @param resolvers that ask
 * @param nanos from the first to the last question
 */
record Enough(int questions, int resolvers, long nanos) {
  boolean is(Group group) {
    return group.count >= questions
        && group.resolvers() >= resolvers
        && group.lastNanos - group.firstNanos >= nanos;
  }
}
