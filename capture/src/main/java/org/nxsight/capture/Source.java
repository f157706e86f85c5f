package org.nxsight.capture;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;

/** Something that traffic comes from: a file, a stream, an interface or a socket. */
public interface Source extends Closeable {
  /**
   * Hands on what can be had at once, or waits a moment for it.
   *
   * @return false when there will never be more
   * @throws UnreadableCaptureException when the input is not what it claims to be, or ends too
   *     early; all that came before has been handed on
   * @throws IOException when reading fails
   */
  boolean poll(Intake intake) throws IOException;

  /**
   * Takes in nothing more that comes; what came before is still to be handed on by {@link #poll}.
   * Nothing needs doing where nothing comes by itself.
   */
  default void end() throws IOException {}

  /** What a person calls it; of several things together, all of them. */
  default String name() {
    return "input";
  }

  /** The octets taken from the input so far, as they stand there (compressed, say). */
  long inputOctets();

  /** The packets that were lost before this source could take them, as far as is known. */
  default long dropped() {
    return 0;
  }

  /** What this source has to tell besides packets, by name: connections, or what was lost. */
  default Map<String, Long> counters() {
    return Map.of();
  }
}
