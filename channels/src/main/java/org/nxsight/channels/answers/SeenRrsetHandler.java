package org.nxsight.channels.answers;

import java.io.IOException;

/** Takes counted RRsets one by one. */
@FunctionalInterface
public interface SeenRrsetHandler {
  /** Takes a set that left its window. */
  void onSeen(SeenRrset seen) throws IOException;
}
