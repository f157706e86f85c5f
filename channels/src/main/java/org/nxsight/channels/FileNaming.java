package org.nxsight.channels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** What becomes of a channel file that is whole and synced, but is still called {@code .part}. */
interface FileNaming {
  /** Gives each file its name at once. */
  FileNaming AT_ONCE =
      (part, file) -> {
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        RotatingFile.syncDirectory(RotatingFile.directoryOf(file));
      };

  /**
   * Takes a file.
   *
   * @param part where it is
   * @param file what it is to be called
   */
  void onFinished(Path part, Path file) throws IOException;
}
