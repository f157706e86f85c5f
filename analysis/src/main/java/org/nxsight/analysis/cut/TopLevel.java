package org.nxsight.analysis.cut;

/** What kind of name the end of a name is. */
public enum TopLevel {
  /** A top-level domain that the root zone delegates. */
  DELEGATED,
  /** A name set aside for uses outside the public DNS, or for examples (RFC 6761). */
  SPECIAL_USE,
  /** A name that private networks use as if it were theirs, and that leaks. */
  PRIVATE,
  /** None of these: mistyped, made up, or delegated after the tables were made. */
  UNKNOWN
}
