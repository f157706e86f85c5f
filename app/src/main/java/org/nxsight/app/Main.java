package org.nxsight.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: {@code nxsight COMMAND ...}. */
@Command(
    name = "nxsight",
    description = "Shows what isn't in the DNS, and why.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "nxsight COMMAND --help tells more about a command."})
public final class Main implements Runnable {
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  /** Each by its name, in the order of the help. */
  private static final Map<String, Supplier<Object>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("run", RunCommand::new);
    COMMANDS.put("show", ShowCommand::new);
    COMMANDS.put("pdns", PdnsCommand::new);
    COMMANDS.put("explain", ExplainCommand::new);
    COMMANDS.put("failures", FailuresCommand::new);
    COMMANDS.put("findings", FindingsCommand::new);
    COMMANDS.put("sql", SqlCommand::new);
    COMMANDS.put("serve", ServeCommand::new);
    COMMANDS.put("key", KeyCommand::new);
    COMMANDS.put("top", TopCommand::new);
    COMMANDS.put("config", ConfigCommand::new);
    COMMANDS.put("man", ManCommand::new);
    COMMANDS.put("train", TrainCommand::new);
  }

  private final StopSignal stop;

  @Option(
      names = "--log",
      paramLabel = "FORM",
      scope = ScopeType.INHERIT,
      description =
          "how what is told on standard error is told: text, or json, an object in each line"
              + " (default: text)")
  void setLog(Notices.Form form) {
    Notices.tellAs(form);
  }

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
    Notices.tellAs(Notices.Form.text);
    try {
      String command = arguments.length == 0 ? "" : arguments[0];
      String[] complete = new Configuration(() -> commandLine(stop, command)).complete(arguments);
      return commandLine(stop, command).execute(complete);
    } catch (Complaint complaint) {
      return onComplaint(complaint);
    }
  }

  /** The command line with all commands. */
  static CommandLine whole() {
    return commandLine(new StopSignal(), "");
  }

  /** Knows only the command that is asked for, since each takes 20 ms to describe; else all. */
  private static CommandLine commandLine(StopSignal stop, String asked) {
    CommandLine line = new CommandLine(new Main(stop));
    COMMANDS.forEach((name, command) -> {
      if (name.equals(asked) || !COMMANDS.containsKey(asked)) {
        line.addSubcommand(name, command.get());
      }
    });
    return line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
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
    Notices.complain(String.valueOf(complaint.getMessage()));
    return complaint.exitStatus();
  }

  private static int onWrongUsage(ParameterException exception, String[] arguments) {
    Notices.complain(complaintOf(exception));
    if (!Notices.areJson()) {
      System.err.println(
          "try: " + exception.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    }
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
        "a command is needed: run, show, explain, findings, failures, pdns, sql, serve or top");
  }
}
