package org.nxsight.app;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a run learned from its own traffic.
 *
 * @param lists zones that are asked as DNS lists are, those asked most first, with how often
 * @param popularNames how many domains were popular enough that their slips were looked for
 */
record Learned(Map<String, Long> lists, int popularNames) {
  /** Nothing. */
  static final Learned NOTHING = new Learned(Map.of(), 0);

  /** Holds a map of its own, in the same order. */
  Learned {
    lists = Collections.unmodifiableMap(new LinkedHashMap<>(lists));
  }
}
