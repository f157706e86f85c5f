package org.nxsight.analysis.findings;

/**
 * What the user has told us to look after.
 *
 * @param brands domains whose slips and look-alikes matter
 * @param own domains of the user's own, whose names should not be missing
 * @param neverMail domains that never send mail
 * @param neverMailAddresses addresses that never send mail
 */
public record Watchlists(
    DomainSet brands, DomainSet own, DomainSet neverMail, NetworkSet neverMailAddresses) {
  /** Nothing. */
  public static final Watchlists NONE =
      new Watchlists(DomainSet.NONE, DomainSet.NONE, DomainSet.NONE, NetworkSet.NONE);
}
