package org.nxsight.app;

/** Something the person at the command line can mend; the message is one line that says how. */
final class Complaint extends Exception {
  /** Exit status: failed while working. */
  static final int FAILED = 1;

  /** Exit status: wrong usage or unreadable input. */
  static final int UNUSABLE = 2;

  private final int exitStatus;

  Complaint(int exitStatus, String message) {
    super(message);
    this.exitStatus = exitStatus;
  }

  int exitStatus() {
    return exitStatus;
  }
}
