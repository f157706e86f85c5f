package org.nxsight.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A network namespace with a cable in it: what is put in at {@code near} comes out at {@code far}.
 * Needs root.
 */
final class Cable {
  private final String namespace = "nxsight-cable-" + ProcessHandle.current().pid();

  Cable() throws Exception {
    Background.run(List.of("ip", "netns", "add", namespace));
    ip("link", "add", "near", "type", "veth", "peer", "name", "far");
    ip("link", "set", "near", "up");
    ip("link", "set", "far", "up");
  }

  private void ip(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("ip", "-n", namespace));
    command.addAll(Arrays.asList(words));
    Background.run(command);
  }

  /** The words that start a command in the namespace. */
  List<String> inside(List<String> command) {
    List<String> words = new ArrayList<>(List.of("ip", "netns", "exec", namespace));
    words.addAll(command);
    return words;
  }

  /** Puts a capture's packets in; the options are those of tcpreplay. */
  void replay(Path capture, String... options) throws Exception {
    Background.run(replaying(capture, options));
  }

  /** The words that start what {@link #replay} does. */
  List<String> replaying(Path capture, String... options) {
    List<String> words = new ArrayList<>(List.of("tcpreplay", "--quiet", "--intf1=near"));
    words.addAll(Arrays.asList(options));
    words.add(capture.toString());
    return inside(words);
  }

  /** A run over {@code far} that has begun to capture; what it prints is a summary as JSON. */
  Background live(Path output, String... options) throws Exception {
    return live(List.of(), output, options);
  }

  /** The same, started by another command. */
  Background live(List<String> starter, Path output, String... options) throws Exception {
    List<String> words = new ArrayList<>(starter);
    words.addAll(Program.command("run", "-i", "far", "--summary", "json", "-o", output.toString()));
    words.addAll(Arrays.asList(options));
    Background live = new Background(inside(words));
    live.waitFor("capturing from far");
    return live;
  }

  /** Ends what still runs in the namespace, and removes it. */
  void remove() throws Exception {
    String script = "ip netns pids $1 | xargs -r kill -KILL; ip netns delete $1";
    Background.run(List.of("sh", "-c", script, "sh", namespace));
  }
}
