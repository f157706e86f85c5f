package org.nxsight.app;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nxsight.capture.CaptureFile;
import org.nxsight.capture.ContainerFile;
import org.nxsight.capture.UnreadableCaptureException;
import org.nxsight.store.Dataset;
import org.nxsight.store.manifest.StoreDirectory;
import org.nxsight.store.writing.StoreWriter;
import org.nxsight.wire.nmsg.Dnsdedupe;
import org.nxsight.wire.protobuf.Decoded;

/**
 * Takes RRsets of other programs into a store: NMSG files with SIE:dnsdedupe, and lines of the
 * Common Output Format. All of the files are taken, or none when one of them cannot be read.
 */
final class PdnsImport {
  /**
   * The octets of a line: rdata of a message, 65,535 octets, each as five characters at most
   * ({@code \\\\255} in JSON), and as much again for names and spaces between them.
   */
  private static final int MOST_LINE_OCTETS = 2 * 5 * 65_535;

  private final ImportedRrsets reading = new ImportedRrsets();
  private final Map<ImportRefusal, Long> refused = new EnumMap<>(ImportRefusal.class);
  private String firstRefused = "";
  private long taken;
  private long unplaced;

  /** Takes the files, and tells what became of them. */
  void take(List<String> files, Path store) throws Complaint {
    try (StoreDirectory directory = StoreDirectory.open(store);
        StoreWriter writer = new StoreWriter(directory, null, StoreWriter.MAX_OCTETS)) {
      for (String file : files) {
        take(file, writer);
      }
      writer.seal();
      writer.commit();
    } catch (IOException e) {
      throw new Complaint(Complaint.FAILED, Printable.of(Faults.describeOwn(e, store.toString())));
    }
    tell();
  }

  private void take(String file, StoreWriter writer) throws Complaint, IOException {
    boolean standardInput = file.equals(CaptureFile.STANDARD_INPUT);
    String name = standardInput ? "standard input" : file;
    InputStream stream;
    try {
      stream = standardInput ? System.in : Files.newInputStream(Path.of(file));
    } catch (IOException e) {
      throw unusable(Faults.describe(e, file));
    } catch (InvalidPathException e) {
      throw unusable(Faults.describe(e));
    }
    try (BufferedInputStream in = new BufferedInputStream(stream)) {
      in.mark(1);
      int first = in.read();
      in.reset();
      if (first == '{' || first == '\n' || first == ' ') {
        takeLines(name, in, writer);
      } else {
        takeContainers(name, in, writer);
      }
    }
  }

  private void takeContainers(String name, InputStream in, StoreWriter writer)
      throws Complaint, IOException {
    Dnsdedupe dedupe = new Dnsdedupe();
    long payload = 0;
    try (ContainerFile containers = ContainerFile.open(name, in)) {
      while (containers.next()) {
        while (containers.container().next()) {
          payload++;
          var view = containers.container().payload();
          if (!view.is(Dnsdedupe.VENDOR, Dnsdedupe.TYPE)) {
            refuse(ImportRefusal.OTHER_TYPE, name, "payload " + payload, "");
          } else if (dedupe.decode(view.bytes(), view.offset(), view.length()) != Decoded.OK) {
            refuse(ImportRefusal.MALFORMED, name, "payload " + payload, "");
          } else {
            try {
              write(reading.of(dedupe), writer);
            } catch (RefusedImportException e) {
              refuse(e.refusal(), name, "payload " + payload, String.valueOf(e.getMessage()));
            }
          }
        }
      }
      for (long i = containers.malformed(); i > 0; i--) {
        refuse(ImportRefusal.MALFORMED, name, "a container", "");
      }
    } catch (UnreadableCaptureException e) {
      throw unusable(
          e.getMessage() + ", or JSON lines in the Common Output Format; nothing was imported");
    }
  }

  private void takeLines(String name, InputStream in, StoreWriter writer) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    long number = 0;
    long octets = 0;
    int octet;
    do {
      octet = in.read();
      if (octet != '\n' && octet >= 0) {
        octets++;
        if (octets <= MOST_LINE_OCTETS) {
          line.write(octet);
        }
        continue;
      }
      number++;
      takeLine(name, number, line.toString(StandardCharsets.UTF_8), octets, writer);
      line.reset();
      octets = 0;
    } while (octet >= 0);
  }

  private void takeLine(String name, long number, String line, long octets, StoreWriter writer)
      throws IOException {
    String where = "line " + number;
    if (octets > MOST_LINE_OCTETS) {
      refuse(ImportRefusal.LONG_LINE, name, where, octets + " octets");
      return;
    }
    if (line.isBlank()) {
      return;
    }
    try {
      write(reading.of(JsonObjects.parse(line)), writer);
    } catch (IllegalArgumentException e) {
      refuse(ImportRefusal.NO_JSON, name, where, String.valueOf(e.getMessage()));
    } catch (RefusedImportException e) {
      refuse(e.refusal(), name, where, String.valueOf(e.getMessage()));
    }
  }

  private void write(ImportedRrsets.Imported imported, StoreWriter writer) throws IOException {
    taken++;
    unplaced += imported.placed() ? 0 : 1;
    Dataset dataset =
        imported.placed()
            ? Dataset.ofPlaced(imported.seen().rrset().rrtype())
            : Dataset.PDNS_UNPLACED;
    writer.onRrset(dataset, imported.seen());
  }

  private void refuse(ImportRefusal refusal, String name, String where, String what) {
    refused.merge(refusal, 1L, Long::sum);
    if (firstRefused.isEmpty()) {
      firstRefused =
          name
              + ", "
              + where
              + ": left out, "
              + refusal.plural()
              + (what.isEmpty() ? "" : ": " + what);
    }
  }

  private void tell() {
    if (!firstRefused.isEmpty()) {
      Notices.say(firstRefused);
    }
    StringBuilder line = new StringBuilder();
    line.append(
        taken == 1 ? "imported 1 RRset" : String.format(Locale.ROOT, "imported %,d RRsets", taken));
    if (unplaced > 0) {
      line.append(String.format(Locale.ROOT, ", %,d of them without a bailiwick", unplaced));
    }
    refused.forEach((refusal, count) ->
        line.append(String.format(Locale.ROOT, "; left out %,d %s", count, refusal.plural())));
    Notices.say(line.toString());
  }

  private static Complaint unusable(String what) {
    return new Complaint(Complaint.UNUSABLE, Printable.of(what));
  }
}
