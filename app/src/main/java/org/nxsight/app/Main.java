package org.nxsight.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: {@code nxsight COMMAND ...}. */
@Command(
    name = "nxsight",
    description = "Shows what isn't in the DNS, and why.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      RunCommand.class,
      ShowCommand.class,
      PdnsCommand.class,
      ExplainCommand.class,
      FailuresCommand.class,
      FindingsCommand.class,
      SqlCommand.class,
      ServeCommand.class,
      ConfigCommand.class,
      ManCommand.class,
      TrainCommand.class
    },
    footer = {"", "nxsight COMMAND --help tells more about a command."})
public final class Main implements Runnable {
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  private final StopSignal stop;

  private Main(StopSignal stop) {
    this.stop = stop;
  }

  /** Runs one command and exits with its status. */
  public static void main(String[] arguments) {
    StopSignal stop = new StopSignal();
    int status = Complaint.FAILED;
    try {
      status = execute(stop, arguments);
    } catch (Throwable bug) { // exiting would not let it be told
      System.err.println("nxsight: this is a bug; please report what stands below");
      bug.printStackTrace();
    } finally {
      stop.exit(status);
    }
  }

  /** Runs one command, and returns its exit status. */
  static int execute(String... arguments) {
    return execute(new StopSignal(), arguments);
  }

  private static int execute(StopSignal stop, String... arguments) {
    try {
      String[] complete = new Configuration(() -> commandLine(stop)).complete(arguments);
      return commandLine(stop).execute(complete);
    } catch (Complaint complaint) {
      return onComplaint(complaint);
    }
  }

  private static CommandLine commandLine(StopSignal stop) {
    return new CommandLine(new Main(stop))
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(100)
        .setExecutionExceptionHandler(Main::onException)
        .setParameterExceptionHandler(Main::onWrongUsage);
  }

  private static int onException(
      Exception exception, CommandLine command, CommandLine.@Nullable ParseResult parsed)
      throws Exception {
    if (exception instanceof Complaint complaint) {
      return onComplaint(complaint);
    }
    throw exception;
  }

  private static int onComplaint(Complaint complaint) {
    System.err.println("nxsight: " + complaint.getMessage());
    return complaint.exitStatus();
  }

  private static int onWrongUsage(ParameterException exception, String[] arguments) {
    System.err.println("nxsight: " + Printable.of(complaintOf(exception)));
    System.err.println(
        "try: " + exception.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    return Complaint.UNUSABLE;
  }

  static String complaintOf(ParameterException exception) {
    if (exception instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().getFirst();
      return (word.startsWith("-") ? "unknown option " : "unknown command ") + word;
    }
    return String.valueOf(exception.getMessage()).lines().findFirst().orElse("");
  }

  /** Tells commands that they are to end early. */
  StopSignal stop() {
    return stop;
  }

  @Override
  public void run() {
    if (spec == null) {
      throw new IllegalStateException("no command line");
    }
    throw new ParameterException(
        spec.commandLine(),
        "a command is needed: run, show, explain, findings, failures, pdns, sql or serve");
  }
}
