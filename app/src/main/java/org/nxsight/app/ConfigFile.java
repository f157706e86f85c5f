package org.nxsight.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A command's options in a YAML file (1.2): one mapping whose keys are the options' long names.
 *
 * <pre>
 *   output: /var/lib/nxsight          --output=/var/lib/nxsight
 *   ports: [53, 5353]                 --ports=53 --ports=5353
 *   unpaired: true                    --unpaired
 *   publish:
 *     ch221: udp:127.0.0.1/8430       --publish=ch221=udp:127.0.0.1/8430
 * </pre>
 *
 * <p>A key that is no option is refused, so that a slip of the pen does not go unnoticed.
 */
final class ConfigFile {
  /** More than any list of options needs: a file beyond is not one. */
  static final int MOST_OCTETS = 1 << 20;

  private final Path file;
  private final Map<String, OptionSpec> options = new TreeMap<>();

  /**
   * @param known the options that may stand in the file; those without a long name may not
   */
  ConfigFile(Path file, Collection<OptionSpec> known) {
    this.file = file;
    for (OptionSpec option : known) {
      if (isKey(option)) {
        options.put(key(option), option);
      }
    }
  }

  /** Whether an option may stand in a file. */
  static boolean isKey(OptionSpec option) {
    return !option.usageHelp()
        && !option.versionHelp()
        && !option.hidden()
        && option.longestName().startsWith("--")
        && !option.longestName().equals(Configuration.OPTION);
  }

  /** The key of an option in a file. */
  static String key(OptionSpec option) {
    return option.longestName().substring(2);
  }

  /** The file's options as command-line arguments, by the option they belong to. */
  Map<OptionSpec, List<String>> arguments() throws Complaint {
    Map<OptionSpec, List<String>> arguments = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : mapping().entrySet()) {
      String key = String.valueOf(entry.getKey());
      OptionSpec option = options.get(key);
      if (option == null) {
        throw complaint("unknown key " + key + "; " + advice(key));
      }
      arguments.put(option, words(option, entry.getValue()));
    }
    return arguments;
  }

  private String advice(String key) {
    return NearestWord.of(key, options.keySet())
        .map(nearest -> "did you mean " + nearest + "?")
        .orElseGet(() -> "known are " + String.join(", ", options.keySet()));
  }

  private List<String> words(OptionSpec option, @Nullable Object value) throws Complaint {
    String name = option.longestName();
    if (option.arity().max() == 0) {
      if (value instanceof Boolean wanted) {
        return wanted ? List.of(name) : List.of();
      }
      throw complaint(name.substring(2) + ": true or false is expected");
    }
    List<String> words = new ArrayList<>();
    boolean understood;
    if (option.isMultiValue() && value instanceof Map<?, ?> map) {
      map.forEach((key, item) -> words.add(name + "=" + key + "=" + item));
      understood = map.values().stream().allMatch(ConfigFile::isScalar);
    } else if (option.isMultiValue() && value instanceof List<?> list) {
      list.forEach(item -> words.add(name + "=" + item));
      understood = list.stream().allMatch(ConfigFile::isScalar);
    } else {
      words.add(name + "=" + value);
      understood = isScalar(value);
    }
    if (!understood) {
      throw complaint(
          name.substring(2)
              + (option.isMultiValue()
                  ? ": a value or a list is expected"
                  : ": one value is expected"));
    }
    return words;
  }

  private static boolean isScalar(@Nullable Object value) {
    return value instanceof String || value instanceof Number || value instanceof Boolean;
  }

  private Map<?, ?> mapping() throws Complaint {
    byte[] octets;
    try (InputStream in = Files.newInputStream(file)) {
      octets = in.readNBytes(MOST_OCTETS + 1);
    } catch (IOException e) {
      throw new Complaint(Complaint.UNUSABLE, Printable.of(Faults.describe(e, file.toString())));
    }
    if (octets.length > MOST_OCTETS) {
      throw complaint("is no configuration: longer than " + MOST_OCTETS + " octets");
    }
    Object loaded;
    try {
      LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).build();
      loaded = new Load(settings).loadFromInputStream(new ByteArrayInputStream(octets));
    } catch (MarkedYamlEngineException e) {
      String where =
          e.getProblemMark().map(mark -> "line " + (mark.getLine() + 1) + ": ").orElse("");
      throw complaint(where + e.getProblem());
    } catch (YamlEngineException e) {
      throw complaint(
          String.valueOf(e.getMessage()).lines().limit(1).collect(Collectors.joining()));
    }
    if (loaded == null) {
      return Map.of();
    }
    if (loaded instanceof Map<?, ?> mapping) {
      return mapping;
    }
    throw complaint("a mapping of options to values is expected, as in output: DIR");
  }

  private Complaint complaint(String problem) {
    return new Complaint(Complaint.UNUSABLE, Printable.of(file + ": " + problem));
  }
}
