package org.nxsight.store.writing;

import java.util.LinkedHashSet;
import java.util.Set;

/** What a row of many names has besides its counts. */
final class Flood {
  /** Names that are kept. */
  static final int MAX_SAMPLES = 16;

  /** The sketches at their largest, and the samples. */
  static final int OCTETS = 2 * 32 * 8 + MAX_SAMPLES * 200;

  private final Sketch servers = new Sketch();
  private final Sketch names = new Sketch();
  private final Set<String> samples = new LinkedHashSet<>();

  Sketch servers() {
    return servers;
  }

  Sketch names() {
    return names;
  }

  /** Whether a further name would be kept. */
  boolean takesSamples() {
    return samples.size() < MAX_SAMPLES;
  }

  void addSample(String qname) {
    samples.add(qname);
  }

  Set<String> samples() {
    return samples;
  }

  /** Takes what another one has. */
  void addAll(Flood other) {
    servers.addAll(other.servers);
    names.addAll(other.names);
    for (String each : other.samples) {
      if (takesSamples()) {
        samples.add(each);
      }
    }
  }
}
