package org.nxsight.app;

import java.util.List;

/** The channels' names, as the field knows them. */
final class ChannelName {
  /** DNS Errors: every error response as raw passive DNS. */
  static final String ERRORS = "ch220";

  /** NXDOMAIN: every name that was asked for and does not exist. */
  static final String NXDOMAIN = "ch221";

  /** Answers: every RRset that was accepted, counted. */
  static final String ANSWERS = "ch204";

  /** Findings, as lines of JSON. */
  static final String FINDINGS = "findings";

  /** Raw passive DNS: every response, with its query when that was seen. */
  static final String EXCHANGES = "ch202";

  /** All that can be published. */
  static final List<String> PUBLISHED = List.of(EXCHANGES, "ch204", "ch220", "ch221", "findings");

  /** All that have files. */
  static final List<String> ALL = List.of(ANSWERS, ERRORS, NXDOMAIN, FINDINGS);

  private ChannelName() {}
}
