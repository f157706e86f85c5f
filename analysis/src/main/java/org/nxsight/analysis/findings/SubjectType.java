package org.nxsight.analysis.findings;

import java.util.Locale;

/** What sort of thing a finding is about. */
public enum SubjectType {
  /** A zone, or the cut under which names are missing. */
  ZONE,
  /** One name. */
  NAME,
  /** A registrable domain. */
  DOMAIN,
  /** A top-level domain or another public suffix. */
  SUFFIX,
  /** A DNS list. */
  LIST,
  /** What lists were asked about: an address, a domain or a hash. */
  ITEM,
  /** A watched domain. */
  BRAND,
  /** The address of an authoritative server. */
  SERVER,
  /** A family of malware. */
  FAMILY,
  /** A family of malware, or a suffix and what the labels below it are made of. */
  GROUP,
  /** A count that is watched, such as a cause or a qtype. */
  COUNT;

  /** Its name in files and on the screen. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
