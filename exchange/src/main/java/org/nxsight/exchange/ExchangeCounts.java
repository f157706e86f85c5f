package org.nxsight.exchange;

import java.util.Arrays;

/**
 * What became of every DNS message. The identity {@code messages = 2 answered + unanswered +
 * unsolicited + repeatedQueries + duplicateResponses + observations} holds once pairing has
 * finished.
 */
public final class ExchangeCounts {
  /** Extended rcodes have 12 bits (RFC 6891, section 6.1.3). */
  public static final int RCODES = 1 << 12;

  long answered;
  final long[] unanswered = new long[UnansweredReason.values().length];
  long unsolicited;
  long repeatedQueries;
  long duplicateResponses;
  long answeredWithRecursionDesired;
  long nxdomainLeftOut;
  long observations;
  long nxdomainTwins;
  long nxdomainTwinsForgotten;
  final long[] rcodes = new long[RCODES];
  final long[] channels = new long[Channel.values().length];

  /** The exchanges with query and response. */
  public long answered() {
    return answered;
  }

  /** The queries without a response. */
  public long unanswered() {
    return Arrays.stream(unanswered).sum();
  }

  /** The queries without a response for one reason. */
  public long unanswered(UnansweredReason reason) {
    return unanswered[reason.ordinal()];
  }

  /** The responses without a query. */
  public long unsolicited() {
    return unsolicited;
  }

  /** The further copies of queries that were still open. */
  public long repeatedQueries() {
    return repeatedQueries;
  }

  /** The further responses to queries that had just been answered. */
  public long duplicateResponses() {
    return duplicateResponses;
  }

  /** The answered exchanges whose query had RD set. */
  public long answeredWithRecursionDesired() {
    return answeredWithRecursionDesired;
  }

  /** The NXDOMAIN responses kept out of their channel, because nobody was seen asking. */
  public long nxdomainLeftOut() {
    return nxdomainLeftOut;
  }

  /** The NXDOMAIN observations that others have published. */
  public long observations() {
    return observations;
  }

  /**
   * The NXDOMAIN responses that came a second time, as an exchange and as an observation, and were
   * published in their channel once.
   */
  public long nxdomainTwins() {
    return nxdomainTwins;
  }

  /** Those that were too many to wait for a twin; should it come, it is published as well. */
  public long nxdomainTwinsForgotten() {
    return nxdomainTwinsForgotten;
  }

  /** The responses with one extended rcode, paired or not, and the observations. */
  public long rcode(int rcode) {
    return rcodes[rcode];
  }

  /** The exchanges that went to a channel. */
  public long in(Channel channel) {
    return channels[channel.ordinal()];
  }
}
