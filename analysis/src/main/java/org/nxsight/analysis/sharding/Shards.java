package org.nxsight.analysis.sharding;

import org.nxsight.analysis.cut.PublicSuffixes;
import org.nxsight.analysis.cut.TopLevel;
import org.nxsight.analysis.cut.TopLevelDomains;
import org.nxsight.wire.Mixing;

/**
 * Which shard something belongs to. The number of shards is fixed for the life of a state; a task
 * has some of them.
 *
 * <p>A name belongs to the domain that a registry sold: of {@code www.user.github.io} that is
 * {@code github.io}, so that the zone a platform serves is in one shard. Below a top-level domain
 * that is not delegated ({@code lan}) everything belongs together.
 */
public final class Shards {
  /** Enough for 128 tasks. */
  public static final int DEFAULT = 128;

  private static final long SALT = 0x6e78_7368_6172_6473L;

  private Shards() {}

  /** The shard of a key. */
  public static int of(long key, int shards) {
    return (int) Long.remainderUnsigned(Mixing.mix(key ^ SALT, Mixing.A) >>> 8, shards);
  }

  /** The shard of a name in wire form and lower case. */
  static int ofName(byte[] name, int octets, int shards) {
    int domain = domain(name);
    return of(Mixing.hash(name, domain, octets - domain, SALT), shards);
  }

  private static int domain(byte[] name) {
    if (TopLevelDomains.kind(name, 0) == TopLevel.DELEGATED) {
      int suffix = PublicSuffixes.icannSuffixOffset(name, 0);
      return Math.max(0, PublicSuffixes.registrableOffset(name, 0, suffix));
    }
    int last = 0;
    for (int at = 0; name[at] != 0; at += 1 + name[at]) {
      last = at;
    }
    return last;
  }
}
