package org.nxsight.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.nxsight.channels.SealedFiles;

/**
 * The file in which a run that follows directories notes, at once and for good, which input files
 * it has taken and which channel files came of them: one {@link TakenRecord} after the other.
 */
final class TakenJournal implements AutoCloseable {
  /** Lines of files that are gone, beyond as many as there are files: then it is written anew. */
  private static final int MOST_STALE_LINES = 1000;

  private final Path path;
  private final TakenFiles files = new TakenFiles();
  private final List<TakenFile> renewed = new ArrayList<>();
  private List<String> lastMade;
  private int lines;
  private FileChannel channel;

  private TakenJournal(Path path, FileChannel channel, JournalReading noted) {
    this.path = path;
    this.channel = channel;
    noted.files().forEach(files::add);
    lastMade = noted.lastMade();
    lines = noted.lines();
  }

  /**
   * Reads what has been noted, and cuts off a last record that is not whole; a file that does not
   * exist is made.
   *
   * @throws Complaint when it cannot be relied on; then it stays as it is
   */
  static TakenJournal open(Path path) throws IOException, Complaint {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw complaint(path, JournalReading.Condition.FOREIGN);
    }
    FileChannel channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      JournalReading reading = JournalReading.of(Channels.newInputStream(channel));
      if (reading.condition() != JournalReading.Condition.SOUND) {
        throw complaint(path, reading.condition());
      }
      channel.truncate(reading.wholeOctets()).position(reading.wholeOctets());
      SealedFiles.syncDirectories(List.of(path.toAbsolutePath()));
      return new TakenJournal(path, channel, reading);
    } catch (IOException | Complaint e) {
      channel.close();
      throw e;
    }
  }

  private static Complaint complaint(Path path, JournalReading.Condition condition) {
    return new Complaint(
        Complaint.UNUSABLE,
        Printable.of(
            path
                + (condition == JournalReading.Condition.DAMAGED
                    ? ": is damaged, so what was taken is not known; move it away, and all files"
                        + " that are there are taken again"
                    : ": is not what --follow notes there; move it away, or choose another"
                        + " directory by -o")));
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
    write(TakenRecord.of(renewed, made));
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
    write(TakenRecord.of(all, List.of()));
    Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
    SealedFiles.syncDirectories(List.of(path.toAbsolutePath()));
    renewed.clear();
    lines = all.size() + 1;
    lastMade = List.of();
  }

  private void write(byte[] record) throws IOException {
    ByteBuffer octets = ByteBuffer.wrap(record);
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
