package org.nxsight.channels.answers;

/**
 * An RRset and how often it was seen.
 *
 * @param bailiwick the zone it was accepted for
 * @param firstNanos when first seen, in nanoseconds since 1970
 * @param lastNanos when last seen
 */
public record SeenRrset(Rrset rrset, Name bailiwick, long count, long firstNanos, long lastNanos) {}
