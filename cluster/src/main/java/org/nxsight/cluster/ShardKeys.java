package org.nxsight.cluster;

import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.nxsight.analysis.sharding.Message;

/**
 * The key of a message for Flink, by which each shard is one key group: a task has as many shards
 * as any other, give or take one, and the state of a shard moves as a whole.
 */
final class ShardKeys implements KeySelector<byte[], Integer> {
  private static final long serialVersionUID = 1;

  private final int[] keys;

  /**
   * @param shards how many there are, which is the number of key groups
   */
  ShardKeys(int shards) {
    keys = new int[shards];
    boolean[] found = new boolean[shards];
    int left = shards;
    for (int key = 0; left > 0; key++) {
      int group = KeyGroupRangeAssignment.assignToKeyGroup(key, shards);
      if (!found[group]) {
        found[group] = true;
        keys[group] = key;
        left--;
      }
    }
  }

  @Override
  public Integer getKey(byte[] message) {
    return keys[Message.shard(message)];
  }
}
