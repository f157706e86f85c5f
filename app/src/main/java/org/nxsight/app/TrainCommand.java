package org.nxsight.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.dga.DgaModel;
import org.nxsight.analysis.dga.ModelFile;
import org.nxsight.analysis.dga.training.Training;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nxsight train}: a model of generated names from one's own lists, and how good it is. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Trains the model that tells generated names from others, and prints how good it is on the",
      "fifth of the names that were held back. With --test nothing is trained: the model that is",
      "there is measured on all the names."
    },
    footer = {
      "",
      "Examples:",
      "  ./nxsight train --benign benign.txt --dga dga.txt -o my.model",
      "  ./nxsight train --benign benign.txt --dga dga.txt --test",
      "  ./nxsight run traffic.pcap --dga-model my.model"
    })
final class TrainCommand implements Callable<Integer> {
  @Option(
      names = "--benign",
      paramLabel = "FILE",
      required = true,
      description =
          "names that nobody generated, one a line; among them many that do not exist: mistyped,"
              + " dead hosts, service names")
  private Path benign = Path.of("");

  @Option(
      names = "--dga",
      paramLabel = "FILE",
      required = true,
      description = "generated names: a name, or name<TAB>family, a line")
  private Path dga = Path.of("");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "MODEL",
      description = "where the model is written")
  private @Nullable Path output;

  @Option(names = "--test", description = "trains nothing, but measures a model")
  private boolean test;

  @Option(
      names = "--dga-model",
      paramLabel = "MODEL",
      description = "the model that --test measures (default: the one that comes along)")
  private @Nullable Path model;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "the same lists and seed give the same model (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  @Override
  public Integer call() throws Complaint {
    List<String> benignLines = lines(benign);
    List<String> dgaLines = lines(dga);
    AnswerOutput out = new AnswerOutput();
    try {
      if (test) {
        out.append(Training.evaluate(model(), benignLines, dgaLines).text()).flush();
        return 0;
      }
      Training training = Training.of(benignLines, dgaLines, seed);
      String quality = training.evaluation().text();
      out.append(quality).flush();
      Path file = output;
      if (file != null) {
        DgaModel made = training.model();
        write(made.withAbout(made.about() + quality), file);
        Notices.say("the model is in " + file);
      }
      return 0;
    } catch (IllegalArgumentException e) {
      throw new Complaint(Complaint.UNUSABLE, Printable.of(String.valueOf(e.getMessage())));
    }
  }

  private DgaModel model() throws Complaint {
    Path file = model;
    if (file == null) {
      return DgaModel.shipped();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return ModelFile.read(in, file.toString());
    } catch (IOException e) {
      throw new Complaint(Complaint.UNUSABLE, Printable.of(Faults.describeOwn(e, file.toString())));
    }
  }

  /** Whole or not at all. */
  private static void write(DgaModel made, Path file) throws Complaint {
    Path part = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
        ModelFile.write(made, out);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new Complaint(Complaint.FAILED, Printable.of(Faults.describe(e, file.toString())));
    }
  }

  private static List<String> lines(Path file) throws Complaint {
    try {
      return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new Complaint(Complaint.UNUSABLE, Printable.of(Faults.describe(e, file.toString())));
    }
  }
}
