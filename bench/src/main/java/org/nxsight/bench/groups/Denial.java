package org.nxsight.bench.groups;

/**
 * A question for a name that does not exist.
 *
 * @param epochNanos when it was denied
 * @param zone whose SOA denied it
 * @param resolver who asked, a number
 */
record Denial(long epochNanos, String qname, String zone, int resolver) {}
