package org.nxsight.app;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code nxsight man}: the manual page, for those who make packages. */
@Command(
    name = "man",
    hidden = true,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Prints the manual page nxsight(1).",
    footer = {"", "Example: read it", "  ./nxsight man | man -l -"})
final class ManCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    System.out.print(
        ManPage.of(Objects.requireNonNull(spec).parent().commandLine(), Version.current()));
    return 0;
  }
}
