package org.nxsight.channels.answers;

import org.jspecify.annotations.Nullable;

/**
 * Where an RRset belongs.
 *
 * @param bailiwick the zone it was accepted for; null when that is not known, and no more than that
 *     the server was asked for this very name
 * @param source what told the zone
 */
public record Placement(@Nullable Name bailiwick, ZoneSource source) {}
