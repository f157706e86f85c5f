package org.nxsight.channels.live;

import java.util.List;

/** Those who listen to a channel at a moment. Who comes or goes makes another one. */
final class Audience {
  private final List<Subscription> subscriptions;
  private final WatchIndex index;
  private final Matches matches;

  Audience(List<Subscription> subscriptions, long seed) {
    this.subscriptions = List.copyOf(subscriptions);
    index = new WatchIndex(subscriptions.stream().map(Subscription::watches).toList(), seed);
    matches = new Matches(subscriptions.size());
  }

  List<Subscription> subscriptions() {
    return subscriptions;
  }

  boolean isEmpty() {
    return subscriptions.isEmpty();
  }

  boolean wantsSoa() {
    return index.wantsSoa();
  }

  /** How many want a record; for the publisher's thread. */
  int match(WatchedFields fields) {
    matches.clear();
    index.match(fields, matches);
    return matches.count();
  }

  /** How many were found. */
  int matchedCount() {
    return matches.count();
  }

  /** One of those that were found. */
  Subscription matched(int i) {
    return subscriptions.get(matches.subscriber(i));
  }
}
