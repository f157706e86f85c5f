package org.nxsight.app;

/** An RRset that is not imported. */
final class RefusedImportException extends Exception {
  private final ImportRefusal refusal;

  RefusedImportException(ImportRefusal refusal, String message) {
    super(message, null, false, false); // many lines may be bad; nobody looks at the stack
    this.refusal = refusal;
  }

  ImportRefusal refusal() {
    return refusal;
  }
}
