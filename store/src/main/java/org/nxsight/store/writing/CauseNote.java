package org.nxsight.store.writing;

import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.exchange.ExchangeView;

/** The cause of a failure as it is noted on an exchange: its number and 1; 0 for none. */
final class CauseNote {
  private static final Cause[] CAUSES = Cause.values();

  private CauseNote() {}

  static void write(ExchangeView exchange, Cause cause) {
    exchange.setNote(cause.ordinal() + 1);
  }

  static @Nullable Cause read(ExchangeView exchange) {
    int note = exchange.note();
    return note == 0 ? null : CAUSES[note - 1];
  }
}
