package org.nxsight.analysis.causes;

import java.util.Locale;

/** What a cause was told by, as evidence for a person. */
public enum Sign {
  NO_NAME("it is no name: an empty or too long label, more than 255 octets, or a broken escape"),
  URL_OR_PATH("it holds octets of a URL or a path"),
  MAIL_ADDRESS("it holds an @"),
  ADDRESS("it ends in a number, as an address does"),
  FILE_NAME("its last label is the ending of a file name and no top-level domain"),
  CONTROL_OCTETS("it holds octets that are no text"),
  LONE_UNDERSCORE("its first label is an underscore alone (RFC 9156)"),
  TRUST_ANCHOR_SIGNAL("it reports a trust anchor (RFC 8145, RFC 8509)"),
  ERROR_REPORT("it reports an error to a zone's agent (RFC 9567)"),
  SERVER_IDENTITY("it asks a server who it is (RFC 4892)"),
  ZONE_WALK("it is the next name after another one, as walks along NSEC records ask for"),
  REVERSE_TREE("it stands for an address in the reverse tree"),
  LIST_ZONE("it stands below a DNS list"),
  LIST_ZONE_GONE("the list's own zone does not exist"),
  LIST_LEARNED("it stands below a zone that is asked as DNS lists are, as its own traffic told"),
  LIST_CLOSED("the list is known to have closed"),
  DEFAULT_HOST("its first label is a host name that software tries by default"),
  SERVICE_LABELS("it has labels of a service (RFC 6763, RFC 8552)"),
  SERVICE_TYPE("the type asked for is one of services"),
  MAIL_LABELS("it has labels of mail authentication"),
  VALIDATION_LABELS("it has labels of domain validation"),
  CAA("the type asked for is CAA (RFC 8659)"),
  ONE_LABEL("it has one label"),
  TOP_LEVEL_PRIVATE("its last label is one that private networks use"),
  TOP_LEVEL_UNKNOWN("its last label is no top-level domain"),
  RANDOM_LETTERS("its label is 7 to 15 random letters"),
  NAME_BEFORE_SUFFIX("what stands left of the zone is a whole name itself"),
  DATA_LABELS("its labels are long and random, as encoded data is"),
  GENERATED_EXACTLY("a known generator makes this very name for this day"),
  LISTED_MALWARE("it stands on a list of malware's names"),
  RANDOM_TEXT("its letters follow each other as generators make them"),
  NEAR_KNOWN_NAME("it is one slip away from a well-known name"),
  MAIL_TYPE("the type asked for is MX"),
  ANSWERED_BEFORE("the name was answered before"),
  DOMAIN_ANSWERED_BEFORE("the domain was answered before"),
  OTHER_TYPE_ANSWERED("another type of the name is answered at about the same time"),
  LOWER_CASE_ANSWERED("the name is answered when it is asked for in lower case"),
  ANSWERED_ELSEWHERE("the name is answered at about the same time, and no zone denies it"),
  OTHERS_ANSWER("the domain was answered within a day"),
  SEVERAL_REFUSE("several servers refuse the very name, and none answers for its domain"),
  ALIASED("CNAMEs led to the name that does not exist"),
  POINTED_AT("a CNAME that was answered within a day leads to the name, or below it"),
  POLICY_ZONE("the SOA is that of a policy zone"),
  EXTENDED_ERROR("the extended error says so (RFC 8914)"),
  FOREIGN_SOA("the SOA is not of a zone that the name could be in"),
  NO_SOA("there was no SOA, and well-known names exist"),
  EXAMPLE_NAME("it is a name of examples"),
  PLACEHOLDER_OCTETS("it holds the marks of a placeholder"),
  ZONE_LIVES("the SOA is that of a living zone"),
  REGISTRY_DENIES("the SOA is that of a registry"),
  NAME_ALONE("only the name tells; nothing was said about where it ends"),
  RCODE("the response code says so"),
  QTYPE_OF_SCANS("the type asked for is one of scans");

  private final String sentence;

  Sign(String sentence) {
    this.sentence = sentence;
  }

  /** A clause about the name, without a dot at its end. */
  public String sentence() {
    return sentence;
  }

  /** Its name in machine-readable form. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
