package org.nxsight.store.tables;

/** A question in SQL that cannot be asked; the message is one line that says why. */
public final class RefusedSqlException extends Exception {
  RefusedSqlException(String message) {
    super(message);
  }
}
