package org.nxsight.app;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsight.capture.FirstTime;
import org.nxsight.capture.UnreadableCaptureException;
import org.nxsight.capture.Writers;

/**
 * Directories whose files are taken once each, as soon as they are finished: when nobody has them
 * open for writing; or, where the system cannot tell and for empty files, when they have not
 * changed for a while. Hidden files and those called {@code .part} are not finished whatever they
 * look like.
 */
final class FollowedDirectories {
  private static final Comparator<TakenFile> BY_TIME =
      Comparator.comparingLong(TakenFile::firstNanos).thenComparing(TakenFile::path);

  /** A file that is not finished yet, or is none of ours, and since when it is as it is. */
  private record Watched(TakenFile file, long sinceNanos, boolean passedOver) {}

  private final List<Path> directories;
  private final long settleNanos;
  private final TakenJournal journal;
  private final Set<Path> unlistable = new HashSet<>();
  private Map<Path, Watched> watched = new HashMap<>();
  private long passedOver;
  private long grown;

  /**
   * @param directories absolute
   * @param settleNanos how long a file must not have changed
   * @param journal knows what has been taken
   */
  FollowedDirectories(List<Path> directories, long settleNanos, TakenJournal journal) {
    this.directories = directories;
    this.settleNanos = settleNanos;
    this.journal = journal;
  }

  /**
   * The files that are finished and have not been taken, in order of time. Of several names of one
   * file, and of a file beside its compressed copy, there is one: the next look knows the others.
   *
   * @param nowNanos on the monotonic clock
   */
  List<TakenFile> finished(long nowNanos) {
    List<TakenFile> existing = new ArrayList<>();
    for (Path directory : directories) {
      existing.addAll(list(directory));
    }
    Map<Path, Watched> before = watched;
    watched = new HashMap<>();
    List<TakenFile> finished = new ArrayList<>();
    TakenFiles chosen = new TakenFiles();
    for (TakenFile file : existing) {
      if (journal.files().contains(file) || chosen.contains(file)) {
        continue;
      }
      TakenFile known = look(file, before.get(file.path()), nowNanos);
      if (known != null && !chosen.containsWhatBeginsLike(known)) {
        finished.add(known);
        chosen.add(known);
      }
    }
    journal.files().forgetMissing(existing, nowNanos);
    finished.sort(BY_TIME);
    return finished;
  }

  /** The files of a directory; none when it cannot be listed as a whole. */
  private List<TakenFile> list(Path directory) {
    try {
      List<TakenFile> existing = new ArrayList<>();
      for (Path path : CaptureDirectory.files(directory)) {
        find(path, existing);
      }
      unlistable.remove(directory);
      return existing;
    } catch (IOException e) {
      if (unlistable.add(directory)) {
        Notices.say(Faults.describe(e, directory.toString()) + "; looked for again and again");
      }
      return List.of();
    }
  }

  private static void find(Path path, List<TakenFile> existing) throws IOException {
    try {
      existing.add(TakenFile.find(path));
    } catch (NoSuchFileException e) {
      // It has gone since it was listed.
    }
  }

  /** The file with its first time when it is finished and has not been taken, or else null. */
  private @Nullable TakenFile look(TakenFile file, @Nullable Watched before, long nowNanos) {
    Watched now =
        before != null && file.isUnchangedSince(before.file())
            ? before
            : new Watched(file, nowNanos, false);
    watched.put(file.path(), now);
    if (now.passedOver() || !isFinished(now, nowNanos)) {
      return null;
    }
    try {
      TakenFile known = file.startingAt(FirstTime.of(file.path()));
      if (!journal.files().containsWhatBeginsLike(known)) {
        return known;
      }
      if (journal.files().hasGrown(known)) {
        grown++;
        Notices.say(
            file.path() + ": grew after it was taken; what came later is not read: raise --settle");
      }
      journal.renew(known);
    } catch (UnreadableCaptureException e) {
      passOver(now, String.valueOf(e.getMessage()));
    } catch (NoSuchFileException e) {
      // It has gone since it was listed.
    } catch (IOException e) {
      passOver(now, Faults.describe(e, file.path().toString()));
    }
    return null;
  }

  /** Whether nobody has replaced a file, or written to it, since it was found. */
  boolean isAsFound(TakenFile file) throws IOException {
    TakenFile now = TakenFile.find(file.path());
    return now.inode() == file.inode()
        && now.isUnchangedSince(file)
        && Writers.of(file.path()) != Writers.SOME;
  }

  private boolean isFinished(Watched file, long nowNanos) {
    Writers writers = file.file().octets() == 0 ? Writers.UNKNOWN : Writers.of(file.file().path());
    return switch (writers) {
      case NONE -> true;
      case SOME -> false;
      case UNKNOWN -> nowNanos - file.sinceNanos() >= settleNanos;
    };
  }

  private void passOver(Watched file, String why) {
    passedOver++;
    watched.put(file.file().path(), new Watched(file.file(), file.sinceNanos(), true));
    Notices.say("passed over " + why);
  }

  /** What there is to tell, by name. */
  Map<String, Long> counters() {
    Map<String, Long> counters = new LinkedHashMap<>();
    counters.put("files_passed_over", passedOver);
    counters.put("files_grown_after_taken", grown);
    return counters;
  }
}
