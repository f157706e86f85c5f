package org.nxsight.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;

/** What the system says when a file cannot be used, in one line for a person. */
final class Faults {
  private Faults() {}

  /** Names the file and what is wrong with it. */
  static String describe(IOException fault, String fallbackName) {
    String name = fallbackName;
    if (fault instanceof FileSystemException withFile && withFile.getFile() != null) {
      name = withFile.getFile();
    }
    return switch (fault) {
      case NoSuchFileException e -> name + ": no such file or directory";
      case AccessDeniedException e -> name + ": permission denied";
      case NotDirectoryException e -> name + ": is not a directory";
      case FileSystemException e -> name + ": " + reason(e.getReason());
      default -> name + ": " + reason(fault.getMessage());
    };
  }

  /** The same of a fault whose message may be a whole line already, which names the file. */
  static String describeOwn(IOException fault, String name) {
    String message = fault.getMessage();
    boolean whole = message != null && message.contains(": ");
    return message != null && whole && !(fault instanceof FileSystemException)
        ? message
        : describe(fault, name);
  }

  /** Says what is wrong with a name that no file can have. */
  static String describe(InvalidPathException fault) {
    return fault.getInput()
        + ": cannot be a file's name in this locale ("
        + fault.getReason()
        + "); set LC_ALL=C.UTF-8, or name the directory it is in";
  }

  private static String reason(@Nullable String reason) {
    return reason == null ? "cannot be used" : reason;
  }
}
