package org.nxsight.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The Kafka and the Flink that {@code lab/cluster} starts, in a folder and at ports of their own.
 */
final class ClusterLab {
  private static final int PORT = 29_192;
  private static final int REST_BEHIND_PORT = 3;

  private final Path directory;

  ClusterLab(Path directory) throws IOException, InterruptedException {
    this.directory = directory;
    run("up");
  }

  private void run(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("../lab/cluster"));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("NXSIGHT_CLUSTER", directory.resolve("lab").toString());
    builder.environment().put("NXSIGHT_CLUSTER_PORT", String.valueOf(PORT));
    Path log = directory.resolve("lab.log");
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    if (builder.start().waitFor() != 0) {
      throw new IOException(command + " failed: " + Files.readString(log));
    }
  }

  String brokers() {
    return "127.0.0.1:" + PORT;
  }

  int restPort() {
    return PORT + REST_BEHIND_PORT;
  }

  /** Ends a part as {@code kill -9} does, and starts it again. */
  void killAndRestart(String part, String group) throws IOException, InterruptedException {
    Path pid = directory.resolve("lab").resolve(part + ".pid");
    ProcessHandle process =
        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
    run("up", group);
  }

  /** What of this program and its connector a Flink does not have, as jars. */
  String[] jars() throws IOException {
    List<String> jars = new ArrayList<>();
    int number = 0;
    for (String entry : System.getProperty("java.class.path").split(":", -1)) {
      Path path = Path.of(entry);
      if (!entry.isEmpty() && Files.isDirectory(path) && !entry.contains("test-classes")) {
        jars.add(jar(path, directory.resolve("module-" + number++ + ".jar")).toString());
      } else if (entry.matches(
          ".*/(wire|capture|exchange|channels|analysis|guava|failureaccess|zstd-jni|xz"
              + "|commons-compress|lz4-java|kafka-clients|flink-connector-kafka"
              + "|jspecify|cluster)-?[^/]*\\.jar")) {
        jars.add(entry);
      }
    }
    return jars.toArray(String[]::new);
  }

  private static Path jar(Path classes, Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> {
            try {
              out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
              Files.copy(file, out);
              out.closeEntry();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
    return jar;
  }

  /** Ends all of it. */
  void close() throws IOException, InterruptedException {
    run("down");
  }
}
