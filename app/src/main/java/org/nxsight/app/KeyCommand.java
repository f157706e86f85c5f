package org.nxsight.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nxsight.app.serve.ApiKey;
import org.nxsight.app.serve.ApiKeyFile;
import org.nxsight.app.serve.ApiKeys;
import org.nxsight.app.serve.Scope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nxsight key}: the keys that let others ask the HTTP API. */
@Command(
    name = "key",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Makes, lists and removes keys for the HTTP API.",
    subcommands = {KeyCommand.Add.class, KeyCommand.All.class, KeyCommand.Remove.class},
    footer = {
      "",
      "Example: a key for a dashboard, which may ask 600 times a minute and change nothing",
      "  ./nxsight key add dashboard --scope read,live --rate 600"
    })
final class KeyCommand implements Callable<Integer> {
  private static final int KEY_OCTETS = 32;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "add, list or remove is expected");
  }

  /** Which file of keys. */
  private static final class KeyFileSettings {
    @Option(
        names = "--data",
        paramLabel = "DIR",
        defaultValue = "nxsight-data",
        description =
            "the directory whose " + ApiKeyFile.NAME + " it is (default: ${DEFAULT-VALUE})")
    private Path data = Path.of("nxsight-data");

    @Option(names = "--keys", paramLabel = "FILE", description = "another file of keys")
    private @Nullable Path keys;

    Path path() {
      return keys == null ? data.resolve(ApiKeyFile.NAME) : keys;
    }

    Complaint failed(IOException e) {
      return new Complaint(
          Complaint.UNUSABLE, Printable.of(Faults.describeOwn(e, path().toString())));
    }
  }

  /** {@code nxsight key add}. */
  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Makes a key and prints it, once: only a hash of it is kept.")
  static final class Add implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;
    @Mixin private KeyFileSettings file = new KeyFileSettings();

    @Parameters(paramLabel = "NAME", description = "who it is for: letters, digits, . _ -")
    private String name = "";

    @Option(
        names = "--scope",
        paramLabel = "SCOPES",
        defaultValue = "read,live",
        description =
            "what it allows: read (ask), live (streams), write (marks of findings)"
                + " (default: ${DEFAULT-VALUE})")
    private String scopes = "read,live";

    @Option(
        names = "--rate",
        paramLabel = "N",
        defaultValue = "" + ApiKeys.DEFAULT_RATE,
        description = "requests a minute; 0 for any number (default: ${DEFAULT-VALUE})")
    private int rate = ApiKeys.DEFAULT_RATE;

    @Override
    public Integer call() throws Complaint {
      if (!ApiKeyFile.isName(name)) {
        throw usage("NAME has 1 to 64 letters, digits, . _ or -");
      }
      if (rate < 0 || rate > ApiKeyFile.MOST_RATE) {
        throw usage("--rate: 0 to " + ApiKeyFile.MOST_RATE);
      }
      Set<Scope> allowed = allowed();
      byte[] octets = new byte[KEY_OCTETS];
      new SecureRandom().nextBytes(octets);
      String key = HexFormat.of().formatHex(octets);
      try {
        ApiKeyFile keys = new ApiKeyFile(file.path());
        if (keys.read().stream().anyMatch(each -> each.name().equals(name))) {
          throw usage("there is a key " + name + " already; remove it first");
        }
        Files.createDirectories(Objects.requireNonNull(file.path().toAbsolutePath().getParent()));
        keys.add(new ApiKeys.Holder(name, Objects.requireNonNull(ApiKey.of(key)), allowed, rate));
      } catch (IOException e) {
        throw file.failed(e);
      }
      new AnswerOutput().append(key + "\n").flush();
      return 0;
    }

    private Set<Scope> allowed() {
      try {
        return ApiKeyFile.scopes(scopes);
      } catch (IOException e) {
        throw usage("--scope: " + e.getMessage());
      }
    }

    private ParameterException usage(String complaint) {
      return new ParameterException(Objects.requireNonNull(spec).commandLine(), complaint);
    }
  }

  /** {@code nxsight key list}. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Tells who has a key, and what it allows.")
  static final class All implements Callable<Integer> {
    @Mixin private KeyFileSettings file = new KeyFileSettings();

    @Override
    public Integer call() throws Complaint {
      AnswerOutput out = new AnswerOutput();
      try {
        for (ApiKeys.Holder each : new ApiKeyFile(file.path()).read()) {
          String scopes =
              each.scopes().stream().sorted().map(Scope::text).collect(Collectors.joining(","));
          String rate = each.perMinute() == 0 ? "any number" : each.perMinute() + " a minute";
          out.append(each.name() + "  " + scopes + "  " + rate + "\n");
        }
      } catch (IOException e) {
        throw file.failed(e);
      }
      out.flush();
      return 0;
    }
  }

  /** {@code nxsight key remove}. */
  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Removes a key; a server that runs takes it no more.")
  static final class Remove implements Callable<Integer> {
    @Mixin private KeyFileSettings file = new KeyFileSettings();

    @Parameters(paramLabel = "NAME", description = "as list tells it")
    private String name = "";

    @Override
    public Integer call() throws Complaint {
      try {
        if (new ApiKeyFile(file.path()).remove(name)) {
          return 0;
        }
      } catch (IOException e) {
        throw file.failed(e);
      }
      throw new Complaint(
          Complaint.UNUSABLE,
          Printable.of(file.path() + ": has no key " + name + "; nxsight key list tells them"));
    }
  }
}
