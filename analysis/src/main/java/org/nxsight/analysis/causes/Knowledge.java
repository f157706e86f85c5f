package org.nxsight.analysis.causes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.dga.DgaModel;
import org.nxsight.analysis.dga.ModelFile;
import org.nxsight.analysis.dga.families.Families;
import org.nxsight.analysis.dga.families.GeneratedNames;
import org.nxsight.analysis.dga.families.MalwareNames;
import org.nxsight.analysis.dnsbl.ListZones;
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
  private final MalwareNames malware;

  private Knowledge(DgaModel model, Targets targets, MalwareNames malware) {
    this.model = model;
    this.malware = malware;
    typos = new TypoIndex(targets.all());
    domains = domains(targets);
  }

  /** What comes with the program. */
  public static Knowledge builtIn() {
    return new Knowledge(DgaModel.shipped(), Targets.builtIn(), MalwareNames.NONE);
  }

  /**
   * What comes with the program, and the user's own.
   *
   * @param brands files of domains to be watched
   * @param popular files of domains that are well-known
   * @param malwareNames files of names that malware asks for
   * @param model a model of generated names; null for the one that comes with the program
   * @throws IOException whose message says in one line what is wrong and where
   */
  public static Knowledge with(
      List<Path> brands, List<Path> popular, List<Path> malwareNames, @Nullable Path model)
      throws IOException {
    Targets targets = Targets.builtIn();
    for (Path file : brands) {
      TargetFiles.addBrands(targets, file);
    }
    for (Path file : popular) {
      TargetFiles.addPopular(targets, file);
    }
    return new Knowledge(
        model == null ? DgaModel.shipped() : read(model),
        targets,
        malwareNames.isEmpty() ? MalwareNames.NONE : MalwareNames.read(malwareNames));
  }

  private static DgaModel read(Path model) throws IOException {
    try (InputStream in = Files.newInputStream(model)) {
      return ModelFile.read(in, model.toString());
    } catch (NoSuchFileException e) {
      throw new IOException(model + ": no such file", e);
    }
  }

  private static LabelSet domains(Targets targets) {
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
    return new Explainer(
        this, new GeneratedNames(Families.all(), malware, GeneratedNames.DAYS_AROUND, day));
  }

  ListZones lists() {
    return lists;
  }

  DgaModel model() {
    return model;
  }

  TypoIndex typos() {
    return typos;
  }

  /** The well-known domains in wire form. */
  LabelSet domains() {
    return domains;
  }
}
