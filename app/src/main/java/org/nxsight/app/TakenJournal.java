package org.nxsight.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32C;
import org.nxsight.channels.SealedFiles;

/**
 * The file in which a run that follows directories notes, at once and for good, which input files
 * it has taken and which channel files came of them. It is text, a record after the other:
 *
 * <pre>
 *   took OCTETS MODIFIED_NANOS INODE FIRST_NANOS PATH     for each input file
 *   made ch221/ch221.20261124.0400.1795492800.000000000.nmsg    for each channel file
 *   done CRC                                              CRC-32C of the record's other lines
 * </pre>
 *
 * <p>In a path, a backslash stands as {@code \b} and the end of a line as {@code \n}. A record that
 * is not whole, with all that follows, counts as not written: the run was killed over it.
 */
final class TakenJournal implements AutoCloseable {
  /** Lines of files that are gone, beyond as many as there are files: then it is written anew. */
  private static final int MOST_STALE_LINES = 1000;

  private final Path path;
  private final TakenFiles files = new TakenFiles();
  private final List<TakenFile> renewed = new ArrayList<>();
  private List<String> lastMade = List.of();
  private long wholeOctets;
  private int lines;
  private FileChannel channel;

  private TakenJournal(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** Reads what has been noted; a file that does not exist is made. */
  static TakenJournal open(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    TakenJournal journal = new TakenJournal(path, channel);
    try {
      journal.read(new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
      channel.truncate(journal.wholeOctets).position(journal.wholeOctets);
      SealedFiles.syncDirectories(List.of(path.toAbsolutePath()));
      return journal;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private void read(String text) {
    int start = 0;
    int at = 0;
    List<String> took = new ArrayList<>();
    List<String> made = new ArrayList<>();
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', at)) {
      String line = text.substring(at, end);
      if (line.startsWith("done ") && line.equals(done(text.substring(start, at)))) {
        took.forEach(each -> files.add(parse(each)));
        lines += took.size() + made.size() + 1;
        lastMade = List.copyOf(made);
        took.clear();
        made.clear();
        start = end + 1;
        wholeOctets = text.substring(0, start).getBytes(StandardCharsets.UTF_8).length;
      } else if (line.startsWith("made ")) {
        made.add(line.substring(5));
      } else if (line.startsWith("took ")) {
        took.add(line);
      } else {
        return;
      }
      at = end + 1;
    }
  }

  private static TakenFile parse(String line) {
    String[] words = line.split(" ", 6);
    return new TakenFile(
        Path.of(words[5].replace("\\n", "\n").replace("\\b", "\\")),
        Long.parseLong(words[3]),
        Long.parseLong(words[1]),
        Long.parseLong(words[2]),
        Long.parseLong(words[4]));
  }

  private static String took(TakenFile file) {
    return String.format(
        Locale.ROOT,
        "took %d %d %d %d %s\n",
        file.octets(),
        file.modifiedNanos(),
        file.inode(),
        file.firstNanos(),
        file.path().toString().replace("\\", "\\b").replace("\n", "\\n"));
  }

  private static String done(String record) {
    CRC32C crc = new CRC32C();
    crc.update(record.getBytes(StandardCharsets.UTF_8));
    return String.format(Locale.ROOT, "done %08x", crc.getValue());
  }

  /** The input files that have been taken. */
  TakenFiles files() {
    return files;
  }

  /** The channel files of the last record; a run that was killed may not have named them yet. */
  List<String> lastMade() {
    return lastMade;
  }

  /** Says that a file which was taken stands now as given; that is noted with the next record. */
  void renew(TakenFile file) {
    files.add(file);
    renewed.add(file);
  }

  /** Notes for good that input files were taken and channel files made of them. */
  void commit(List<TakenFile> taken, List<String> made) throws IOException {
    renewed.addAll(taken);
    write(record(renewed, made));
    taken.forEach(files::add);
    lines += renewed.size() + made.size() + 1;
    renewed.clear();
    lastMade = List.copyOf(made);
  }

  /** Notes for good that the channel files of the last record have got their names. */
  void onReleased() throws IOException {
    if (lines > 2 * files.size() + MOST_STALE_LINES) {
      rewrite();
    } else if (!lastMade.isEmpty()) {
      commit(List.of(), List.of());
    }
  }

  private void rewrite() throws IOException {
    List<TakenFile> all = files.all();
    Path part = path.resolveSibling("." + path.getFileName() + ".part");
    channel.close();
    channel =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    write(record(all, List.of()));
    Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
    SealedFiles.syncDirectories(List.of(path.toAbsolutePath()));
    renewed.clear();
    lines = all.size() + 1;
    lastMade = List.of();
  }

  private static String record(Collection<TakenFile> taken, List<String> made) {
    StringBuilder record = new StringBuilder();
    taken.forEach(file -> record.append(took(file)));
    made.forEach(name -> record.append("made ").append(name).append('\n'));
    return record.append(done(record.toString())).append('\n').toString();
  }

  private void write(String record) throws IOException {
    ByteBuffer octets = StandardCharsets.UTF_8.encode(record);
    while (octets.hasRemaining()) {
      channel.write(octets);
    }
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
