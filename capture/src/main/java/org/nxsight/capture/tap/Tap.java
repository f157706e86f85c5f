package org.nxsight.capture.tap;

import java.io.Closeable;
import org.nxsight.capture.Intake;

/** A socket that stands ready now and then. */
interface Tap extends Closeable {
  /** Takes what has come. What goes wrong with one sender is counted and ends there. */
  void onReady(Intake intake);
}
