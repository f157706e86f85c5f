package org.nxsight.channels.form;

import org.nxsight.wire.nmsg.PayloadView;
import org.nxsight.wire.protobuf.Decoded;

/** A way to write payloads for people or programs. */
public interface RecordForm {
  /**
   * Appends the payload.
   *
   * @return why it is malformed, or OK, also for a type that is not known here
   */
  Decoded append(StringBuilder out, PayloadView payload);
}
