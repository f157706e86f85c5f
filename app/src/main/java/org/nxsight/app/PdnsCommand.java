package org.nxsight.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nxsight.store.pdns.AddressRange;
import org.nxsight.store.pdns.BadQuestionException;
import org.nxsight.store.pdns.NamePattern;
import org.nxsight.store.pdns.PdnsAnswer;
import org.nxsight.store.pdns.PdnsDatabase;
import org.nxsight.store.pdns.PdnsLimits;
import org.nxsight.store.pdns.PdnsQuestion;
import org.nxsight.store.pdns.PdnsRecord;
import org.nxsight.store.pdns.QuestionFailedException;
import org.nxsight.store.pdns.StoreFiles;
import org.nxsight.store.pdns.Subject;
import org.nxsight.store.pdns.TimeFences;
import org.nxsight.store.pdns.TypeSelection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nxsight pdns}: what existed, from when to when, and what points where. */
@Command(
    name = "pdns",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Tells what existed in the DNS: RRsets by name, records by what they point at.",
    footer = {
      "",
      "Example: all that was ever seen at a name, and below it",
      "  ./nxsight pdns www.example.com",
      "  ./nxsight pdns '*.example.com' --type A,AAAA --since -30d",
      "Example: which names had an address of this network; which names use this name server",
      "  ./nxsight pdns 192.0.2.0/24",
      "  ./nxsight pdns --rdata ns1.example.net --type NS --json",
      "Example: what another sensor has seen",
      "  ./nxsight pdns --import other/ch204.nmsg cof.jsonl",
      "",
      "Exit status: 0 done, also when nothing was found; 1 failed while working, 2 wrong usage or",
      "unreadable input."
    })
final class PdnsCommand implements Callable<Integer> {
  /** One question at a time, which may take as long as its person waits. */
  private static final PdnsLimits LIMITS =
      new PdnsLimits(
          1, PdnsLimits.DEFAULT.threads(), PdnsLimits.DEFAULT.memoryOctets(), Duration.ofDays(1));

  @Spec private @Nullable CommandSpec spec;
  @Mixin private StoreSettings store = new StoreSettings();
  @Mixin private FenceSettings fences = new FenceSettings();
  @Mixin private AnswerForm answerForm = new AnswerForm();

  @Parameters(
      paramLabel = "NAME|IP|CIDR",
      arity = "0..1",
      description =
          "a name, *.ZONE for the zone and all below it, NAME.* for any ending; or an address, a"
              + " network such as 192.0.2.0/24, or a range such as 192.0.2.1-192.0.2.9")
  private @Nullable String subject;

  @Option(
      names = "--type",
      paramLabel = "T",
      split = ",",
      description = "only these record types; repeatable")
  private List<String> types = new ArrayList<>();

  @Option(
      names = "--rdata",
      description = "the name is what records point at: NS, CNAME, MX, PTR and the like")
  private boolean rdata;

  @Option(
      names = "--bailiwick",
      paramLabel = "ZONE",
      description = "only RRsets that this zone's servers answered with")
  private @Nullable String bailiwick;

  @Option(names = "--dnssec", description = "also RRSIG, NSEC and the other types of DNSSEC")
  private boolean dnssec;

  @Option(
      names = "--unplaced",
      description = "also RRsets of which nobody could tell whether the server had a say")
  private boolean unplaced;

  @Option(
      names = "--import",
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "asks nothing, but takes RRsets in: NMSG files with SIE:dnsdedupe, such as channel 204,"
              + " plain or compressed; or lines of JSON in the Common Output Format; - for the"
              + " standard input")
  private List<String> imports = new ArrayList<>();

  @Override
  public Integer call() throws Complaint {
    if (!imports.isEmpty()) {
      if (subject != null) {
        throw usage("--import takes files in; a question is a command of its own");
      }
      new PdnsImport().take(imports, store.directory());
      return 0;
    }
    String asked = subject;
    if (asked == null) {
      throw usage("what to look for is missing: a name, an address or a network");
    }
    PdnsQuestion question;
    try {
      question = question(asked);
    } catch (BadQuestionException e) {
      throw usage("'" + asked + "': " + e.getMessage());
    }
    return answer(question);
  }

  private PdnsQuestion question(String asked) throws BadQuestionException {
    PdnsQuestion question =
        PdnsQuestion.about(subject(asked))
            .withTypes(types())
            .withFences(TimeFences.overlapping(fences.sinceSeconds(), fences.untilSeconds()))
            .withUnplaced(unplaced)
            .withLimit(fences.limit());
    return bailiwick == null ? question : question.withBailiwick(bailiwick);
  }

  private Subject subject(String asked) throws BadQuestionException {
    if (asked.indexOf('/') >= 0 || asked.indexOf(':') >= 0 || isAddress(asked)) {
      return Subject.rdataIp(asked);
    }
    return rdata ? Subject.rdataName(asked) : Subject.rrset(asked);
  }

  private static boolean isAddress(String asked) {
    try {
      AddressRange.parse(asked);
      return true;
    } catch (BadQuestionException e) {
      return false;
    }
  }

  private TypeSelection types() throws BadQuestionException {
    if (types.isEmpty()) {
      return new TypeSelection(true, dnssec, TypeSelection.ANY.named());
    }
    return TypeSelection.parse(String.join(",", types) + (dnssec ? ",ANY-DNSSEC" : ""));
  }

  private int answer(PdnsQuestion question) throws Complaint {
    Path directory = store.filled();
    AnswerOutput out = new AnswerOutput();
    try (PdnsDatabase database = new PdnsDatabase(StoreFiles.in(directory), LIMITS)) {
      String ending = print(database, question, out);
      if (out.isOpen()) {
        out.flush();
        tell(ending == null ? nothing(database, question) : ending);
      }
      return 0;
    } catch (IOException e) {
      throw store.failed(e);
    } catch (QuestionFailedException e) {
      out.flush();
      throw new Complaint(Complaint.FAILED, Printable.of(String.valueOf(e.getMessage())));
    }
  }

  /** Prints what is found, and returns what is told at the end; null when it was nothing. */
  private @Nullable String print(PdnsDatabase database, PdnsQuestion question, AnswerOutput out)
      throws QuestionFailedException {
    PdnsForm form = new PdnsForm(answerForm.form());
    try (PdnsAnswer answer = database.ask(question)) {
      out.append(form.begin());
      long records = 0;
      PdnsRecord record;
      while (out.isOpen() && (record = answer.next()) != null) {
        records++;
        out.append(form.of(record));
      }
      return records == 0 ? null : PdnsForm.ending(records, answer.limited());
    }
  }

  /** What is told when nothing was found: where there may be something. */
  private static String nothing(PdnsDatabase database, PdnsQuestion question)
      throws IOException, QuestionFailedException {
    if (!(question.subject() instanceof Subject.Owner owner)) {
      return "nothing was found; what is kept apart (--unplaced) is found by its name only";
    }
    NamePattern wildcard = owner.names().wildcardAbove();
    if (wildcard != null && finds(database, question.withSubject(new Subject.Owner(wildcard)))) {
      return "nothing was found; but "
          + wildcard.name()
          + " stands for many names with equal answers";
    }
    if (!question.unplaced() && finds(database, question.withUnplaced(true))) {
      return "nothing was found among RRsets that have a place; --unplaced shows what is kept apart";
    }
    return "nothing was found";
  }

  private static boolean finds(PdnsDatabase database, PdnsQuestion question)
      throws IOException, QuestionFailedException {
    try (PdnsAnswer answer = database.ask(question)) {
      return answer.next() != null;
    }
  }

  private static void tell(String ending) {
    if (!ending.isEmpty()) {
      Notices.say(ending);
    }
  }

  private ParameterException usage(String complaint) {
    if (spec == null) {
      throw new IllegalStateException("no command line");
    }
    return new ParameterException(spec.commandLine(), complaint);
  }
}
