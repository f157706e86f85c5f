package org.nxsight.app.live;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nxsight.channels.live.Delivery;

/** The forms in which a stream can be had. */
enum StreamForm {
  /** Server-Sent Events (WHATWG HTML, section 9.2). */
  EVENTS("text/event-stream"),
  /** A JSON object in each line. */
  LINES("application/x-ndjson"),
  /** NMSG containers back to back. */
  NMSG("application/x-nmsg");

  private final String type;

  StreamForm(String type) {
    this.type = type;
  }

  /** Its media type. */
  String type() {
    return type;
  }

  /**
   * What a client accepts; lines when it says nothing or takes anything, null when none of these.
   */
  static @Nullable StreamForm accepted(@Nullable String accept) {
    String wanted = accept == null ? "*/*" : accept.toLowerCase(Locale.ROOT);
    for (StreamForm form : values()) {
      if (wanted.contains(form.type)) {
        return form;
      }
    }
    boolean anything =
        wanted.contains("*/*") || wanted.contains("application/*") || wanted.contains("json");
    return anything ? LINES : null;
  }

  /** Makes the octets of one stream. */
  Encoding encoding(long sequenceId) {
    return switch (this) {
      case EVENTS -> new TextEncoding(true);
      case LINES -> new TextEncoding(false);
      case NMSG -> new NmsgEncoding(sequenceId);
    };
  }

  /** A stream being written: what was delivered gathers until it is taken. */
  interface Encoding {
    /** Adds one. */
    void add(Delivery delivery);

    /** Adds what says no more than that the stream lives. */
    void addPulse();

    /** The octets that have gathered, about. */
    int gathered();

    /** Takes them. */
    byte[] take();
  }
}
