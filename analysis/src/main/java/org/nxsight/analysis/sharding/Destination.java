package org.nxsight.analysis.sharding;

/** The stages that messages go to, and what leaves the last one. */
public enum Destination {
  /** {@link DomainStage}. */
  DOMAIN,
  /** {@link KeyStage}. */
  KEY,
  /** {@link PopularStage}. */
  POPULAR,
  /** {@link LedgerStage}. */
  LEDGER,
  /** Findings as lines of JSON. */
  FINDINGS,
  /** How often each cause was told in all of a stream that has ended, as a JSON object. */
  TOTALS
}
