package org.nxsight.analysis.dga.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.nxsight.analysis.dga.DgaScorer;
import org.nxsight.analysis.dga.families.Families;
import org.nxsight.analysis.dga.families.Family;
import org.nxsight.analysis.dga.training.benign.Part;
import org.nxsight.analysis.dga.training.benign.RunText;

/**
 * Names of all families for one part of the work: seeds and days that no other part uses, and of
 * their names those that belong to the part by hash, for families whose names repeat.
 */
final class FamilyNames {
  private static final LocalDate FIRST_DAY = LocalDate.of(2012, 1, 1);
  private static final int DAYS = 4_000;
  private static final int NAMES_A_LIST = 200;
  private static final int MOST_LISTS = 300;

  private FamilyNames() {}

  /** So many distinct names of each family, fewer if it has not so many. */
  static List<TrainingName> of(Part part, int perFamily, long seed) {
    List<TrainingName> names = new ArrayList<>();
    for (Family family : Families.all()) {
      for (String label : labels(family, part, perFamily, seed)) {
        names.add(new TrainingName(DgaScorer.wire(label), true, family.name()));
      }
    }
    return names;
  }

  private static Set<String> labels(Family family, Part part, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed ^ family.name().hashCode());
    Set<String> labels = new LinkedHashSet<>();
    int parts = Part.values().length;
    for (int list = 0; list < MOST_LISTS && labels.size() < count; list++) {
      long listSeed = (random.nextLong() >>> 34) * parts + part.ordinal();
      LocalDate day =
          FIRST_DAY.plusDays((long) random.nextInt(DAYS / parts) * parts + part.ordinal());
      family.names(
          listSeed,
          day,
          NAMES_A_LIST,
          name -> {
            String label = withoutSuffix(name, family);
            if (labels.size() < count && Part.of(label) == part) {
              labels.add(label);
            }
          });
    }
    return labels;
  }

  private static String withoutSuffix(String name, Family family) {
    String longest = "";
    for (String suffix : family.topLevelDomains()) {
      if (suffix.length() > longest.length() && name.endsWith('.' + suffix)) {
        longest = suffix;
      }
    }
    return longest.isEmpty()
        ? RunText.registrableLabel(name)
        : name.substring(0, name.length() - longest.length() - 1);
  }
}
