package org.nxsight.app;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The manual page nxsight(1), in the macros of man(7), made of what {@code --help} says. */
final class ManPage {
  private final StringBuilder page = new StringBuilder();

  private ManPage() {}

  /** The whole page. */
  static String of(CommandLine program, String version) {
    return new ManPage().write(program, version);
  }

  private String write(CommandLine program, String version) {
    CommandSpec all = program.getCommandSpec();
    macro("TH", "NXSIGHT 1 \"\" \"nxsight " + version + "\" \"User Commands\"");
    macro("SH", "NAME");
    line("nxsight - " + String.join(" ", all.usageMessage().description()));
    macro("SH", "SYNOPSIS");
    line("nxsight COMMAND [OPTION...] [ARGUMENT...]");
    macro("SH", "COMMANDS");
    Map<String, CommandLine> commands = new TreeMap<>(program.getSubcommands());
    commands.values().removeIf(each -> each.getCommandSpec().usageMessage().hidden());
    commands.forEach((name, command) -> command(name, command.getCommandSpec()));
    macro("SH", "EXIT STATUS");
    line("0 done, 1 failed while working, 2 wrong usage or unreadable input.");
    macro("SH", "FILES");
    line("/etc/nxsight/nxsight.yaml is what the service runs; nxsight config prints all its keys.");
    line("/var/lib/nxsight has the service's channels and store.");
    macro("SH", "SEE ALSO");
    line("The documents in /usr/share/doc/nxsight; dnsdbq(1), tcpdump(1), dnscap(1).");
    return page.toString();
  }

  private void command(String name, CommandSpec command) {
    UsageMessageSpec usage = command.usageMessage();
    macro("SS", "nxsight " + escaped(name));
    paragraph(usage.description());
    for (PositionalParamSpec parameter : command.positionalParameters()) {
      tagged(parameter.paramLabel(), parameter.description(), List.of(), "");
    }
    for (OptionSpec option : command.options()) {
      if (!option.hidden() && !option.usageHelp() && !option.versionHelp()) {
        String names = String.join(", ", option.names());
        String tag = option.arity().max() == 0 ? names : names + " " + option.paramLabel();
        Iterable<String> candidates = option.completionCandidates();
        tagged(
            tag,
            option.description(),
            candidates == null ? List.of() : candidates,
            String.valueOf(option.defaultValue()));
      }
    }
    macro("PP", "");
    macro("nf", "");
    for (String each : usage.footer()) {
      line(each.replace("./nxsight", "nxsight"));
    }
    macro("fi", "");
  }

  private void tagged(
      String tag, String[] description, Iterable<String> candidates, String fallback) {
    macro("TP", "");
    page.append("\\fB").append(escaped(tag)).append("\\fR\n");
    for (String each : description) {
      line(
          each.replace("${COMPLETION-CANDIDATES}", String.join(", ", candidates))
              .replace("${DEFAULT-VALUE}", fallback));
    }
  }

  private void paragraph(String... lines) {
    for (String each : lines) {
      line(each);
    }
  }

  private void macro(String name, String arguments) {
    page.append('.').append(name).append(arguments.isEmpty() ? "" : " ").append(arguments);
    page.append('\n');
  }

  /** A line of text; one that begins as a macro does is told not to be one. */
  private void line(String text) {
    String plain = escaped(Ansi.OFF.string(text));
    page.append(plain.startsWith(".") || plain.startsWith("'") ? "\\&" : "").append(plain);
    page.append('\n');
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\e").replace("-", "\\-");
  }
}
