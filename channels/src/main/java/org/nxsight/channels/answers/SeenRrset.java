package org.nxsight.channels.answers;

import org.jspecify.annotations.Nullable;

/**
 * An RRset and how often it was seen.
 *
 * @param bailiwick the zone it was accepted for; null when that is not known
 * @param source the best of what told the zone
 * @param firstNanos when first seen, in nanoseconds since 1970
 * @param lastNanos when last seen
 */
public record SeenRrset(
    Rrset rrset,
    @Nullable Name bailiwick,
    ZoneSource source,
    long count,
    long firstNanos,
    long lastNanos) {}
