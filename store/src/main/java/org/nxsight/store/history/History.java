package org.nxsight.store.history;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsight.store.failures.Failure;

/**
 * What the store knows about one name.
 *
 * @param name the name, in lower case with a dot at its end
 * @param records what it had, the type that was there first at first
 * @param failures by type, rcode and SOA, the most frequent first; NODATA among them
 * @param servers the same by server
 * @param floods failures of floods above it, among whose names it may be
 * @param cut the zone that its failures belong to; null when nothing tells
 * @param ancestor the deepest name above it that is known to exist; null when none is
 * @param working other names under the cut that were answered since this one fails
 * @param missing other names under the cut that do not exist either
 */
public record History(
    String name,
    List<Records> records,
    List<Failure> failures,
    List<Failure> servers,
    List<Failure> floods,
    @Nullable String cut,
    @Nullable Ancestor ancestor,
    Neighbours working,
    Neighbours missing) {
  /** Holds lists of its own. */
  public History {
    records = List.copyOf(records);
    failures = List.copyOf(failures);
    servers = List.copyOf(servers);
    floods = List.copyOf(floods);
  }
}
