package org.nxsight.analysis.sharding;

import java.io.IOException;

/** Takes what a stage has to say. */
public interface Outlet {
  /** Sends a message on. */
  void send(Destination to, byte[] message) throws IOException;
}
