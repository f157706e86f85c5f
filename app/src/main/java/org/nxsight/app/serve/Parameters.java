package org.nxsight.app.serve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsight.store.pdns.BadQuestionException;

/** The parameters of a URL, decoded, one character for each octet. */
public final class Parameters {
  /** No parameters. */
  static final Parameters NONE = new Parameters(Map.of());

  private final Map<String, List<String>> values;

  private Parameters(Map<String, List<String>> values) {
    this.values = values;
  }

  /**
   * Reads what stands behind the question mark.
   *
   * @param known the names that are taken; any other one is refused, since it says something that
   *     would not be done
   */
  static Parameters parse(String rawQuery, List<String> known) throws BadQuestionException {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : rawQuery.isEmpty() ? new String[0] : rawQuery.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = PercentText.decode(equals < 0 ? pair : pair.substring(0, equals));
      if (name.isEmpty() && equals < 0) {
        continue;
      }
      if (!known.contains(name)) {
        throw new BadQuestionException(
            known.isEmpty()
                ? "no parameters are taken here"
                : "one of the parameters is not known here; these are: "
                    + String.join(", ", known));
      }
      values
          .computeIfAbsent(name, _ -> new ArrayList<>())
          .add(PercentText.decode(equals < 0 ? "" : pair.substring(equals + 1)));
    }
    return new Parameters(values);
  }

  /** The value of a parameter that can stand once; null when it is absent or empty. */
  public @Nullable String one(String name) throws BadQuestionException {
    List<String> all = all(name);
    if (all.size() > 1) {
      throw new BadQuestionException(name + " stands there twice");
    }
    return all.isEmpty() || all.getFirst().isEmpty() ? null : all.getFirst();
  }

  /** All values of a parameter, in their order. */
  public List<String> all(String name) {
    return List.copyOf(values.getOrDefault(name, List.of()));
  }
}
