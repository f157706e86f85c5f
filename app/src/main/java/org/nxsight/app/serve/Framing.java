package org.nxsight.app.serve;

import org.jspecify.annotations.Nullable;
import org.nxsight.wire.dns.JsonText;

/**
 * How records stand in an answer: lines of JSON, bare as in version 1 of the DNSDB API, or in the
 * Streaming API Framing of version 2, which tells how the answer ended.
 *
 * <pre>
 *   {"cond":"begin"}
 *   {"obj":{...}}
 *   {"cond":"ongoing"}                       nothing has been found for a while
 *   {"cond":"succeeded"}                     or limited or failed, with a msg
 * </pre>
 */
enum Framing {
  BARE,
  SAF;

  void openObject(StringBuilder out) {
    if (this == SAF) {
      out.append("{\"obj\":");
    }
  }

  void closeObject(StringBuilder out) {
    out.append(this == SAF ? "}\n" : "\n");
  }

  /** A line that tells a condition; nothing where there are none. */
  String condition(String condition, @Nullable String message) {
    if (this == BARE) {
      return "";
    }
    StringBuilder line = new StringBuilder("{\"cond\":");
    JsonText.append(line, condition);
    if (message != null) {
      line.append(",\"msg\":");
      JsonText.append(line, message);
    }
    return line.append("}\n").toString();
  }
}
