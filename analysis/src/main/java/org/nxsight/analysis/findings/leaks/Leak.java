package org.nxsight.analysis.findings.leaks;

import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.findings.Severity;

/** A sort of question that should not have left its network. */
enum Leak {
  /** A client looks for its proxy: who owns the name below which it looks can be that proxy. */
  WPAD("clients look for their proxy there"),
  /** A client looks for an IPv6 tunnel. */
  TUNNEL("clients look for an IPv6 tunnel there"),
  /** Software looks for a service: autodiscover, SRV, a default host name. */
  SERVICE("software looks for its services there"),
  /** A search suffix was stuck on a whole name. */
  SUFFIX("a search suffix is stuck on whole names"),
  /** A top-level domain of a private network. */
  PRIVATE_TLD("a private network's names leave it");

  private final String sentence;

  Leak(String sentence) {
    this.sentence = sentence;
  }

  /** What happens, for a person: a clause without a dot at its end. */
  String sentence() {
    return sentence;
  }

  /** What the cause of a failure says it is; null when it is none. */
  static @Nullable Leak of(Cause cause) {
    return switch (cause) {
      case WPAD -> WPAD;
      case ISATAP_TEREDO -> TUNNEL;
      case SERVICE_DISCOVERY, CONFIG_DISCOVERY -> SERVICE;
      case SEARCH_SUFFIX_LEAK -> SUFFIX;
      case PRIVATE_TLD_LEAK -> PRIVATE_TLD;
      default -> null;
    };
  }

  /**
   * How urgent it is.
   *
   * @param own whether it is below a name of the user's own
   * @param takeable whether anybody could register the domain and answer
   */
  Severity severity(boolean own, boolean takeable) {
    return switch (this) {
      case WPAD -> takeable ? Severity.HIGH : own ? Severity.MEDIUM : Severity.LOW;
      case SERVICE, TUNNEL -> takeable || own ? Severity.MEDIUM : Severity.INFO;
      case SUFFIX -> own ? Severity.MEDIUM : Severity.INFO;
      case PRIVATE_TLD -> Severity.INFO;
    };
  }
}
