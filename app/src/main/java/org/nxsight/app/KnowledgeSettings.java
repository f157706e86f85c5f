package org.nxsight.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Knowledge;
import picocli.CommandLine.Option;

/** What the user knows besides what comes with the program. */
final class KnowledgeSettings {
  @Option(
      names = "--brands",
      paramLabel = "FILE",
      description = "domains of your own, one a line: slips of them count most (repeatable)")
  private List<Path> brands = new ArrayList<>();

  @Option(
      names = "--popular",
      paramLabel = "FILE",
      description = "well-known domains, one a line or as in the Tranco list (repeatable)")
  private List<Path> popular = new ArrayList<>();

  @Option(
      names = "--malware-names",
      paramLabel = "FILE",
      description = "names that malware asks for: a name, or name<TAB>family, a line (repeatable)")
  private List<Path> malwareNames = new ArrayList<>();

  @Option(
      names = "--dga-model",
      paramLabel = "FILE",
      description = "a model that nxsight train made, in the place of the one that comes along")
  private @Nullable Path model;

  /** Whether there is anything besides. */
  boolean areGiven() {
    return !(brands.isEmpty() && popular.isEmpty() && malwareNames.isEmpty() && model == null);
  }

  /** The files of domains whose slips count most. */
  List<Path> brands() {
    return brands;
  }

  /** All of it, read, for a run that begins now. */
  Knowledge read() throws Complaint {
    return read(today());
  }

  /** Today, in UTC. */
  static LocalDate today() {
    return LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC);
  }

  /** All of it, read, for names of around a day. */
  Knowledge read(LocalDate day) throws Complaint {
    if (!areGiven()) {
      return Knowledge.builtIn(day);
    }
    try {
      return Knowledge.with(day, brands, popular, malwareNames, model);
    } catch (IOException e) {
      throw new Complaint(Complaint.UNUSABLE, Printable.of(String.valueOf(e.getMessage())));
    }
  }
}
