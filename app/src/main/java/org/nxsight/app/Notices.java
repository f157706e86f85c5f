package org.nxsight.app;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** What a person is told while the program works: lines on standard error, as text or as JSON. */
final class Notices {
  /** How the lines are told. */
  enum Form {
    text,
    json
  }

  private static volatile Form form = Form.text;

  private Notices() {}

  /** From now on lines are told in this form. */
  static void tellAs(Form wanted) {
    form = wanted;
  }

  /** Whether lines are JSON, beside which nothing else may stand. */
  static boolean areJson() {
    return form == Form.json;
  }

  /** Tells one line. */
  static void say(String line) {
    tell("info", line);
  }

  /** Tells why the program cannot go on. */
  static void complain(String line) {
    tell("error", line);
  }

  private static void tell(String level, String line) {
    if (areJson()) {
      System.err.print(begin(level).member("message", line).end());
    } else {
      System.err.println("nxsight: " + Printable.of(line));
    }
  }

  /** Tells a summary, which is JSON itself. */
  static void tellSummary(String json) {
    String line = begin("info").member("message", "summary").end();
    System.err.println(line.substring(0, line.lastIndexOf('}')) + ",\"summary\":" + json + "}");
  }

  private static JsonLine begin(String level) {
    String time = InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS).toString();
    return new JsonLine().member("time", time).member("level", level);
  }
}
