package org.nxsight.analysis.dga.training.benign;

/**
 * What an item of a list is used for, and nothing else: each item goes to one part by its hash.
 *
 * <p>The language models have words of their own because a model that has seen the classifier's
 * names finds them all familiar, which real names are not.
 */
public enum Part {
  /** Language models. */
  LANGUAGE,
  /** The linear model. */
  LINEAR,
  /** The second opinion and the calibrations. */
  SECOND_OPINION,
  /** Measurements. */
  TEST;

  private static final Part[] OF_TENTH = {
    LANGUAGE, LANGUAGE, LANGUAGE, LINEAR, LINEAR, LINEAR, SECOND_OPINION, SECOND_OPINION, TEST, TEST
  };

  /** The part of an item. */
  public static Part of(String item) {
    return OF_TENTH[tenth(item, 0)];
  }

  /** An item's place among ten, another one for each salt. */
  public static int tenth(String item, int salt) {
    int hash = (item.hashCode() ^ (salt * 0x61c88647)) * 0x9e3779b1;
    return Integer.remainderUnsigned(((hash ^ (hash >>> 15)) * 0x85ebca6b) >>> 8, 10);
  }
}
