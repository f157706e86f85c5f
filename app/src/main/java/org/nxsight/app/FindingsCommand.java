package org.nxsight.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.Severity;
import org.nxsight.store.findings.FindingQuestion;
import org.nxsight.store.findings.Marks;
import org.nxsight.store.findings.StoredFinding;
import org.nxsight.store.findings.StoredFindings;
import org.nxsight.store.tables.StoreTables;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code nxsight findings}: what the failures say together, and what people said to that. */
@Command(
    name = "findings",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Tells what was found: botnets, floods, defunct services, leaks, broken zones and more.",
    footer = {
      "",
      "Example: what is open now, the most severe first",
      "  ./nxsight findings",
      "Example: one of them with its evidence",
      "  ./nxsight findings 9c1185a5c5e9fc54",
      "Example: what a live run finds, as it comes",
      "  ./nxsight findings --follow --severity medium",
      "Example: for a script: exit status 3 when something severe is open that nobody has seen",
      "  ./nxsight findings --severity high --fail",
      "",
      "Exit status: 0 done, 1 failed while working, 2 wrong usage or unreadable input, 3 by --fail."
    })
final class FindingsCommand implements Callable<Integer> {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");
  private static final int FOUND = 3;

  /** What {@code --state} accepts. */
  enum State {
    open,
    closed,
    all
  }

  @Spec private @Nullable CommandSpec spec;
  @ParentCommand private @Nullable Main main;
  @Mixin private StoreSettings store = new StoreSettings();
  @Mixin private FenceSettings fences = new FenceSettings();
  @Mixin private AnswerForm answerForm = new AnswerForm();
  @ArgGroup private @Nullable Marking marking;

  /** What is to be said of findings. */
  private static final class Marking {
    @Option(
        names = "--ack",
        arity = "1..*",
        paramLabel = "ID",
        description = "notes that these were seen")
    private @Nullable List<String> acknowledged;

    @Option(
        names = "--mute",
        arity = "1..*",
        paramLabel = "ID",
        description = "wants to hear no more of these, not even when they open again")
    private @Nullable List<String> muted;

    @Option(
        names = "--unmark",
        arity = "1..*",
        paramLabel = "ID",
        description = "takes back what was said of these")
    private @Nullable List<String> unmarked;
  }

  @Parameters(paramLabel = "ID", arity = "0..1", description = "one finding, with its evidence")
  private @Nullable String id;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      split = ",",
      description = "only these: ${COMPLETION-CANDIDATES}")
  private List<FindingKind> kinds = new ArrayList<>();

  @Option(
      names = "--severity",
      paramLabel = "SEVERITY",
      defaultValue = "info",
      description = "only what is so severe: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private Severity least = Severity.INFO;

  @Option(
      names = "--subject",
      paramLabel = "SUBJECT",
      description = "only what is about this name, list, item or server; or below it, as *.ZONE")
  private @Nullable String subject;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      defaultValue = "open",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private State state = State.open;

  @Option(names = "--muted", description = "also those that somebody has muted")
  private boolean mutedToo;

  @Option(names = "--follow", description = "waits for what a run finds from now on")
  private boolean follow;

  @Option(
      names = "--fail",
      description = "ends with exit status 3 when one is told that nobody has acknowledged")
  private boolean fail;

  @Option(
      names = "--kinds",
      description = "lists the kinds of findings, and the settings that decide about them")
  private boolean kindsWanted;

  @Override
  public Integer call() throws Complaint {
    if (kindsWanted) {
      new AnswerOutput().append(KindsText.all()).flush();
      return 0;
    }
    if (marking != null) {
      return mark(marking);
    }
    if (follow) {
      return follow();
    }
    String one = id;
    try (StoreTables tables = StoreTables.open(store.filled(), StoredFindings.DATASETS)) {
      StoredFindings findings = new StoredFindings(tables);
      return one == null ? list(findings) : show(findings, one);
    } catch (IOException e) {
      throw store.failed(e);
    }
  }

  private int list(StoredFindings findings) throws IOException {
    Marks marks = Marks.read(store.data());
    FindingForm form = new FindingForm(answerForm.form());
    AnswerOutput out = new AnswerOutput().append(form.begin());
    int told = 0;
    boolean unseen = false;
    for (StoredFinding finding : findings.answer(question())) {
      Marks.Mark mark = marks.of(finding.id());
      if (mark == Marks.Mark.MUTED && !mutedToo) {
        continue;
      }
      out.append(form.of(finding, mark));
      told++;
      unseen |= finding.open() && mark == Marks.Mark.NONE;
    }
    out.flush();
    if (told == 0) {
      Notices.say(
          state == State.open
              ? "nothing is open; --state all tells what was"
              : "nothing was found");
    }
    return fail && unseen ? FOUND : 0;
  }

  private int show(StoredFindings findings, String one) throws IOException {
    checkId(one);
    FindingQuestion all = FindingQuestion.ALL;
    List<StoredFinding> found =
        findings.answer(
            new FindingQuestion(
                one,
                all.kinds(),
                null,
                all.least(),
                null,
                all.afterSeconds(),
                all.beforeSeconds(),
                1));
    if (found.isEmpty()) {
      throw usage("there is no finding " + one);
    }
    StoredFinding finding = found.getFirst();
    Marks.Mark mark = Marks.read(store.data()).of(one);
    FindingForm form = new FindingForm(answerForm.form());
    new AnswerOutput()
        .append(form.begin())
        .append(
            answerForm.form() == AnswerForm.Form.TEXT
                ? FindingForm.whole(finding, mark, findings.changes(one))
                : form.of(finding, mark))
        .flush();
    return fail && finding.open() && mark == Marks.Mark.NONE ? FOUND : 0;
  }

  private FindingQuestion question() {
    Boolean open =
        switch (state) {
          case open -> Boolean.TRUE;
          case closed -> Boolean.FALSE;
          case all -> null;
        };
    return new FindingQuestion(
        null,
        kindSet(),
        subject == null ? null : subject.toLowerCase(Locale.ROOT),
        least,
        open,
        fences.sinceSeconds(),
        fences.untilSeconds(),
        fences.limit());
  }

  private Set<FindingKind> kindSet() {
    return kinds.isEmpty() ? EnumSet.noneOf(FindingKind.class) : EnumSet.copyOf(kinds);
  }

  private int follow() throws Complaint {
    if (answerForm.form() == AnswerForm.Form.CSV) {
      throw usage("--follow writes text or JSON");
    }
    Path channel = OutputDirectory.channels(store.data()).resolve(ChannelName.FINDINGS);
    StopSignal stop = Objects.requireNonNull(main).stop();
    stop.listen();
    try {
      new FindingTail(
              channel, store.data(), kindSet(), least, answerForm.form() == AnswerForm.Form.JSON)
          .follow(stop);
      return 0;
    } catch (IOException e) {
      throw new Complaint(
          Complaint.FAILED, Printable.of(Faults.describeOwn(e, channel.toString())));
    } finally {
      stop.ignore();
    }
  }

  private int mark(Marking wanted) throws Complaint {
    try {
      mark(wanted.acknowledged, Marks.Mark.ACKNOWLEDGED);
      mark(wanted.muted, Marks.Mark.MUTED);
      mark(wanted.unmarked, Marks.Mark.NONE);
      return 0;
    } catch (IOException e) {
      throw new Complaint(
          Complaint.FAILED, Printable.of(Faults.describeOwn(e, store.data().toString())));
    }
  }

  private void mark(@Nullable List<String> ids, Marks.Mark mark) throws IOException {
    if (ids == null) {
      return;
    }
    ids.forEach(this::checkId);
    for (String each : ids) {
      Marks.add(store.data(), each, mark, InstantSource.system().instant());
    }
  }

  private void checkId(String text) {
    if (!ID.matcher(text).matches()) {
      throw usage("'" + text + "' is no id of a finding: 16 hexadecimal digits are");
    }
  }

  private ParameterException usage(String complaint) {
    if (spec == null) {
      throw new IllegalStateException("no command line");
    }
    return new ParameterException(spec.commandLine(), complaint);
  }
}
