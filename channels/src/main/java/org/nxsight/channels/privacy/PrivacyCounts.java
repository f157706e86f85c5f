package org.nxsight.channels.privacy;

/** What was taken out of messages besides addresses. */
public final class PrivacyCounts {
  long clientSubnets;
  long cutMessages;

  /** The client subnets that were taken out of messages. */
  public long clientSubnets() {
    return clientSubnets;
  }

  /** The messages that lost what could not be read, because it might have been a client subnet. */
  public long cutMessages() {
    return cutMessages;
  }
}
