package org.nxsight.app;

import java.util.List;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A configuration file that changes nothing: each option as a comment, with what it means and its
 * default, as {@link ConfigFile} reads it when the comment's sign is taken away.
 */
final class ConfigText {
  private static final String HEAD =
      """
      # What nxsight run is to do: nxsight run --config THIS-FILE
      # Every option stands here with its default. Take away the sign before one to set it; words in
      # capitals stand for a value of yours. An option on the command line counts more.
      """;

  /** Columns of a comment's text. */
  private static final int COLUMNS = 98;

  private ConfigText() {}

  /** The file's text for these options, in their order. */
  static String of(List<OptionSpec> options) {
    StringBuilder text = new StringBuilder(HEAD);
    for (OptionSpec option : options) {
      if (ConfigFile.isKey(option)) {
        text.append('\n');
        comment(text, meaning(option));
        text.append('#').append(ConfigFile.key(option)).append(": ").append(value(option));
        text.append('\n');
      }
    }
    return text.toString();
  }

  /** What the option means, without its default, which stands below. */
  private static String meaning(OptionSpec option) {
    String description = String.join(" ", option.description());
    return Ansi.OFF
        .string(
            description
                .replace(
                    "${COMPLETION-CANDIDATES}",
                    option.completionCandidates() == null
                        ? ""
                        : String.join(", ", option.completionCandidates()))
                .replace("(default: ${DEFAULT-VALUE})", ""))
        .strip();
  }

  private static String value(OptionSpec option) {
    @Nullable String fallback = option.defaultValue();
    if (option.arity().max() == 0) {
      return Boolean.toString(Boolean.parseBoolean(fallback));
    }
    String one = fallback == null ? option.paramLabel() : fallback;
    if (!option.isMultiValue()) {
      return one;
    }
    return fallback == null ? "[\"" + one + "\"]" : "[" + one + "]";
  }

  private static void comment(StringBuilder text, String meaning) {
    StringTokenizer words = new StringTokenizer(meaning);
    StringBuilder line = new StringBuilder("##");
    while (words.hasMoreTokens()) {
      String word = words.nextToken();
      if (line.length() + 1 + word.length() > COLUMNS) {
        text.append(line).append('\n');
        line.setLength(2);
      }
      line.append(' ').append(word);
    }
    text.append(line).append('\n');
  }
}
