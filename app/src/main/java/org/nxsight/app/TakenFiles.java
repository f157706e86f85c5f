package org.nxsight.app;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The input files that have been taken and, so far as is known, still exist; known again by path or
 * by inode, and by length and time of modification. So a file may be renamed after it was taken, or
 * be copied with its directory.
 */
final class TakenFiles {
  /** A file may be missing as long: while it is moved away and back, or its disk is changed. */
  private static final long FORGET_NANOS = 60_000_000_000L;

  private final Map<Path, TakenFile> byPath = new HashMap<>();
  private final Map<Long, TakenFile> byInode = new HashMap<>();
  private final Map<String, TakenFile> byStem = new HashMap<>();
  private Map<Object, Long> missingSinceNanos = new HashMap<>();

  /** Adds a file, in place of what was there before. */
  void add(TakenFile file) {
    byPath.put(file.path(), file);
    byInode.put(file.inode(), file);
    byStem.put(file.stem(), file);
  }

  /** Whether it has been taken as it stands; needs no look into it. */
  boolean contains(TakenFile file) {
    return Stream.of(byPath.get(file.path()), byInode.get(file.inode()))
        .anyMatch(taken -> taken != null && file.isUnchangedSince(taken));
  }

  /**
   * Whether what it holds has been taken, though it was written to later, or compressed under its
   * old name with an ending. A file in the place of another one, as in a ring of files, begins at
   * another time.
   */
  boolean containsWhatBeginsLike(TakenFile file) {
    return Stream.of(byPath.get(file.path()), byInode.get(file.inode()), byStem.get(file.stem()))
        .anyMatch(taken -> taken != null && file.beginsLike(taken));
  }

  /** Whether it was taken when it was shorter, so that what came later has not been read. */
  boolean hasGrown(TakenFile file) {
    TakenFile taken = byInode.get(file.inode());
    return taken != null
        && taken.path().equals(file.path())
        && file.beginsLike(taken)
        && file.octets() > taken.octets();
  }

  /**
   * Forgets the paths, inodes and stems that have been missing for a while. One counts as missing
   * only while there are other files in its directory: that may not be followed now, or its file
   * system not be mounted.
   *
   * @param existing the files of all directories that could be listed
   * @param nowNanos on the monotonic clock
   */
  void forgetMissing(Collection<TakenFile> existing, long nowNanos) {
    Set<Object> known = new HashSet<>();
    Set<@Nullable Path> directories = new HashSet<>();
    for (TakenFile file : existing) {
      known.addAll(List.of(file.path(), file.inode(), file.stem()));
      directories.add(file.path().getParent());
    }
    Map<Object, Long> before = missingSinceNanos;
    missingSinceNanos = new HashMap<>();
    for (Map<?, TakenFile> files : List.of(byPath, byInode, byStem)) {
      files.forEach((key, file) -> {
        if (!known.contains(key) && directories.contains(file.path().getParent())) {
          missingSinceNanos.put(key, before.getOrDefault(key, nowNanos));
        }
      });
      files.keySet().removeIf(key -> nowNanos - missingSince(key, nowNanos) >= FORGET_NANOS);
    }
  }

  private long missingSince(Object key, long nowNanos) {
    return missingSinceNanos.getOrDefault(key, nowNanos);
  }

  /** All of them. */
  List<TakenFile> all() {
    return Stream.of(byPath, byInode, byStem)
        .flatMap(each -> each.values().stream())
        .distinct()
        .toList();
  }

  /** How many there are. */
  int size() {
    return all().size();
  }
}
