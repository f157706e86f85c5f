package org.nxsight.wire.dnstap;

/** What a control frame says (farsightsec/fstrm, fstrm/control.h). */
public enum ControlType {
  /** The receiver takes one of the content types that the sender has offered. */
  ACCEPT,
  /** The sender begins to send data frames. */
  START,
  /** The sender will send no more. */
  STOP,
  /** The sender offers content types and waits for ACCEPT. */
  READY,
  /** The receiver has everything up to STOP. */
  FINISH;

  private static final ControlType[] VALUES = values();

  /** The number on the wire, 1..5. */
  int number() {
    return ordinal() + 1;
  }

  /** Whether there is a type with this number. */
  static boolean isKnown(int number) {
    return number >= 1 && number <= VALUES.length;
  }

  /** The type with this number, which must be known. */
  static ControlType of(int number) {
    return VALUES[number - 1];
  }
}
