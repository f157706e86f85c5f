package org.nxsight.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nxsight.store.Dataset;
import org.nxsight.store.failures.Failure;
import org.nxsight.store.failures.FailureQuestion;
import org.nxsight.store.failures.Failures;
import org.nxsight.store.failures.Grouping;
import org.nxsight.store.history.Histories;
import org.nxsight.store.pdns.BadQuestionException;
import org.nxsight.store.pdns.NamePattern;
import org.nxsight.store.tables.StoreTables;
import org.nxsight.wire.dns.Rcodes;
import org.nxsight.wire.dns.RecordTypes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nxsight failures}: what does not exist or cannot be resolved, since when, for whom. */
@Command(
    name = "failures",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Tells what failed: the history of one name, or the names of a zone.",
    footer = {
      "",
      "Example: the whole history of a name: when it existed, since when it fails, who says so",
      "  ./nxsight failures api.example.com",
      "Example: what is missing in a zone, most asked for first",
      "  ./nxsight failures '*.example.com' --rcode NXDOMAIN --since -7d --limit 20",
      "Example: how it went, for a program",
      "  ./nxsight failures api.example.com --by bucket --csv",
      "",
      "Exit status: 0 done, also when nothing was found; 1 failed while working, 2 wrong usage or",
      "unreadable input."
    })
final class FailuresCommand implements Callable<Integer> {
  /** What {@code --by} accepts. */
  enum By {
    name,
    bucket,
    server
  }

  @Spec private @Nullable CommandSpec spec;
  @Mixin private StoreSettings store = new StoreSettings();
  @Mixin private FenceSettings fences = new FenceSettings();
  @Mixin private AnswerForm answerForm = new AnswerForm();

  @Parameters(
      paramLabel = "NAME|*.ZONE",
      description = "a name, or *.ZONE for the zone and all below it")
  private String names = "";

  @Option(
      names = "--type",
      paramLabel = "T",
      split = ",",
      description = "only questions for these record types; repeatable")
  private List<String> types = new ArrayList<>();

  @Option(
      names = "--rcode",
      paramLabel = "R",
      split = ",",
      description =
          "only these rcodes, by name or number; NODATA for names that exist without the type"
              + " (default: all but NODATA); repeatable")
  private List<String> rcodes = new ArrayList<>();

  @Option(
      names = "--by",
      paramLabel = "WHAT",
      description =
          "${COMPLETION-CANDIDATES}: a row for each name, for each bucket of time, or for each"
              + " server that answered")
  private @Nullable By by;

  @Override
  public Integer call() throws Complaint {
    NamePattern pattern;
    try {
      pattern = NamePattern.parse(names);
    } catch (BadQuestionException e) {
      throw usage("'" + names + "': " + e.getMessage());
    }
    if (pattern.kind() == NamePattern.Kind.STARTING) {
      throw usage("'" + names + "': a name or *.ZONE is expected");
    }
    boolean history =
        pattern.kind() == NamePattern.Kind.EXACT
            && answerForm.form() == AnswerForm.Form.TEXT
            && by == null;
    FailureQuestion question = question(pattern, history);
    return history ? tellHistory(question) : list(question);
  }

  private FailureQuestion question(NamePattern pattern, boolean history) {
    Set<String> failing = rcodeNames();
    boolean nodata = failing.remove(FailureQuestion.NODATA);
    boolean any = rcodes.isEmpty();
    return FailureQuestion.about(pattern)
        .withTypes(typeNames())
        .withRcodes(failing)
        .withKinds(any || !failing.isEmpty(), nodata || (any && history))
        .between(fences.sinceSeconds(), fences.untilSeconds())
        .withGrouping(grouping())
        .withLimit(fences.limit());
  }

  private int tellHistory(FailureQuestion question) throws Complaint {
    try (StoreTables tables = open(Histories.DATASETS)) {
      new AnswerOutput().append(HistoryText.of(new Histories(tables).of(question))).flush();
      return 0;
    } catch (IOException e) {
      throw store.failed(e);
    }
  }

  private int list(FailureQuestion question) throws Complaint {
    AnswerOutput out = new AnswerOutput();
    FailureForm form = new FailureForm(answerForm.form());
    try (StoreTables tables = open(EnumSet.copyOf(Failures.DATASETS))) {
      out.append(form.begin());
      long[] rows = new long[1];
      new Failures(tables)
          .answer(
              question,
              (Failure failure) -> {
                rows[0]++;
                return out.append(form.of(failure)).isOpen();
              });
      out.flush();
      if (rows[0] == 0) {
        Notices.say("nothing was found");
      }
      return 0;
    } catch (IOException e) {
      out.flush();
      throw store.failed(e);
    }
  }

  private StoreTables open(Set<Dataset> datasets) throws Complaint, IOException {
    Path directory = store.filled();
    return StoreTables.open(directory, datasets);
  }

  private Grouping grouping() {
    return switch (by) {
      case bucket -> Grouping.BUCKET;
      case server -> Grouping.SERVER;
      case name -> Grouping.NAME;
      case null -> Grouping.NAME;
    };
  }

  private Set<String> typeNames() {
    Set<String> all = new HashSet<>();
    for (String type : types) {
      int number = RecordTypes.number(type);
      if (number < 0) {
        throw usage("--type: '" + type + "' is no record type: A, MX or TYPE65280 are");
      }
      all.add(RecordTypes.text(number));
    }
    return all;
  }

  private Set<String> rcodeNames() {
    Set<String> all = new HashSet<>();
    for (String rcode : rcodes) {
      String upper = rcode.toUpperCase(Locale.ROOT);
      boolean nodata = upper.equals(FailureQuestion.NODATA) || upper.equals("NOERROR");
      boolean digits = upper.matches("\\d{1,4}");
      int number = digits ? Integer.parseInt(upper) : Rcodes.number(upper);
      if (!nodata && number < 0) {
        throw usage("--rcode: '" + rcode + "' is no rcode: NXDOMAIN, 3, RCODE23 or NODATA are");
      }
      all.add(nodata || number == 0 ? FailureQuestion.NODATA : Rcodes.text(number));
    }
    return all;
  }

  private ParameterException usage(String complaint) {
    if (spec == null) {
      throw new IllegalStateException("no command line");
    }
    return new ParameterException(spec.commandLine(), complaint);
  }
}
