package org.nxsight.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Completes a command line by its configuration file. An option on the command line replaces the
 * file's, lists included.
 */
final class Configuration {
  /** The option that names the file. */
  static final String OPTION = "--config";

  private final Supplier<CommandLine> commandLines;

  /**
   * @param commandLines makes a fresh one for every parse
   */
  Configuration(Supplier<CommandLine> commandLines) {
    this.commandLines = commandLines;
  }

  /** The arguments as given, with the file's behind the command's name. */
  String[] complete(String... arguments) throws Complaint {
    if (!mayNameAFile(arguments)) {
      return arguments; // a parse less at the start
    }
    ParseResult command;
    try {
      command = commandLines.get().parseArgs(arguments).subcommand();
    } catch (ParameterException e) {
      return arguments; // executing them will say what is wrong
    }
    if (command == null || !command.hasMatchedOption(OPTION)) {
      return arguments;
    }
    Path file = command.matchedOptionValue(OPTION, Path.of(""));
    List<String> completed = new ArrayList<>(Arrays.asList(arguments));
    completed.addAll(completed.indexOf(command.commandSpec().name()) + 1, missing(file, command));
    return completed.toArray(String[]::new);
  }

  /** Whether the option is there, or may be in a file of arguments. */
  private static boolean mayNameAFile(String... arguments) {
    return Arrays.stream(arguments)
        .anyMatch(each -> each.startsWith(OPTION) || each.startsWith("@"));
  }

  private List<String> missing(Path file, ParseResult command) throws Complaint {
    CommandSpec spec = command.commandSpec();
    List<String> words = new ArrayList<>();
    List<String> all = new ArrayList<>(List.of(spec.name()));
    for (Map.Entry<OptionSpec, List<String>> entry :
        new ConfigFile(file, spec.options()).arguments().entrySet()) {
      all.addAll(entry.getValue());
      if (!command.hasMatchedOption(entry.getKey())) {
        words.addAll(entry.getValue());
      }
    }
    try {
      commandLines.get().parseArgs(all.toArray(String[]::new));
    } catch (ParameterException e) {
      throw new Complaint(Complaint.UNUSABLE, Printable.of(file + ": " + Main.complaintOf(e)));
    }
    return words;
  }
}
