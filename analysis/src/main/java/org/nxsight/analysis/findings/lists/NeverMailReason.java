package org.nxsight.analysis.findings.lists;

import java.util.List;
import org.nxsight.analysis.findings.NetworkSet;
import org.nxsight.analysis.findings.Setting;
import org.nxsight.analysis.findings.Tuning;

/** Why somebody should not send mail, and which setting says how much must be asked about them. */
enum NeverMailReason {
  /** The user says so: a few questions are too many. */
  WATCHED(Setting.NEVER_MAIL_WATCHED_QUESTIONS, "you watch it as one that never sends mail"),
  /**
   * Its owner says so by {@code v=spf1 -all} (RFC 7208) or a null MX (RFC 7505). It may still be
   * linked to from mail, and lists are asked about links as well; mail in its name makes mail
   * servers ask for these records, too.
   */
  PUBLISHED(Setting.NEVER_MAIL_PUBLISHED_QUESTIONS, "its owner publishes that it does not"),
  /** It is special (RFC 6890): nothing on the Internet comes from there. */
  RESERVED(Setting.NEVER_MAIL_RESERVED_QUESTIONS, "it is reserved"),
  /** It is private (RFC 1918, 4193, 6598): a mail server asks about its own network. */
  PRIVATE(Setting.NEVER_MAIL_PRIVATE_QUESTIONS, "it is private");

  private static final NetworkSet PRIVATE_SPACE =
      NetworkSet.of(
          List.of(
              "10.0.0.0/8",
              "172.16.0.0/12",
              "192.168.0.0/16",
              "100.64.0.0/10",
              "169.254.0.0/16",
              "fc00::/7",
              "fe80::/10"));

  /** Without addresses of IPv4 within IPv6, of which lists keep test points (RFC 5782). */
  private static final NetworkSet RESERVED_SPACE =
      NetworkSet.of(
          List.of(
              "0.0.0.0/8",
              "127.0.0.0/8",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/4",
              "240.0.0.0/4",
              "::1/128",
              "100::/64",
              "2001::/23",
              "2001:db8::/32",
              "ff00::/8"));

  private final Setting questions;
  private final String sentence;

  NeverMailReason(Setting questions, String sentence) {
    this.questions = questions;
    this.sentence = sentence;
  }

  /** The networks that are so for everybody; none for what depends on somebody. */
  NetworkSet networks() {
    return switch (this) {
      case WATCHED, PUBLISHED -> NetworkSet.NONE;
      case RESERVED -> RESERVED_SPACE;
      case PRIVATE -> PRIVATE_SPACE;
    };
  }

  int leastQuestions(Tuning tuning) {
    return tuning.count(questions);
  }

  /** Of a published word alone several resolvers must ask. */
  int leastResolvers(Tuning tuning) {
    return this == PUBLISHED ? tuning.count(Setting.NEVER_MAIL_PUBLISHED_RESOLVERS) : 1;
  }

  /** A clause without a dot at its end. */
  String sentence() {
    return sentence;
  }
}
