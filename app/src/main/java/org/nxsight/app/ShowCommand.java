package org.nxsight.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nxsight.app.bus.TopicAddress;
import org.nxsight.app.bus.TopicStream;
import org.nxsight.capture.CaptureFile;
import org.nxsight.capture.ContainerFile;
import org.nxsight.capture.UnreadableCaptureException;
import org.nxsight.channels.form.RecordForm;
import org.nxsight.channels.form.RecordJson;
import org.nxsight.channels.form.RecordText;
import org.nxsight.wire.nmsg.PayloadCrc;
import org.nxsight.wire.protobuf.Decoded;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nxsight show}: NMSG files as text or JSON, exactly as nmsgtool prints them. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Prints NMSG channel files as nmsgtool does.",
    footer = {
      "",
      "Example: the names that do not exist, most asked for first",
      "  ./nxsight show nxsight-data/channels/ch221/*.nmsg --format json \\",
      "      | jq -r .message.qname | sort | uniq -c | sort -rn | head"
    })
final class ShowCommand implements Callable<Integer> {
  private static final int FLUSH_CHARS = 1 << 16;

  /** What {@code --format} accepts. */
  enum Form {
    text,
    json
  }

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "NMSG files, plain or compressed by gzip or zstd; - for the standard input; or a topic of"
              + " Kafka as nmsg:TOPIC@BROKER, from its oldest record to its last")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "FORM",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private Form form = Form.text;

  @Option(
      names = "--explain",
      description = "adds to each line of JSON why the question failed, as nxsight explain does")
  private boolean explain;

  @Mixin private final KnowledgeSettings knowledge = new KnowledgeSettings();

  private final PrintStream out =
      new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
  private final StringBuilder gathered = new StringBuilder();
  private @Nullable TopicStream topic;
  private long wrongCrcs;
  private long malformed;

  @Override
  public Integer call() throws Complaint {
    RecordForm records = form();
    int status = 0;
    for (String file : files) {
      status = Math.max(status, show(file, records));
      flush();
    }
    tell(wrongCrcs, "payloads with a wrong CRC-32C, shown all the same");
    tell(malformed, "malformed containers or payloads");
    return status;
  }

  private RecordForm form() throws Complaint {
    if (!explain) {
      return form == Form.json ? new RecordJson() : new RecordText();
    }
    if (form != Form.json) {
      throw new Complaint(Complaint.UNUSABLE, "--explain needs --format json");
    }
    LocalDate today = KnowledgeSettings.today();
    return new ExplainedJson(knowledge.read(today).explainer(today));
  }

  private int show(String file, RecordForm records) throws Complaint {
    try (ContainerFile containers = open(file)) {
      try {
        while (!out.checkError() && containers.next()) {
          while (containers.container().next()) {
            show(containers, records);
          }
        }
      } finally {
        malformed += containers.malformed() + (topic == null ? 0 : topic.passedOver());
        topic = null;
      }
      return 0;
    } catch (UnreadableCaptureException e) {
      return fail(String.valueOf(e.getMessage()), e.nothingRead());
    } catch (IOException e) {
      return fail(Faults.describeOwn(e, file), true);
    } catch (InvalidPathException e) {
      return fail(Faults.describe(e), true);
    }
  }

  private void show(ContainerFile containers, RecordForm records) {
    if (containers.container().crc() == PayloadCrc.INCORRECT) {
      wrongCrcs++;
    }
    if (records.append(gathered, containers.container().payload()) != Decoded.OK) {
      malformed++;
    }
    if (gathered.length() >= FLUSH_CHARS) {
      flush();
    }
  }

  private ContainerFile open(String file) throws IOException, Complaint {
    if (TopicAddress.isOne(file)) {
      return openTopic(file);
    }
    return file.equals(CaptureFile.STANDARD_INPUT)
        ? ContainerFile.open("standard input", System.in)
        : ContainerFile.open(Path.of(file));
  }

  private ContainerFile openTopic(String text) throws IOException, Complaint {
    try {
      topic = TopicStream.open(TopicAddress.parse(text), Map.of());
      return ContainerFile.open(text, topic);
    } catch (IllegalArgumentException e) {
      throw new Complaint(Complaint.UNUSABLE, Printable.of(String.valueOf(e.getMessage())));
    }
  }

  private int fail(String complaint, boolean nothingRead) {
    flush();
    Notices.say(complaint);
    return nothingRead ? Complaint.UNUSABLE : Complaint.FAILED;
  }

  private void flush() {
    out.append(gathered);
    out.flush();
    gathered.setLength(0);
  }

  private static void tell(long count, String what) {
    if (count > 0) {
      Notices.say(String.format(Locale.ROOT, "%,d %s", count, what));
    }
  }
}
