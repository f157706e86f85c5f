package org.nxsight.analysis.typo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.dns.NameText;

/**
 * Targets by their label left of the public suffix, packed: each label once, with the targets it
 * has under the various suffixes.
 */
final class TargetLabels {
  private final byte[] pool;
  private final int[] labelOffsets;
  private final int[] firstTargets;
  private final Target[] targets;
  private final int[] suffixOffsets;
  private final int[] bestRanks;

  TargetLabels(Collection<Target> all) {
    Map<String, List<Target>> byLabel = new TreeMap<>();
    for (Target target : all) {
      // A label of a registrable domain holds no escaped dot in a name that anybody knows.
      String label = target.domain().substring(0, target.domain().indexOf('.'));
      byLabel.computeIfAbsent(label, key -> new ArrayList<>()).add(target);
    }
    labelOffsets = new int[byLabel.size()];
    firstTargets = new int[byLabel.size() + 1];
    bestRanks = new int[byLabel.size()];
    targets = new Target[all.size()];
    suffixOffsets = new int[all.size()];
    List<byte[]> parts = new ArrayList<>();
    int[] end = {0};
    Map<String, Integer> suffixes = new TreeMap<>();
    int label = 0;
    int at = 0;
    for (Map.Entry<String, List<Target>> entry : byLabel.entrySet()) {
      labelOffsets[label] = append(parts, end, labelOctets(entry.getKey()));
      firstTargets[label] = at;
      entry.getValue().sort(Comparator.comparingInt(Target::rank));
      bestRanks[label] = entry.getValue().getFirst().rank();
      for (Target target : entry.getValue()) {
        String suffix = target.domain().substring(entry.getKey().length() + 1);
        suffixOffsets[at] =
            suffixes.computeIfAbsent(suffix, text -> append(parts, end, nameOctets(text)));
        targets[at++] = target;
      }
      label++;
    }
    firstTargets[label] = at;
    pool = new byte[end[0]];
    int to = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, pool, to, part.length);
      to += part.length;
    }
  }

  private static int append(List<byte[]> parts, int[] end, byte[] part) {
    parts.add(part);
    int offset = end[0];
    end[0] += part.length;
    return offset;
  }

  private static byte[] labelOctets(String label) {
    byte[] text = label.getBytes(StandardCharsets.ISO_8859_1);
    byte[] octets = new byte[1 + text.length];
    octets[0] = (byte) text.length;
    System.arraycopy(text, 0, octets, 1, text.length);
    return octets;
  }

  private static byte[] nameOctets(String name) {
    byte[] wire = new byte[DnsNames.MAX_NAME_OCTETS];
    int octets = NameText.parse(name, wire);
    byte[] part = new byte[octets];
    System.arraycopy(wire, 0, part, 0, octets);
    return part;
  }

  /** How many labels there are. */
  int size() {
    return labelOffsets.length;
  }

  /** The octets that the offsets here are in. */
  byte[] pool() {
    return pool;
  }

  /** What it takes, the targets' own text left out. */
  int octets() {
    return pool.length + Integer.BYTES * (3 * labelOffsets.length + 2 * targets.length);
  }

  /** Where a label's length octet stands. */
  int label(int label) {
    return labelOffsets[label];
  }

  /** The best rank of a label's targets. */
  int bestRank(int label) {
    return bestRanks[label];
  }

  /** A label's targets are those from here to those of the next. */
  int firstTarget(int label) {
    return firstTargets[label];
  }

  Target target(int target) {
    return targets[target];
  }

  /** Where a target's suffix stands in the pool, as a name. */
  int suffix(int target) {
    return suffixOffsets[target];
  }
}
