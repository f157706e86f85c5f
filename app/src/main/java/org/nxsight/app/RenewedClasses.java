package org.nxsight.app;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * A jar whose classes are of the present class file version (JVMS, section 4.1). An AOT cache takes
 * no class older than version 50, and picocli's are of version 49: they took half of every start.
 */
public final class RenewedClasses {
  private RenewedClasses() {}

  /**
   * Renews jars in their place.
   *
   * @param arguments the jars, which are on the class path
   */
  public static void main(String[] arguments) throws IOException {
    for (String argument : arguments) {
      renew(Path.of(argument));
    }
  }

  private static void renew(Path jar) throws IOException {
    Path part = jar.resolveSibling("." + jar.getFileName() + ".part");
    try (JarFile old = new JarFile(jar.toFile());
        OutputStream file = Files.newOutputStream(part);
        JarOutputStream out = new JarOutputStream(file)) {
      Enumeration<JarEntry> entries = old.entries();
      while (entries.hasMoreElements()) {
        JarEntry entry = entries.nextElement();
        byte[] bytes = old.getInputStream(entry).readAllBytes();
        boolean isClass =
            entry.getName().endsWith(".class") && !entry.getName().endsWith("module-info.class");
        out.putNextEntry(new JarEntry(entry.getName()));
        out.write(isClass ? renewed(bytes) : bytes);
        out.closeEntry();
      }
    }
    Files.move(part, jar, StandardCopyOption.ATOMIC_MOVE);
  }

  private static byte[] renewed(byte[] bytes) {
    ClassFile classes =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(RenewedClasses.class.getClassLoader())
                    .orElse(ClassHierarchyResolver.defaultResolver())),
            ClassFile.StackMapsOption.GENERATE_STACK_MAPS);
    ClassModel model = classes.parse(bytes);
    ClassTransform bodiesAnew = ClassTransform.transformingMethodBodies(CodeBuilder::with);
    return classes.transformClass(
        model,
        bodiesAnew.andThen((builder, element) -> {
          if (element instanceof ClassFileVersion) {
            builder.withVersion(ClassFile.latestMajorVersion(), 0);
          } else {
            builder.with(element);
          }
        }));
  }
}
