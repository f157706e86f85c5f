package org.nxsight.analysis.cut;

/** Where in the public suffix list a name's suffix stands. */
public enum Section {
  /** In none: the rule {@code *}, which makes the last label the suffix. */
  NONE,
  /** Among the registries' suffixes ({@code com}, {@code co.uk}). */
  ICANN,
  /** Among the private ones, whose owner hands out hosts on a platform ({@code github.io}). */
  PRIVATE,
  /** Among the private ones, but names below it are sold as a registry does ({@code uk.com}). */
  PRIVATE_REGISTRY;

  /** Whether anybody can have a name below such a suffix registered. */
  public boolean sellsNames() {
    return this != PRIVATE;
  }
}
