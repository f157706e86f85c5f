package org.nxsight.analysis.typo;

/**
 * A well-known registrable domain that others are mistyped from.
 *
 * @param domain in lower case, without the dot at the end
 * @param rank how well-known it is: 1 is the best known
 * @param marks what it is known for, bits of the constants here
 */
public record Target(String domain, int rank, int marks) {
  /** People have mail addresses in it. */
  public static final int MAIL = 1;

  /** Many people's own sites or shops are in it. */
  public static final int HOSTING = 1 << 1;

  /** It is on the user's own list. */
  public static final int BRAND = 1 << 2;

  /** It is popular in our own traffic. */
  public static final int TRAFFIC = 1 << 3;

  /** Up to this rank labels of 5 and 6 characters count as well. */
  public static final int TOP_RANK = 1_000;

  /** What its marks say. */
  public boolean has(int mark) {
    return (marks & mark) != 0;
  }

  /** The better of two that are of the same domain, with the marks of both. */
  Target with(Target other) {
    return new Target(domain, Math.min(rank, other.rank), marks | other.marks);
  }
}
