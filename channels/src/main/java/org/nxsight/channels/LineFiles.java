package org.nxsight.channels;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A channel of text as a series of files: whole records, each with the end of its last line. */
public final class LineFiles implements Closeable {
  private static final int FLUSH_CHARS = 1 << 16;

  private final RotatingFile file;
  private final StringBuilder gathered = new StringBuilder();

  LineFiles(RotatingFile file) {
    this.file = file;
  }

  /**
   * Where the next record is appended.
   *
   * @param epochNanos its time in nanoseconds since 1970, which says in what file it is
   */
  public StringBuilder begin(long epochNanos) throws IOException {
    if (file.isBeyond(epochNanos)) {
      cut();
      file.isBeyond(epochNanos);
    }
    return gathered;
  }

  /** Ends the record. */
  public void end() throws IOException {
    if (gathered.length() >= FLUSH_CHARS) {
      flush();
    }
  }

  /** Hears how far time has come; see {@link Destination#onTime}. */
  public void onTime(long reachedNanos) throws IOException {
    if (file.isWriteDue(reachedNanos)) {
      flush();
    }
    if (file.isOver(reachedNanos)) {
      cut();
    }
  }

  private void flush() throws IOException {
    if (!gathered.isEmpty()) {
      byte[] bytes = gathered.toString().getBytes(StandardCharsets.UTF_8);
      file.write(bytes, 0, bytes.length);
      gathered.setLength(0);
    }
  }

  /** Writes what has gathered; the file ends here, and the next record begins another one. */
  public void cut() throws IOException {
    flush();
    file.finish();
  }

  @Override
  public void close() throws IOException {
    cut();
  }

  /** Gives up after a failure: nothing half-written stays. */
  public void abort() {
    file.abort();
  }
}
