package org.nxsight.app.serve.v1;

import org.nxsight.store.pdns.BadQuestionException;

/** A question about something that there is not; the message is one sentence. */
final class NotFoundException extends BadQuestionException {
  NotFoundException(String message) {
    super(message);
  }
}
