package org.nxsight.store.pdns;

/** A question that was not answered to its end; the message is one sentence for a person. */
public final class QuestionFailedException extends Exception {
  /** Why a question failed. */
  public enum Reason {
    /** As many questions as may run at once were running for too long. */
    BUSY,
    /** It took longer than a question may. */
    TIME,
    /** The one who asked took it back. */
    CANCELLED,
    /** The store could not be read, or not within the memory there is. */
    STORE
  }

  private final Reason reason;

  QuestionFailedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
