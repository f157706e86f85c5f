package org.nxsight.app;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where answers go: the standard output, in UTF-8 whatever the locale. Whoever reads it may close
 * it early, as {@code head} does.
 */
final class AnswerOutput {
  private static final int FLUSH_CHARS = 1 << 16;

  private final PrintStream out;
  private final StringBuilder gathered = new StringBuilder();
  private boolean closed;

  AnswerOutput() {
    this(System.out);
  }

  /**
   * @param out in the place of the standard output
   */
  AnswerOutput(PrintStream out) {
    this.out = out;
  }

  /** Appends text as it is. */
  AnswerOutput append(CharSequence text) {
    gathered.append(text);
    if (gathered.length() >= FLUSH_CHARS) {
      flush();
    }
    return this;
  }

  /** Whether somebody still reads. */
  boolean isOpen() {
    return !closed;
  }

  /** Hands on what was gathered. */
  void flush() {
    byte[] octets = gathered.toString().getBytes(StandardCharsets.UTF_8);
    out.write(octets, 0, octets.length);
    closed = out.checkError();
    gathered.setLength(0);
  }
}
