package org.nxsight.analysis.dga;

/** Which part of the model a score comes from. */
public enum DecidedBy {
  /** The linear model alone: it was sure. */
  LINEAR,
  /** The second opinion: features, languages and words, stacked on the linear model. */
  SECOND_OPINION
}
