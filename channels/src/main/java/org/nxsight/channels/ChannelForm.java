package org.nxsight.channels;

import java.nio.file.Path;
import org.nxsight.channels.form.RecordJson;
import org.nxsight.channels.form.RecordText;

/** The forms a channel's files can have. */
public enum ChannelForm {
  /** NMSG containers, which every tool of the field reads. */
  NMSG("nmsg"),
  /** JSON lines, as nmsgtool prints them. */
  JSON("json"),
  /** Text, as nmsgtool prints it. */
  TEXT("txt");

  private final String suffix;

  ChannelForm(String suffix) {
    this.suffix = suffix;
  }

  /** How the names of its files end, without a dot. */
  String suffix() {
    return suffix;
  }

  Destination files(Path directory, String channel, long intervalSeconds, FileNaming naming) {
    RotatingFile file =
        new RotatingFile(directory.resolve(channel), channel, suffix, intervalSeconds, naming);
    return switch (this) {
      case NMSG -> new NmsgFiles(file);
      case JSON -> new FormFiles(file, new RecordJson());
      case TEXT -> new FormFiles(file, new RecordText());
    };
  }
}
