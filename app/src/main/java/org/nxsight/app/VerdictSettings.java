package org.nxsight.app;

import org.nxsight.analysis.causes.Explaining;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a run remembers of the verdicts on names. */
final class VerdictSettings {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--remember-names",
      paramLabel = "N",
      defaultValue = "262144",
      description =
          "on how many names the last verdicts are kept, 8 octets each, rounded up to a power of"
              + " two; a name that is asked for again costs no new look (default: ${DEFAULT-VALUE})")
  private int names = Explaining.DEFAULT_REMEMBERED;

  /** A power of two. */
  int rememberedNames() {
    if (names < 1 || names > Explaining.MOST_REMEMBERED) {
      throw new ParameterException(
          spec.commandLine(),
          "--remember-names: must be in 1.." + Explaining.MOST_REMEMBERED + ", not " + names);
    }
    return Integer.highestOneBit(2 * names - 1);
  }
}
