package org.nxsight.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nxsight.capture.CaptureFile;
import org.nxsight.capture.FirstTime;
import org.nxsight.capture.Source;
import org.nxsight.capture.UnreadableCaptureException;

/**
 * The captures a run reads, in order of time: of their first packet, frame or payload, and by name
 * where that is the same. All files were looked at before the first one is read. The standard input
 * and other pipes can only be read once; with one of them, all are read as they were named.
 */
final class Inputs {
  /**
   * A capture and what order goes by. Its name is for persons: not every file is found by it.
   *
   * @param file {@code -} for the standard input
   */
  record Capture(Path file, long firstNanos) {
    private static final Comparator<Capture> BY_TIME =
        Comparator.comparingLong(Capture::firstNanos).thenComparing(Capture::file);

    String name() {
      return file.toString();
    }
  }

  private final List<Capture> captures;
  private final InputStream standardInput;
  private final long octets;
  private final Map<Capture, Source> opened = new HashMap<>();

  private Inputs(List<Capture> captures, InputStream standardInput, long octets) {
    this.captures = captures;
    this.standardInput = standardInput;
    this.octets = octets;
  }

  /**
   * Looks at what was named on the command line.
   *
   * @param arguments files, directories, or {@code -} for the standard input
   */
  static Inputs of(List<String> arguments, InputStream standardInput) throws Complaint {
    List<Capture> captures = new ArrayList<>();
    boolean pipes = false;
    long octets = 0;
    for (String argument : arguments) {
      if (isPipe(argument)) {
        pipes = true;
        captures.add(new Capture(Path.of(argument), FirstTime.UNKNOWN));
      } else if (Files.isDirectory(Path.of(argument))) {
        captures.addAll(capturesIn(Path.of(argument)));
      } else {
        captures.add(probe(Path.of(argument)));
      }
    }
    if (!pipes) {
      captures.sort(Capture.BY_TIME);
      octets = captures.stream().mapToLong(capture -> octets(capture.file())).sum();
    }
    return new Inputs(captures, standardInput, octets);
  }

  /** Sources that have been opened already, in their order. */
  static Inputs of(List<Source> sources) {
    List<Capture> captures = new ArrayList<>();
    Map<Capture, Source> opened = new HashMap<>();
    for (Source source : sources) {
      Capture capture = new Capture(Path.of(source.name()), FirstTime.UNKNOWN);
      captures.add(capture);
      opened.put(capture, source);
    }
    Inputs inputs = new Inputs(captures, InputStream.nullInputStream(), 0);
    inputs.opened.putAll(opened);
    return inputs;
  }

  private static long octets(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0; // whoever reads it tells
    }
  }

  /** Whether it is a pipe, a socket or a device: what is read of it is gone. */
  private static boolean isPipe(String argument) {
    Path file = Path.of(argument);
    return argument.equals(CaptureFile.STANDARD_INPUT)
        || (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file));
  }

  private static Capture probe(Path file) throws Complaint {
    try {
      return new Capture(file, FirstTime.of(file));
    } catch (UnreadableCaptureException e) {
      throw new Complaint(Complaint.UNUSABLE, Printable.of(String.valueOf(e.getMessage())));
    } catch (IOException e) {
      throw new Complaint(Complaint.UNUSABLE, Printable.of(Faults.describe(e, file.toString())));
    }
  }

  /** The captures of a directory in order of time; what is none is passed over. */
  private static List<Capture> capturesIn(Path directory) throws Complaint {
    List<Path> files;
    try {
      files = CaptureDirectory.files(directory);
    } catch (IOException e) {
      throw new Complaint(
          Complaint.UNUSABLE, Printable.of(Faults.describe(e, directory.toString())));
    }
    List<Capture> captures = new ArrayList<>();
    for (Path file : files) {
      try {
        captures.add(probe(file));
      } catch (Complaint noCapture) {
        Notices.say("passed over " + noCapture.getMessage());
      }
    }
    if (captures.isEmpty()) {
      throw new Complaint(
          Complaint.UNUSABLE,
          Printable.of(
              directory
                  + ": no captures "
                  + (files.isEmpty()
                      ? "in it, nor other files; directories inside are not looked into"
                      : "among its " + files.size() + " files")));
    }
    captures.sort(Capture.BY_TIME);
    return captures;
  }

  /** The captures, in their order. */
  List<Capture> captures() {
    return captures;
  }

  /** The octets of all captures together as they stand on disk; 0 when that is not known. */
  long octets() {
    return octets;
  }

  /** Opens one of the captures. */
  Source open(Capture capture) throws IOException {
    Source source = opened.get(capture);
    if (source != null) {
      return source;
    }
    return capture.name().equals(CaptureFile.STANDARD_INPUT)
        ? CaptureFile.open("standard input", standardInput)
        : CaptureFile.open(capture.file());
  }
}
