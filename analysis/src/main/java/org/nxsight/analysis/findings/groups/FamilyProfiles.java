package org.nxsight.analysis.findings.groups;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.counting.ExampleNames;
import org.nxsight.analysis.dga.families.Families;

/**
 * Tells which families make names like those of a group: by the likelihood of their suffixes,
 * lengths and pairs of octets among names that each family's generator made. They are made when a
 * group is told for the first time.
 */
final class FamilyProfiles {
  /** More families that are alike are no help. */
  private static final int MOST_NAMED = 3;

  /** Fewer names look like too many families. */
  private static final int LEAST_NAMES = 5;

  /** A family whose likelihood is less than a tenth of the best one's is not named. */
  private static final double NEARLY_AS_LIKELY = Math.log(10);

  private @Nullable List<FamilyProfile> profiles;

  /** The families that make such names, the likeliest first; none when no family does. */
  List<String> resembled(ExampleNames names) {
    if (names.size() < LEAST_NAMES) {
      return List.of();
    }
    List<FamilyProfile> known = profiles;
    if (known == null) {
      known = Families.all().stream().map(FamilyProfile::of).toList();
      profiles = known;
    }
    Map<String, Double> likely = new TreeMap<>();
    double best = Double.NEGATIVE_INFINITY;
    for (FamilyProfile profile : known) {
      double likelihood = profile.likelihood(names);
      if (Double.isFinite(likelihood)) {
        likely.put(profile.family(), likelihood);
        best = Math.max(best, likelihood);
      }
    }
    double least = best - NEARLY_AS_LIKELY;
    List<String> named = new ArrayList<>(likely.keySet());
    named.removeIf(family -> likely.getOrDefault(family, 0.0) < least);
    named.sort(Comparator.comparingDouble(family -> -likely.getOrDefault(family, 0.0)));
    return List.copyOf(named.subList(0, Math.min(MOST_NAMED, named.size())));
  }
}
