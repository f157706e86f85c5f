package org.nxsight.store.pdns;

/** A question that cannot be asked; the message says what was wrong and what is accepted. */
public class BadQuestionException extends Exception {
  public BadQuestionException(String message) {
    super(message);
  }
}
