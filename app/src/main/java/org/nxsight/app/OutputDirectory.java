package org.nxsight.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.nxsight.channels.Destinations;

/**
 * The directory a run writes to, held by a lock as long as the run lasts, so that two runs never
 * write to one.
 */
final class OutputDirectory implements AutoCloseable {
  private static final String LOCK = ".lock";

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
              directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
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
    return directory.resolve("channels");
  }

  /**
   * Removes what a run that was killed left unfinished.
   *
   * @return how many files
   */
  int clearUnfinished() throws IOException {
    return Destinations.clearUnfinished(channels(), ChannelName.ERRORS)
        + Destinations.clearUnfinished(channels(), ChannelName.NXDOMAIN);
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
