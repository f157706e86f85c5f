package org.nxsight.app.serve.v1;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.nio.charset.StandardCharsets;

/** What is answered to a question: its media type and octets. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Reply(String type, byte[] octets) {
  private static final Gson GSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

  /** A JSON value of maps, lists, strings, numbers, booleans, null and Gson's own elements. */
  static Reply json(Object value) {
    return jsonText(GSON.toJson(value));
  }

  /** A JSON text. */
  static Reply jsonText(String text) {
    return new Reply("application/json", (text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  static Reply csv(String text) {
    return new Reply("text/csv; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }
}
