package org.nxsight.app;

import java.io.IOException;
import java.nio.file.Path;
import org.nxsight.store.manifest.Manifest;
import picocli.CommandLine.Option;

/** Which store is asked. */
final class StoreSettings {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "nxsight-data",
      description = "the directory that run -o wrote to (default: ${DEFAULT-VALUE})")
  private Path data = Path.of("nxsight-data");

  /** The directory that a run wrote to. */
  Path data() {
    return data;
  }

  /** The store of a directory that run -o wrote to. */
  static StoreSettings of(Path directory) {
    StoreSettings settings = new StoreSettings();
    settings.data = directory;
    return settings;
  }

  /** Where the store is, or is to be. */
  Path directory() {
    return data.resolve("store");
  }

  /** The store, in which something was written at some time. */
  Path filled() throws Complaint {
    if (isFilled()) {
      return directory();
    }
    throw nothingStored();
  }

  /** Whether something was written to it at some time. */
  boolean isFilled() throws Complaint {
    try {
      Manifest manifest = Manifest.read(directory());
      return manifest != null && !manifest.files().isEmpty();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** What is told when there is no store, or nothing in it. */
  Complaint nothingStored() {
    return new Complaint(
        Complaint.UNUSABLE,
        Printable.of(
            directory()
                + ": nothing is stored there yet; first run: nxsight run CAPTURE -o "
                + data));
  }

  /** What is told when the store cannot be read. */
  Complaint failed(IOException e) {
    return new Complaint(
        Complaint.FAILED, Printable.of(Faults.describeOwn(e, directory().toString())));
  }
}
