package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Old classes as the launcher writes them anew. */
class RenewedClassesTest {
  @TempDir private Path directory = Path.of(".");

  @Test
  void writesAllClassesInTheVersionThatTheCacheTakesAndTheyVerify() throws Exception {
    Path jar = directory.resolve("old.jar");
    Files.copy(
        Path.of(CommandLine.class.getProtectionDomain().getCodeSource().getLocation().toURI()),
        jar);
    assertThat(versions(jar)).contains(49);
    RenewedClasses.main(new String[] {jar.toString()});
    assertThat(versions(jar)).containsOnly(ClassFile.latestMajorVersion());
    try (URLClassLoader alone =
            new URLClassLoader(
                new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        JarFile renewed = new JarFile(jar.toFile())) {
      for (JarEntry each : classes(renewed)) {
        String name = each.getName().replace('/', '.').replaceAll("\\.class$", "");
        assertThat(Class.forName(name, true, alone).getClassLoader()).isEqualTo(alone);
      }
    }
  }

  private static List<JarEntry> classes(JarFile jar) {
    return jar.stream()
        .filter(each -> each.getName().startsWith("picocli/"))
        .filter(each -> each.getName().endsWith(".class"))
        .filter(each -> !each.getName().contains("groovy"))
        .toList();
  }

  private static List<Integer> versions(Path file) throws IOException {
    List<Integer> versions = new ArrayList<>();
    try (JarFile jar = new JarFile(file.toFile())) {
      for (JarEntry each : classes(jar)) {
        try (DataInputStream in = new DataInputStream(jar.getInputStream(each))) {
          in.skipNBytes(6);
          versions.add(in.readUnsignedShort());
        }
      }
    }
    return versions;
  }
}
