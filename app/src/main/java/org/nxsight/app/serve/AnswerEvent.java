package org.nxsight.app.serve;

import org.nxsight.store.pdns.QuestionFailedException;

/** What the one who answers a question tells the one who sends the answer, in this order. */
sealed interface AnswerEvent {
  /** The answer has begun: records follow, and an end. */
  record Begun() implements AnswerEvent {}

  /** Lines of JSON, each with a newline at its end. */
  record Lines(String text) implements AnswerEvent {}

  /** That was all, or all up to the limit. */
  record Ended(boolean limited) implements AnswerEvent {}

  /** It failed; when nothing has begun, nothing will. */
  record Failed(QuestionFailedException.Reason reason, String message) implements AnswerEvent {}
}
