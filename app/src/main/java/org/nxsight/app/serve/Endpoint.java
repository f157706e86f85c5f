package org.nxsight.app.serve;

import java.io.IOException;
import org.nxsight.store.pdns.BadQuestionException;

/** What answers the requests of a route. */
@FunctionalInterface
public interface Endpoint {
  /**
   * Answers, on the virtual thread of the connection.
   *
   * @throws BadQuestionException with one sentence when the request asks for nothing that there is
   *     to ask; answered with status 400
   * @throws IOException with one line when the store cannot be read; answered with status 500
   */
  void answer(Call call) throws BadQuestionException, IOException;
}
