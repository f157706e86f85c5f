package org.nxsight.app;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Questions at the command line, in this process. */
final class Asked {
  private Asked() {}

  /** Runs a command over a directory with a store. */
  static Program.Outcome of(Path data, String... arguments) {
    return reading("", data, arguments);
  }

  /** The same with a standard input. */
  static Program.Outcome reading(String input, Path data, String... arguments) {
    InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    List<String> words = new ArrayList<>(List.of(arguments));
    words.add("--data");
    words.add(data.toString());
    return Program.here(in, words);
  }
}
