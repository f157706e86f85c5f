package org.nxsight.capture.tap;

import java.util.Map;

/** A socket that was asked for, with what it and all its connections count. */
interface ListeningTap extends Tap {
  /** The octets that came. */
  long inputOctets();

  /** What there is to tell besides packets, by name. */
  Map<String, Long> counters();
}
