package org.nxsight.capture;

import java.io.IOException;

/** An input that cannot be read (any further); the message is one line for a person. */
public final class UnreadableCaptureException extends IOException {
  private final boolean nothingRead;

  /**
   * @param message what is wrong, where, and what would be accepted
   * @param nothingRead true when not a single packet could come out of this input
   */
  public UnreadableCaptureException(String message, boolean nothingRead) {
    super(message);
    this.nothingRead = nothingRead;
  }

  /** Whether this was no readable input at all, rather than one that broke off. */
  public boolean nothingRead() {
    return nothingRead;
  }
}
