package org.nxsight.analysis.causes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.dga.DgaModel;
import org.nxsight.analysis.dga.ModelFile;
import org.nxsight.analysis.dga.families.Families;
import org.nxsight.analysis.dga.families.GeneratedNames;
import org.nxsight.analysis.dga.families.MalwareNames;
import org.nxsight.analysis.dnsbl.ListZones;
import org.nxsight.analysis.memory.Memory;
import org.nxsight.analysis.typo.Target;
import org.nxsight.analysis.typo.TargetFiles;
import org.nxsight.analysis.typo.Targets;
import org.nxsight.analysis.typo.TypoIndex;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.dns.NameText;

/** What all explainers share: tables and models that do not change once they are read. */
public final class Knowledge {
  private final ListZones lists = ListZones.known();
  private final DgaModel model;
  private final TypoIndex typos;
  private final LabelSet domains;
  private final Targets targets;
  private final MalwareNames malware;

  /** The names of the first explainer, which are being made while the rest is read. */
  private @Nullable FutureTask<GeneratedNames> firstNames;

  private final LocalDate firstDay;

  private Knowledge(
      LocalDate day,
      @Nullable Path modelFile,
      List<Path> brands,
      List<Path> popular,
      List<Path> malwareNames)
      throws IOException {
    firstDay = day;
    malware = malwareNames.isEmpty() ? MalwareNames.NONE : MalwareNames.read(malwareNames);
    FutureTask<GeneratedNames> names = new FutureTask<>(() -> names(day));
    firstNames = names;
    Thread.ofPlatform().daemon().name("generated-names").start(names);
    targets = Targets.builtIn();
    for (Path file : brands) {
      TargetFiles.addBrands(targets, file);
    }
    for (Path file : popular) {
      TargetFiles.addPopular(targets, file);
    }
    model = modelFile == null ? DgaModel.shipped() : read(modelFile);
    typos = new TypoIndex(targets.all());
    domains = domains(targets);
  }

  /**
   * What comes with the program.
   *
   * @param day around which the first explainer is to know generated names
   */
  public static Knowledge builtIn(LocalDate day) {
    try {
      return new Knowledge(day, null, List.of(), List.of(), List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What comes with the program, and the user's own.
   *
   * @param day around which the first explainer is to know generated names
   * @param brands files of domains to be watched
   * @param popular files of domains that are well-known
   * @param malwareNames files of names that malware asks for
   * @param model a model of generated names; null for the one that comes with the program
   * @throws IOException whose message says in one line what is wrong and where
   */
  public static Knowledge with(
      LocalDate day,
      List<Path> brands,
      List<Path> popular,
      List<Path> malwareNames,
      @Nullable Path model)
      throws IOException {
    return new Knowledge(day, model, brands, popular, malwareNames);
  }

  private static DgaModel read(Path model) throws IOException {
    try (InputStream in = Files.newInputStream(model)) {
      return ModelFile.read(in, model.toString());
    } catch (NoSuchFileException e) {
      throw new IOException(model + ": no such file", e);
    }
  }

  /** The domains of targets in wire form. */
  static LabelSet domains(Targets targets) {
    byte[] wire = new byte[DnsNames.MAX_NAME_OCTETS];
    List<byte[]> domains = new ArrayList<>();
    for (Target target : targets.all()) {
      int octets = NameText.parse(target.domain(), wire);
      if (octets != NameText.MALFORMED) {
        domains.add(Arrays.copyOf(wire, octets));
      }
    }
    return LabelSet.of(domains);
  }

  /** An explainer of its own for a thread, which knows the generated names around a day. */
  public Explainer explainer(LocalDate day) {
    return explainer(day, Memory.NONE);
  }

  /** Such an explainer that asks a memory, too. */
  public Explainer explainer(LocalDate day, Memory memory) {
    return new Explainer(this, takeNames(day), memory);
  }

  private GeneratedNames takeNames(LocalDate day) {
    FutureTask<GeneratedNames> names = firstNames;
    firstNames = null;
    if (names == null || !day.equals(firstDay)) {
      return names(day);
    }
    try {
      return names.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return names(day);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the generated names of " + day + " cannot be made", e);
    }
  }

  private GeneratedNames names(LocalDate day) {
    return new GeneratedNames(Families.all(), malware, GeneratedNames.DAYS_AROUND, day);
  }

  ListZones lists() {
    return lists;
  }

  DgaModel model() {
    return model;
  }

  public TypoIndex typos() {
    return typos;
  }

  /** The well-known domains. */
  Targets targets() {
    return targets;
  }

  /** The well-known domains in wire form. */
  LabelSet domains() {
    return domains;
  }
}
