package org.nxsight.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.AskedName;
import org.nxsight.analysis.causes.Explainer;
import org.nxsight.analysis.causes.ExplanationJson;
import org.nxsight.analysis.causes.Failure;
import org.nxsight.capture.CaptureFile;
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
      "Only the name, its type and the SOA are looked at; nothing is asked of the network."
    },
    footer = {
      "",
      "Examples:",
      "  ./nxsight explain wwwgoogle.com --qtype A --soa com",
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

  @Mixin private final KnowledgeSettings knowledge = new KnowledgeSettings();

  private final AskedName asked = new AskedName();
  private final AnswerOutput out = new AnswerOutput();

  @Override
  public Integer call() throws Complaint {
    if ((name == null) == (batch == null)) {
      throw usage("give one NAME, or --batch with a file of them");
    }
    LocalDate date = date();
    String file = batch;
    if (file == null) {
      return explain(String.valueOf(name), date);
    }
    ExplanationJson form = new ExplanationJson();
    StringBuilder line = new StringBuilder();
    try (BufferedReader in = open(file)) {
      Explainer explainer = knowledge.read(date).explainer(date);
      for (String each = in.readLine(); each != null && out.isOpen(); each = in.readLine()) {
        append(line, each, explainer, form);
        out.append(line.append('\n'));
        line.setLength(0);
      }
    } catch (IOException e) {
      throw new Complaint(Complaint.FAILED, Faults.describe(e, file));
    }
    out.flush();
    return 0;
  }

  private int explain(String text, LocalDate date) throws Complaint {
    if (!qtype.isEmpty() && !AskedName.isType(qtype)) {
      throw usage("--qtype '" + qtype + "' is no type; such as MX, TYPE65 or 65");
    }
    if (!soa.isEmpty() && !AskedName.isName(soa)) {
      throw usage("--soa '" + soa + "' is no name; such as com or example.org");
    }
    Failure failure = asked.read(text, qtype, soa);
    if (failure == null) {
      throw usage(
          "'" + text + "' is no name: labels of 1 to 63 octets are expected, 255 octets in all");
    }
    Explainer explainer = knowledge.read(date).explainer(date);
    StringBuilder line = new StringBuilder();
    if (json) {
      new ExplanationJson().append(line, failure, explainer.explainFully(failure));
      line.append('\n');
    } else {
      ExplanationText.append(line, failure, explainer.explainFully(failure));
    }
    out.append(line).flush();
    return 0;
  }

  private void append(StringBuilder out, String line, Explainer explainer, ExplanationJson form) {
    String[] fields = line.split("\t", -1);
    Failure failure =
        asked.read(
            fields[0],
            fields.length > 1 ? fields[1].strip() : "",
            fields.length > 2 ? fields[2].strip() : "");
    if (failure == null) {
      AskedName.appendNoName(out, fields[0]);
    } else {
      form.append(out, failure, explainer.explainFully(failure));
    }
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
