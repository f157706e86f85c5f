package org.nxsight.app;

/** What a person is told while the program works: lines on standard error. */
final class Notices {
  private Notices() {}

  /** Tells one line. */
  static void say(String line) {
    System.err.println("nxsight: " + Printable.of(line));
  }
}
