package org.nxsight.bench.traffic;

/** What happens between a resolver and a server. Shares are of all stories. */
enum Story {
  /** A query and its response. */
  PLAIN(0),
  /** A query to a server that never answers. The plan says how many. */
  SILENT(0),
  /** A query, answered after everybody has given up. */
  LATE(0.002),
  /** A query that is sent once more before its response. */
  REPEATED_QUERY(0.01),
  /** A query whose response is captured twice. */
  DUPLICATE_RESPONSE(0.005),
  /** A response that nobody asked for. */
  UNSOLICITED(0.005),
  /** A response that is captured before its query, both stamped as captured. */
  EARLY(0.003),
  /** The same, but the query's stamp is older than its neighbours'. */
  DISORDERED(0.002),
  /** A second query with the ports and the id of an earlier one that has been answered. */
  REUSED_ID(0.005),
  /** Two open queries that differ in their question only. */
  TWINS(0.003),
  /** A forged response, its qname in the wrong case, before the true one. */
  FORGED(0.002);

  /** The packets of the longest story. */
  static final int MAX_PACKETS = 4;

  private static final Story[] VALUES = values();

  private final double share;

  Story(double share) {
    this.share = share;
  }

  /** The story that a number in 0..1 stands for. */
  static Story at(double point, double silentShare) {
    double left = point - silentShare;
    if (left < 0) {
      return SILENT;
    }
    for (Story story : VALUES) {
      left -= story.share;
      if (left < 0 && story.share > 0) {
        return story;
      }
    }
    return PLAIN;
  }

  /** The packets of this story. */
  int packets() {
    return switch (this) {
      case SILENT, UNSOLICITED -> 1;
      case PLAIN, LATE, EARLY, DISORDERED -> 2;
      case REPEATED_QUERY, DUPLICATE_RESPONSE, FORGED -> 3;
      case REUSED_ID, TWINS -> 4;
    };
  }
}
