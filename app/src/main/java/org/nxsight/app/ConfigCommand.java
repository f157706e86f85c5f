package org.nxsight.app;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code nxsight config}: a configuration file with every option of a run and its default. */
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Prints a configuration file for nxsight run: every option with its default.",
    footer = {
      "",
      "Example: a file to begin with",
      "  ./nxsight config > nxsight.yaml",
      "  ./nxsight run --config nxsight.yaml samples/first-light.pcap"
    })
final class ConfigCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    System.out.print(ConfigText.of(new CommandLine(new RunCommand()).getCommandSpec().options()));
    return 0;
  }
}
