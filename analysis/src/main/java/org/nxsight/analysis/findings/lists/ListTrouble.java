package org.nxsight.analysis.findings.lists;

import org.nxsight.analysis.findings.Severity;

/** What can be wrong with a list, the worst first. */
enum ListTrouble {
  LISTS_ALL(
      Severity.HIGH,
      "says that whatever it is asked about is listed, so whoever trusts it refuses all mail. Take"
          + " it out of the mail servers' settings at once"),
  TAKEN_OVER(
      Severity.HIGH,
      "answers with addresses that no list gives, so its zone is in other hands, and some mail"
          + " servers take any answer for a listing. Take it out of their settings at once"),
  GONE(
      Severity.MEDIUM,
      "is gone: its domain does not exist, and whoever registers it decides whose mail is refused."
          + " Take it out of the mail servers' settings"),
  FAILS(
      Severity.MEDIUM,
      "fails, so mail servers that ask it wait and learn nothing. Leave it out until it answers"),
  REFUSES(
      Severity.LOW,
      "refuses to answer, as lists do with open resolvers and those that ask too much. Ask it by"
          + " a resolver of your own, or with a key, or not at all"),
  CLOSED(
      Severity.INFO,
      "has closed and is still asked, in vain. Take it out of the mail servers' settings before"
          + " somebody makes it list everybody");

  private final Severity severity;
  private final String sentence;

  ListTrouble(Severity severity, String sentence) {
    this.severity = severity;
    this.sentence = sentence;
  }

  Severity severity() {
    return severity;
  }

  /** What it does and what one does about it, without a dot at its end. */
  String sentence() {
    return sentence;
  }
}
