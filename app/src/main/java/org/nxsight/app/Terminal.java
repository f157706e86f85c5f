package org.nxsight.app;

/** Whether a person watches; only the launcher can tell, which knows the file descriptors. */
final class Terminal {
  private Terminal() {}

  /** Whether standard error is a terminal. */
  static boolean showsErrors() {
    return Boolean.getBoolean("nxsight.terminal") && !Notices.areJson();
  }
}
