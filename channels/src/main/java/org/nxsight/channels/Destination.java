package org.nxsight.channels;

import java.io.Closeable;
import java.io.IOException;
import org.nxsight.wire.nmsg.NmsgPayload;

/** Where the records of one channel go: files, or a socket. */
public interface Destination extends Closeable {
  /**
   * Takes one record.
   *
   * @param epochNanos its time in nanoseconds since 1970
   * @param payload good during the call only
   */
  void put(long epochNanos, NmsgPayload payload) throws IOException;

  /**
   * Hears how far time has come, records or none: sends off what has waited long enough. Only live
   * runs tell.
   *
   * @param reachedNanos in nanoseconds since 1970, on the records' clock
   */
  void onTime(long reachedNanos) throws IOException;

  /** Sends off what has gathered; a file ends here, and the next record begins another one. */
  void cut() throws IOException;

  /** Sends off what has gathered, and finishes. */
  @Override
  void close() throws IOException;

  /** Gives up after a failure: nothing half-written stays. */
  void abort();
}
