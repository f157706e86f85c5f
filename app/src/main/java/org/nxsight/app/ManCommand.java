package org.nxsight.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code nxsight man}: the manual page, for those who make packages. */
@Command(
    name = "man",
    hidden = true,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Prints the manual page nxsight(1).",
    footer = {"", "Example: read it", "  ./nxsight man | man -l -"})
final class ManCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    System.out.print(ManPage.of(Main.whole(), Version.current()));
    return 0;
  }
}
