package org.nxsight.store.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of one type that a name had.
 *
 * @param rdata the set that was seen last
 * @param sets how many sets there were, this one included
 * @param bailiwick the zone that the last one was accepted for; null when not known
 * @param placed whether the servers that sent them had a say about the name
 */
public record Records(
    String rrtype,
    List<String> rdata,
    long sets,
    @Nullable String bailiwick,
    boolean placed,
    long count,
    long timeFirstMicros,
    long timeLastMicros) {}
