package org.nxsight.app.serve;

import java.util.Locale;

/** What a key lets its holder do, and what a route asks of a key. */
public enum Scope {
  /** Nothing is asked: the page's own files, which say nothing of the traffic. */
  OPEN,
  /** Ask the store, and what a run counts. */
  READ,
  /** Subscribe to streams. */
  LIVE,
  /** Change something, such as the mark of a finding. */
  WRITE;

  /** As in the file of keys and on the command line. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
