package org.nxsight.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.nxsight.app.browser.Tab;

/** A program that serves the page, in a process of its own. */
final class ServedPage implements AutoCloseable {
  private static final Pattern LISTENING = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");

  /** Each view, as its address says it. */
  static final List<String> VIEWS =
      List.of("now", "causes", "findings", "look", "lists", "brands", "zones", "watch", "records");

  private final Background process;
  private final String address;

  private ServedPage(String... arguments) throws Exception {
    process = new Background(Program.command(arguments));
    process.waitFor("listening on http://");
    Matcher said = LISTENING.matcher(process.errors());
    if (!said.find()) {
      throw new AssertionError(process.errors());
    }
    address = said.group();
  }

  /** A store, served. */
  static ServedPage ofStore(Path data, String... options) throws Exception {
    return new ServedPage(
        joined(options, "serve", "--data", data.toString(), "--listen", "127.0.0.1:0"));
  }

  /** A live run that serves what it sees; the inputs are options of {@code run}. */
  static ServedPage ofRun(Path data, String... inputs) throws Exception {
    return new ServedPage(
        joined(inputs, "run", "-o", data.toString(), "--serve", "--listen", "127.0.0.1:0"));
  }

  private static String[] joined(String[] more, String... first) {
    return Stream.concat(Arrays.stream(first), Arrays.stream(more)).toArray(String[]::new);
  }

  /** Where a view is: {@code causes/TYPO?from=-60}. */
  String at(String view) {
    return address + "/#/" + view;
  }

  /** Where something of the API is. */
  String api(String path) {
    return address + "/api/v1" + path;
  }

  /** Loads a view in a tab. */
  Tab show(Tab tab, String view) throws Exception {
    return tab.open(at(view));
  }

  /** Ends the program, which must end well. */
  @Override
  public void close() {
    try {
      process.end("TERM", 0);
    } catch (Exception e) {
      throw new AssertionError("the program does not end", e);
    }
  }
}
