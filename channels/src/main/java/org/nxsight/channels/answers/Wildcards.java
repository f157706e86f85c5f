package org.nxsight.channels.answers;

import java.util.Arrays;
import java.util.Set;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.Mixing;

/**
 * Which owners of equal records, below one name and in one window, are a wildcard's (RFC 4592): the
 * ones beyond the first {@link #MAX_OWNERS}. A wildcard has an answer for every name, so somebody
 * who asks for random ones could fill the database.
 *
 * <p>Who delegates many names to the same servers has no wildcard, so NS and DS are left alone.
 *
 * <p>Owners are counted in a table of open addressing, told by a 64-bit hash of the name above, the
 * bailiwick, the type and the rdata; when it is half full all counting starts anew, which only lets
 * more owners stay.
 */
final class Wildcards {
  /** Owners that stay sets of their own; as many as of a flood of failures. */
  static final int MAX_OWNERS = 10_000;

  /** 1.5 MB; 65,536 groups at a time. */
  private static final int PLACES = 1 << 17;

  private static final Set<Integer> CUT_TYPES = Set.of(2, 43);
  private static final byte[] LABEL = {1, '*'};

  private final int maxOwners;
  private final long seed;
  private final long[] groups = new long[PLACES];
  private final int[] owners = new int[PLACES];
  private int size;
  private long folded;

  Wildcards(int maxOwners, long seed) {
    this.maxOwners = maxOwners;
    this.seed = seed;
  }

  /** Takes a set that is new in the window, and tells whether it is a wildcard's. */
  boolean isOne(RrsetBytes set) {
    byte[] bytes = set.bytes();
    int name = RrsetBytes.nameOffset(bytes, 0);
    int label = bytes[name];
    if (label == 0
        || CUT_TYPES.contains(Bytes.u16(bytes, 0))
        || (label == 1 && bytes[name + 1] == '*')) {
      return false;
    }
    int parent = name + 1 + label;
    long before = Mixing.hash(bytes, 0, name - 1, seed);
    int place = place(Mixing.hash(bytes, parent, set.length() - parent, before) | 1);
    if (owners[place] < maxOwners) {
      owners[place]++;
      return false;
    }
    folded++;
    return true;
  }

  private int place(long group) {
    if (2 * size > PLACES) {
      clear();
    }
    int place = (int) (group >>> 40) & (PLACES - 1);
    while (groups[place] != 0 && groups[place] != group) {
      place = place + 1 & (PLACES - 1);
    }
    if (groups[place] == 0) {
      groups[place] = group;
      size++;
    }
    return place;
  }

  /** The wildcard whose answer a set is. */
  static Rrset above(Rrset rrset) {
    byte[] owner = rrset.rrname().wire().bytes();
    int parent = 1 + owner[0];
    byte[] wildcard = new byte[LABEL.length + owner.length - parent];
    System.arraycopy(LABEL, 0, wildcard, 0, LABEL.length);
    System.arraycopy(owner, parent, wildcard, LABEL.length, owner.length - parent);
    Name name = Name.of(wildcard, 0, wildcard.length);
    return new Rrset(name, rrset.rrtype(), rrset.rrclass(), rrset.rdata());
  }

  /** Starts counting anew. */
  void clear() {
    if (size > 0) {
      Arrays.fill(groups, 0);
      Arrays.fill(owners, 0);
      size = 0;
    }
  }

  /** The sightings that were counted under a wildcard's name, unless it had them already. */
  long folded() {
    return folded;
  }
}
