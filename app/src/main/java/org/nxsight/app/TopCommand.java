package org.nxsight.app;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nxsight.app.top.TopView;
import org.nxsight.capture.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code nxsight top}: what a run does now, on the terminal. */
@Command(
    name = "top",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Shows what a run that serves does now: rates, causes, cuts and findings.",
    footer = {
      "",
      "Keys: q quits, s sorts by name or rate, r reverses, / filters, space pauses.",
      "Example: watch an interface",
      "  sudo ./nxsight run -i eth0 -o out --serve &",
      "  ./nxsight top"
    })
final class TopCommand implements Callable<Integer> {
  @ParentCommand private @Nullable Main main;

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8053",
      description =
          "where the run serves (default: ${DEFAULT-VALUE}); an API key is taken from the"
              + " environment's "
              + ApiKeySource.VARIABLE)
  private String url = "http://127.0.0.1:8053";

  @Override
  public Integer call() throws Complaint, InterruptedException {
    URI base = base();
    StopSignal stop = main == null ? new StopSignal() : main.stop();
    stop.listen();
    try {
      new TopView(System.out, Clock.SYSTEM, Printable::of)
          .show(base, System.getenv(ApiKeySource.VARIABLE), System.in, stop::isRequested);
      return 0;
    } catch (IOException e) {
      throw new Complaint(Complaint.UNUSABLE, Printable.of(String.valueOf(e.getMessage())));
    } finally {
      stop.ignore();
    }
  }

  private URI base() throws Complaint {
    try {
      URI base = URI.create(url);
      if (("http".equals(base.getScheme()) || "https".equals(base.getScheme()))
          && base.getHost() != null) {
        return base;
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw new Complaint(
        Complaint.UNUSABLE,
        Printable.of("--url: '" + url + "' is no URL such as http://127.0.0.1:8053"));
  }
}
