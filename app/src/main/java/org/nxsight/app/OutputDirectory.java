package org.nxsight.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsight.channels.Destinations;
import org.nxsight.channels.SealedFiles;
import org.nxsight.store.writing.StoreWriter;

/**
 * The directory a run writes to, held by a lock as long as the run lasts, so that two runs never
 * write to one.
 */
final class OutputDirectory implements AutoCloseable {
  private static final String LOCK = ".lock";

  /** What the lock file says while a live run writes, and after it was killed. */
  private static final byte[] LIVE = "live\n".getBytes(StandardCharsets.US_ASCII);

  private final Path directory;
  private final FileChannel lockFile;

  private OutputDirectory(Path directory, FileChannel lockFile) {
    this.directory = directory;
    this.lockFile = lockFile;
  }

  /** Makes the directory if need be, and takes its lock. */
  static OutputDirectory open(Path directory) throws Complaint {
    try {
      Files.createDirectories(directory);
      FileChannel lockFile =
          FileChannel.open(
              directory.resolve(LOCK),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (tryLock(lockFile) == null) {
        lockFile.close();
        throw new Complaint(
            Complaint.UNUSABLE,
            Printable.of(directory + ": another run is writing here; choose another one by -o"));
      }
      return new OutputDirectory(directory, lockFile);
    } catch (FileAlreadyExistsException e) {
      throw new Complaint(
          Complaint.UNUSABLE, Printable.of(directory + ": is a file, not a directory"));
    } catch (IOException e) {
      throw new Complaint(
          Complaint.UNUSABLE, Printable.of(Faults.describe(e, directory.toString())));
    }
  }

  private static @Nullable FileLock tryLock(FileChannel lockFile) throws IOException {
    try {
      return lockFile.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** Where the channels' directories are. */
  Path channels() {
    return channels(directory);
  }

  /** Where the channels' directories are in a directory that runs write to. */
  static Path channels(Path directory) {
    return directory.resolve("channels");
  }

  /** Where the store is. */
  Path store() {
    return directory.resolve("store");
  }

  /** Where a run keeps what the next one is to know about findings. */
  Path findingState() {
    return directory.resolve("findings.state");
  }

  /** Where what is published waits for Kafka. */
  Path kafkaSpill() {
    return directory.resolve("kafka-spill");
  }

  /** Where a run that follows directories notes what it has taken. */
  Path taken() {
    return directory.resolve("taken");
  }

  /**
   * Settles what a run that was killed left unfinished, and notes what kind of run this one is. A
   * run over files can be made again, so its files are removed; those of a live run are completed.
   * A run that followed directories noted which of its files to complete.
   *
   * @param live whether this run is one that cannot be made again
   * @return what was done, a line each
   * @throws Complaint when what a run noted cannot be read
   */
  List<String> settle(boolean live) throws IOException, Complaint {
    if (!Files.exists(taken())) {
      return settle(live, 0);
    }
    try (TakenJournal journal = TakenJournal.open(taken())) {
      return settle(live, release(journal));
    }
  }

  /** The same for a run that follows directories itself, and has opened what is {@link #taken}. */
  List<String> settle(TakenJournal journal) throws IOException {
    return settle(false, release(journal));
  }

  private int release(TakenJournal journal) throws IOException {
    MadeFiles made = MadeFiles.of(journal.lastMade());
    int released = SealedFiles.release(channels(), made.channel());
    if (!made.store().isEmpty()) {
      released += StoreWriter.commit(store(), made.store());
    }
    journal.onReleased();
    return released;
  }

  private List<String> settle(boolean live, int released) throws IOException {
    List<String> done = new ArrayList<>();
    if (released > 0) {
      done.add("completed " + released + " files of an earlier run that was killed");
    }
    boolean completed = isNotedLive();
    int files = 0;
    for (String channel : ChannelName.ALL) {
      files +=
          completed
              ? Destinations.completeUnfinished(channels(), channel)
              : Destinations.clearUnfinished(channels(), channel);
    }
    if (files > 0) {
      done.add(
          (completed ? "completed " : "removed ")
              + files
              + " unfinished files of an earlier run that was killed");
    }
    note(live);
    return done;
  }

  private boolean isNotedLive() throws IOException {
    ByteBuffer note = ByteBuffer.allocate(LIVE.length);
    lockFile.read(note, 0);
    return Arrays.equals(note.array(), LIVE);
  }

  private void note(boolean live) throws IOException {
    lockFile.truncate(0);
    if (live) {
      lockFile.write(ByteBuffer.wrap(LIVE), 0);
    }
    lockFile.force(true);
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
