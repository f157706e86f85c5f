package org.nxsight.analysis.findings;

import java.util.Collection;
import java.util.Locale;
import org.nxsight.wire.dns.JsonText;

/**
 * What speaks for a finding, as the members of one JSON object in the order they were added: counts
 * and shares as numbers, scores with three places, examples as lists of text.
 */
public final class Evidence {
  private final StringBuilder json = new StringBuilder("{");

  /** Adds a number. */
  public Evidence add(String key, long number) {
    key(key).append(number);
    return this;
  }

  /** Adds a score or share; what is no number becomes null. */
  public Evidence add(String key, double number) {
    key(key).append(Double.isFinite(number) ? String.format(Locale.ROOT, "%.3f", number) : "null");
    return this;
  }

  /** Adds a text. */
  public Evidence add(String key, CharSequence text) {
    JsonText.append(key(key), text);
    return this;
  }

  /** Adds a list of texts. */
  public Evidence add(String key, Collection<? extends CharSequence> texts) {
    StringBuilder out = key(key).append('[');
    String separator = "";
    for (CharSequence text : texts) {
      JsonText.append(out.append(separator), text);
      separator = ",";
    }
    out.append(']');
    return this;
  }

  private StringBuilder key(String key) {
    if (json.length() > 1) {
      json.append(',');
    }
    JsonText.append(json, key);
    return json.append(':');
  }

  /** All of it, as a JSON object in one line. */
  public String json() {
    return json + "}";
  }
}
