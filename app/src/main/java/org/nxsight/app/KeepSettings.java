package org.nxsight.app;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nxsight.store.Dataset;
import org.nxsight.store.merging.Retention;
import picocli.CommandLine.Option;

/** The options that say whether, how long and how much of the store is kept. */
final class KeepSettings {
  private static final Pattern LIMIT =
      Pattern.compile("([a-z_]+)=(\\d{1,9})(?:(d|y)|(k|m|g|t)(?:i?b)?)", Pattern.CASE_INSENSITIVE);

  @Option(
      names = "--no-store",
      description = "writes channels only: keeps neither answers nor failures in DIR/store")
  private boolean noStore;

  @Option(
      names = "--keep",
      paramLabel = "DATASET=AGE|SIZE",
      split = ",",
      description =
          "how long or how much of a dataset of the store is kept, as in failures=90d,pdns=20G;"
              + " repeatable; d and y are days and years of the time of day, k, M, G, T octets"
              + " (default: all of it, for ever)")
  private List<String> keep = new ArrayList<>();

  boolean isStoreWanted() {
    return !noStore;
  }

  /**
   * The limits.
   *
   * @throws IllegalArgumentException when one of them is not of the form
   */
  Retention retention() {
    Map<Dataset, Long> days = new EnumMap<>(Dataset.class);
    Map<Dataset, Long> octets = new EnumMap<>(Dataset.class);
    for (String text : keep) {
      Matcher matcher = LIMIT.matcher(text);
      if (!matcher.matches()) {
        throw new IllegalArgumentException(
            "--keep: '" + text + "' is not of the form failures=90d or pdns=20G");
      }
      Dataset dataset = dataset(matcher.group(1));
      long number = Long.parseLong(matcher.group(2));
      if (matcher.group(3) == null) {
        octets.put(dataset, number << shift(matcher.group(4)));
      } else {
        days.put(dataset, matcher.group(3).equalsIgnoreCase("y") ? 366 * number : number);
      }
    }
    Retention retention = new Retention();
    for (Dataset dataset : Dataset.values()) {
      if (days.containsKey(dataset) || octets.containsKey(dataset)) {
        retention.limit(
            dataset,
            days.getOrDefault(dataset, Long.MAX_VALUE),
            octets.getOrDefault(dataset, Long.MAX_VALUE));
      }
    }
    return retention;
  }

  private static Dataset dataset(String name) {
    for (Dataset dataset : Dataset.values()) {
      if (dataset.tableName().equals(name.toLowerCase(Locale.ROOT))) {
        return dataset;
      }
    }
    throw new IllegalArgumentException(
        "--keep: there is no dataset '" + name + "'; there are " + names());
  }

  private static String names() {
    List<String> names = new ArrayList<>();
    for (Dataset dataset : Dataset.values()) {
      names.add(dataset.tableName());
    }
    return String.join(", ", names);
  }

  private static int shift(String unit) {
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "k" -> 10;
      case "m" -> 20;
      case "g" -> 30;
      default -> 40;
    };
  }
}
