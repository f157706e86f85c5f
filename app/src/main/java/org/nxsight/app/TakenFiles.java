package org.nxsight.app;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The input files that have been taken and still exist, known again by path or by inode, and by
 * length and time of modification. So a file may be renamed after it was taken, or be copied with
 * its directory.
 */
final class TakenFiles {
  private final Map<Path, TakenFile> byPath = new HashMap<>();
  private final Map<Long, TakenFile> byInode = new HashMap<>();
  private final Map<String, TakenFile> byStem = new HashMap<>();

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
   * Forgets the files that do not exist any more. When no file exists at all, nothing is forgotten:
   * a file system may not be mounted.
   */
  void retain(Collection<TakenFile> existing) {
    if (existing.isEmpty()) {
      return;
    }
    Set<Object> known = new HashSet<>();
    for (TakenFile file : existing) {
      known.addAll(List.of(file.path(), file.inode(), file.stem()));
    }
    byPath.values().removeIf(file -> !isKnown(file, known));
    byInode.values().removeIf(file -> !isKnown(file, known));
    byStem.values().removeIf(file -> !isKnown(file, known));
  }

  private static boolean isKnown(TakenFile file, Set<Object> known) {
    return known.contains(file.path())
        || known.contains(file.inode())
        || known.contains(file.stem());
  }

  /** All of them. */
  List<TakenFile> all() {
    return Stream.of(byPath, byInode, byStem)
        .flatMap(each -> each.values().stream())
        .distinct()
        .toList();
  }

  /** How many names there are; files that were renamed may count more than once. */
  int size() {
    return byPath.size();
  }
}
