package org.nxsight.capture;

import java.io.Closeable;
import java.io.IOException;

/** Something packets come from: a file or a stream today, an interface or a socket as well. */
public interface PacketSource extends Closeable {
  /**
   * Hands on the packets that can be had at once, or waits for some.
   *
   * @return false when there will never be more
   * @throws UnreadableCaptureException when the input is not what it claims to be, or ends too
   *     early; all packets before that have been handed on
   * @throws IOException when reading fails
   */
  boolean poll(PacketHandler handler) throws IOException;

  /** The octets taken from the input so far, as they stand there (compressed, say). */
  long inputOctets();
}
