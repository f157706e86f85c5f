package org.nxsight.app.serve;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A file of keys, of which it has only hashes: a line for each,
 *
 * <pre>
 *   NAME SHA-256 SCOPE[,SCOPE] REQUESTS-A-MINUTE
 * </pre>
 *
 * <p>Only its owner may read it. It is written whole, and read again when it has changed.
 */
public final class ApiKeyFile {
  /** Its name in the directory that a run writes to. */
  public static final String NAME = "api.keys";

  /** The most requests a minute that can be asked for; 0 is any number. */
  public static final int MOST_RATE = 10_000_000;

  private static final Pattern LINE =
      Pattern.compile("([A-Za-z0-9._-]{1,64}) ([0-9a-f]{64}) ([a-z,]+) (\\d{1,8})");

  private final Path file;
  private @Nullable Object stamp;
  private List<ApiKeys.Holder> holders = List.of();

  public ApiKeyFile(Path file) {
    this.file = file;
  }

  /** Whether a text can name a key. */
  public static boolean isName(String text) {
    return text.matches("[A-Za-z0-9._-]{1,64}");
  }

  /**
   * Who has a key; nobody when there is no file.
   *
   * @throws IOException with one line when it cannot be read or is not one of ours
   */
  public synchronized List<ApiKeys.Holder> read() throws IOException {
    BasicFileAttributes now;
    try {
      now = Files.readAttributes(file, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      stamp = null;
      holders = List.of();
      return holders;
    }
    Object seen = List.of(String.valueOf(now.fileKey()), now.lastModifiedTime(), now.size());
    if (!seen.equals(stamp)) {
      holders = parse(Files.readAllLines(file, StandardCharsets.ISO_8859_1));
      stamp = seen;
    }
    return holders;
  }

  /** The same for a server that runs: when the file cannot be read, those of the last time. */
  public synchronized List<ApiKeys.Holder> current() {
    try {
      return read();
    } catch (IOException e) {
      return holders;
    }
  }

  private List<ApiKeys.Holder> parse(List<String> lines) throws IOException {
    List<ApiKeys.Holder> all = new ArrayList<>();
    for (String line : lines) {
      Matcher words = LINE.matcher(line);
      if (!words.matches()) {
        throw new IOException(
            file + ": line " + (all.size() + 1) + " is not NAME SHA-256 SCOPES REQUESTS-A-MINUTE");
      }
      all.add(
          new ApiKeys.Holder(
              words.group(1),
              ApiKey.ofDigest(words.group(2)),
              scopes(words.group(3)),
              Integer.parseInt(words.group(4))));
    }
    return List.copyOf(all);
  }

  /**
   * The scopes that are named.
   *
   * @throws IOException when one of them is none
   */
  public static Set<Scope> scopes(String text) throws IOException {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String word : text.split(",", -1)) {
      switch (word) {
        case "read" -> scopes.add(Scope.READ);
        case "live" -> scopes.add(Scope.LIVE);
        case "write" -> scopes.add(Scope.WRITE);
        default -> throw new IOException("the scopes are read, live and write");
      }
    }
    return scopes;
  }

  /** Puts a holder into the file. */
  public void add(ApiKeys.Holder holder) throws IOException {
    List<ApiKeys.Holder> all = new ArrayList<>(read());
    all.add(holder);
    write(all);
  }

  /** Takes a holder out; false when there was none of this name. */
  public boolean remove(String name) throws IOException {
    List<ApiKeys.Holder> all = new ArrayList<>(read());
    boolean removed = all.removeIf(each -> each.name().equals(name));
    if (removed) {
      write(all);
    }
    return removed;
  }

  /** A holder as a line of the file. */
  private static String line(ApiKeys.Holder holder) {
    String scopes =
        holder.scopes().stream().sorted().map(Scope::text).collect(Collectors.joining(","));
    return holder.name()
        + ' '
        + holder.key().digestText()
        + ' '
        + scopes.toLowerCase(Locale.ROOT)
        + ' '
        + holder.perMinute()
        + '\n';
  }

  private void write(List<ApiKeys.Holder> all) throws IOException {
    StringBuilder text = new StringBuilder();
    all.forEach(each -> text.append(line(each)));
    Path absolute = file.toAbsolutePath();
    Path part = absolute.resolveSibling("." + absolute.getFileName() + ".part");
    Files.deleteIfExists(part);
    FileAttribute<Set<PosixFilePermission>> onlyOwner =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (FileChannel out =
        FileChannel.open(
            part, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), onlyOwner)) {
      ByteBuffer octets = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.US_ASCII));
      while (octets.hasRemaining()) {
        out.write(octets);
      }
      out.force(true);
    }
    Files.move(part, absolute, StandardCopyOption.ATOMIC_MOVE);
  }
}
