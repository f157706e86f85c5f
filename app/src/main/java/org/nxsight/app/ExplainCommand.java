package org.nxsight.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.AskedName;
import org.nxsight.analysis.causes.Explainer;
import org.nxsight.analysis.causes.ExplanationJson;
import org.nxsight.analysis.causes.Failure;
import org.nxsight.analysis.memory.Memory;
import org.nxsight.capture.CaptureFile;
import org.nxsight.store.history.Existence;
import org.nxsight.store.history.StoreMemory;
import org.nxsight.store.tables.StoreTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nxsight explain}: why a name is missing, with evidence. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Says why a name does not exist: the most likely cause, how sure that is, and what tells it.",
      "Only the name, its type and the SOA are looked at, and with --data what a store knows of"
          + " it;",
      "nothing is asked of the network."
    },
    footer = {
      "",
      "Examples:",
      "  ./nxsight explain wwwgoogle.com --qtype A --soa com",
      "  ./nxsight explain old.example.com --data nxsight-data",
      "  ./nxsight explain 2.0.0.127.zen.spamhaus.org --soa zen.spamhaus.org --json",
      "  ./nxsight explain --batch names.tsv > explained.jsonl"
    })
final class ExplainCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "NAME", arity = "0..1", description = "the name that is missing")
  private @Nullable String name;

  @Option(names = "--qtype", paramLabel = "T", description = "the type that was asked for")
  private String qtype = "";

  @Option(
      names = "--soa",
      paramLabel = "ZONE",
      description = "the owner of the SOA in the response; without it only the name tells")
  private String soa = "";

  @Option(
      names = "--batch",
      paramLabel = "FILE",
      description =
          "explains each line of a file, qname<TAB>qtype<TAB>soa_rrname, as one JSON object a"
              + " line in the same order; the last two may be empty or absent; - for the standard"
              + " input")
  private @Nullable String batch;

  @Option(names = "--json", description = "one JSON object instead of text")
  private boolean json;

  @Option(
      names = "--day",
      paramLabel = "YYYY-MM-DD",
      description = "the day, in UTC, around which generated names are known (default: today)")
  private @Nullable String day;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "a directory that run -o wrote to: its store tells when the name and its domain existed,"
              + " and which SOA denied it last when none is given")
  private @Nullable Path data;

  @Mixin private final KnowledgeSettings knowledge = new KnowledgeSettings();

  private final AskedName asked = new AskedName();
  private final AnswerOutput out = new AnswerOutput();
  private long nowSeconds;
  private long unread;

  @Override
  public Integer call() throws Complaint {
    if ((name == null) == (batch == null)) {
      throw usage("give one NAME, or --batch with a file of them");
    }
    LocalDate date = date();
    nowSeconds =
        day == null
            ? InstantSource.system().instant().getEpochSecond()
            : date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond() - 1;
    try (StoreTables tables = tables()) {
      StoreMemory store = tables == null ? null : new StoreMemory(tables);
      Explainer explainer =
          knowledge.read(date).explainer(date, store == null ? Memory.NONE : store);
      if (batch == null) {
        explain(String.valueOf(name), explainer, store);
      } else {
        explainAll(batch, explainer, store);
      }
    } catch (UncheckedIOException e) {
      throw unreadable(Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw unreadable(e);
    }
    out.flush();
    return 0;
  }

  private @Nullable StoreTables tables() throws Complaint, IOException {
    return data == null
        ? null
        : StoreTables.open(StoreSettings.of(data).filled(), Existence.DATASETS);
  }

  private void explainAll(String file, Explainer explainer, @Nullable StoreMemory store)
      throws Complaint {
    ExplanationJson form = new ExplanationJson();
    StringBuilder line = new StringBuilder();
    try (BufferedReader in = open(file)) {
      for (String each = in.readLine(); each != null && out.isOpen(); each = in.readLine()) {
        append(line, each, explainer, form, store);
        out.append(line.append('\n'));
        line.setLength(0);
      }
    } catch (IOException e) {
      throw new Complaint(Complaint.FAILED, Faults.describe(e, file));
    }
    if (unread > 0) {
      Notices.say(
          unread
              + (unread == 1 ? " line has" : " lines have")
              + " a type or an SOA that is none, which counts as absent");
    }
  }

  private void explain(String text, Explainer explainer, @Nullable StoreMemory store)
      throws IOException {
    if (!qtype.isEmpty() && !AskedName.isType(qtype)) {
      throw usage("--qtype '" + qtype + "' is no type; such as MX, TYPE65 or 65");
    }
    if (!soa.isEmpty() && !AskedName.isName(soa)) {
      throw usage("--soa '" + soa + "' is no name; such as com or example.org");
    }
    Failure failure = read(text, qtype, soa, store);
    if (failure == null) {
      throw usage(
          "'" + text + "' is no name: labels of 1 to 63 octets are expected, 255 octets in all");
    }
    StringBuilder line = new StringBuilder();
    if (json) {
      new ExplanationJson().append(line, failure, explainer.explainFully(failure));
      line.append('\n');
    } else {
      ExplanationText.append(line, failure, explainer.explainFully(failure));
    }
    out.append(line);
  }

  private @Nullable Failure read(String text, String type, String zone, @Nullable StoreMemory store)
      throws IOException {
    String denier = zone.isEmpty() && store != null ? store.deniedBy(text) : zone;
    Failure failure = asked.read(text, type, denier == null ? "" : denier);
    if (failure != null) {
      failure.setSeen(nowSeconds, failure.bytes(), failure.qnameOffset());
    }
    return failure;
  }

  private void append(
      StringBuilder out,
      String line,
      Explainer explainer,
      ExplanationJson form,
      @Nullable StoreMemory store)
      throws IOException {
    String[] fields = line.split("\t", -1);
    String type = fields.length > 1 ? fields[1].strip() : "";
    String zone = fields.length > 2 ? fields[2].strip() : "";
    Failure failure = read(fields[0], type, zone, store);
    if (failure == null) {
      AskedName.appendNoName(out, fields[0]);
      return;
    }
    boolean badType = !type.isEmpty() && !AskedName.isType(type);
    boolean badZone = !zone.isEmpty() && !AskedName.isName(zone);
    if (badType) {
      form.noteUnread("qtype", type);
    }
    if (badZone) {
      form.noteUnread("soa_rrname", zone);
    }
    unread += badType || badZone ? 1 : 0;
    form.append(out, failure, explainer.explainFully(failure));
  }

  /** Each octet is one character: names are octets. */
  private static BufferedReader open(String file) throws Complaint {
    try {
      InputStream in =
          file.equals(CaptureFile.STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(file));
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
    } catch (NoSuchFileException e) {
      throw new Complaint(Complaint.UNUSABLE, Printable.of(file) + ": no such file");
    } catch (IOException e) {
      throw new Complaint(Complaint.UNUSABLE, Faults.describe(e, file));
    }
  }

  private LocalDate date() {
    String text = day;
    if (text == null) {
      return KnowledgeSettings.today();
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new ParameterException(
          commandSpec().commandLine(), "--day '" + text + "' is no day; such as 2026-11-24", e);
    }
  }

  private Complaint unreadable(IOException e) {
    return data == null
        ? new Complaint(Complaint.FAILED, Printable.of(String.valueOf(e.getMessage())))
        : StoreSettings.of(data).failed(e);
  }

  private ParameterException usage(String complaint) {
    return new ParameterException(commandSpec().commandLine(), complaint);
  }

  private CommandSpec commandSpec() {
    if (spec == null) {
      throw new IllegalStateException("no command line");
    }
    return spec;
  }
}
