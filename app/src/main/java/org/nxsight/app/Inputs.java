package org.nxsight.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.nxsight.capture.CaptureFile;
import org.nxsight.capture.Source;
import org.nxsight.capture.UnreadableCaptureException;

/**
 * The captures a run reads, in their order. All files were looked at before the first one is read;
 * the standard input and other pipes can only be read once.
 */
final class Inputs {
  private final List<String> names;
  private final InputStream standardInput;
  private final long octets;

  private Inputs(List<String> names, InputStream standardInput, long octets) {
    this.names = names;
    this.standardInput = standardInput;
    this.octets = octets;
  }

  /**
   * Looks at what was named on the command line.
   *
   * @param arguments files, directories, or {@code -} for the standard input
   */
  static Inputs of(List<String> arguments, InputStream standardInput) throws Complaint {
    List<String> names = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.equals(CaptureFile.STANDARD_INPUT)) {
        names.add(argument);
      } else if (Files.isDirectory(Path.of(argument))) {
        names.addAll(capturesIn(Path.of(argument)));
      } else {
        if (!isPipe(Path.of(argument))) {
          probe(Path.of(argument));
        }
        names.add(argument);
      }
    }
    long octets = 0;
    for (String name : names) {
      octets += name.equals(CaptureFile.STANDARD_INPUT) ? 0 : Path.of(name).toFile().length();
    }
    boolean sizeKnown =
        !names.contains(CaptureFile.STANDARD_INPUT)
            && names.stream().noneMatch(name -> isPipe(Path.of(name)));
    return new Inputs(List.copyOf(names), standardInput, sizeKnown ? octets : 0);
  }

  /** Whether it is a pipe, a socket or a device: what is read of it is gone. */
  private static boolean isPipe(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file);
  }

  private static void probe(Path file) throws Complaint {
    try (Source opened = CaptureFile.open(file)) {
      assert opened.inputOctets() >= 0;
    } catch (UnreadableCaptureException e) {
      throw new Complaint(Complaint.UNUSABLE, Printable.of(String.valueOf(e.getMessage())));
    } catch (IOException e) {
      throw new Complaint(Complaint.UNUSABLE, Printable.of(Faults.describe(e, file.toString())));
    }
  }

  /** The captures of a directory in the order of their names; what is none is passed over. */
  private static List<String> capturesIn(Path directory) throws Complaint {
    List<Path> files;
    try (Stream<Path> entries = Files.list(directory)) {
      files = entries.filter(Inputs::isFinishedFile).sorted().toList();
    } catch (IOException e) {
      throw new Complaint(
          Complaint.UNUSABLE, Printable.of(Faults.describe(e, directory.toString())));
    }
    List<String> captures = new ArrayList<>();
    for (Path file : files) {
      try {
        probe(file);
        captures.add(file.toString());
      } catch (Complaint noCapture) {
        System.err.println("nxsight: passed over " + noCapture.getMessage());
      }
    }
    if (captures.isEmpty()) {
      throw new Complaint(
          Complaint.UNUSABLE,
          Printable.of(directory + ": no captures among its " + files.size() + " files"));
    }
    return captures;
  }

  private static boolean isFinishedFile(Path path) {
    String name = path.getFileName().toString();
    return Files.isRegularFile(path) && !name.startsWith(".") && !name.endsWith(".part");
  }

  /** The names of the captures. */
  List<String> names() {
    return names;
  }

  /** The octets of all captures together as they stand on disk; 0 when that is not known. */
  long octets() {
    return octets;
  }

  /** Opens one of the captures. */
  Source open(String name) throws IOException {
    return name.equals(CaptureFile.STANDARD_INPUT)
        ? CaptureFile.open("standard input", standardInput)
        : CaptureFile.open(Path.of(name));
  }
}
