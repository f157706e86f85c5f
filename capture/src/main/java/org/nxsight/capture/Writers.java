package org.nxsight.capture;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.Path;

/**
 * Whether anybody has a file open for writing. Linux grants a read lease only on a file that nobody
 * has (fcntl(2), F_SETLEASE), to the file's owner or who has CAP_LEASE, on file systems of its own;
 * elsewhere it is unknown. The lease is given back at once, and the signal that would tell of a
 * writer meanwhile is one that is ignored unless somebody listens for it.
 */
@SuppressWarnings("restricted") // the JDK knows no leases
public enum Writers {
  NONE,
  SOME,
  UNKNOWN;

  private static final boolean LINUX = System.getProperty("os.name", "").equals("Linux");

  private static final int O_RDONLY_NONBLOCK_CLOEXEC = 0x8_0800;
  private static final int F_SETSIG = 10;
  private static final int F_SETLEASE = 1024;
  private static final int F_RDLCK = 0;
  private static final int F_UNLCK = 2;
  private static final int SIGURG = 23;
  private static final int EAGAIN = 11;

  /** Looks at a file. */
  public static Writers of(Path file) {
    return LINUX ? Kernel.writers(file.toString()) : UNKNOWN;
  }

  /** The calls, found when first needed. */
  private static final class Kernel {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option ERRNO_KEPT = Linker.Option.captureCallState("errno");
    private static final VarHandle ERRNO =
        Linker.Option.captureStateLayout()
            .varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final MethodHandle OPEN =
        LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("open"),
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT),
            ERRNO_KEPT,
            Linker.Option.firstVariadicArg(2));
    private static final MethodHandle FCNTL =
        LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("fcntl"),
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT),
            ERRNO_KEPT,
            Linker.Option.firstVariadicArg(2));
    private static final MethodHandle CLOSE =
        LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("close"), FunctionDescriptor.of(JAVA_INT, JAVA_INT));

    private Kernel() {}

    static Writers writers(String file) {
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
        MemorySegment path = arena.allocateFrom(file);
        int descriptor = (int) OPEN.invokeExact(state, path, O_RDONLY_NONBLOCK_CLOEXEC);
        if (descriptor < 0) {
          return UNKNOWN;
        }
        try {
          return writers(descriptor, state);
        } finally {
          int closed = (int) CLOSE.invokeExact(descriptor);
          assert closed == 0;
        }
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    }

    private static Writers writers(int descriptor, MemorySegment state) throws Throwable {
      if ((int) FCNTL.invokeExact(state, descriptor, F_SETSIG, SIGURG) < 0) {
        return UNKNOWN;
      }
      if ((int) FCNTL.invokeExact(state, descriptor, F_SETLEASE, F_RDLCK) < 0) {
        return (int) ERRNO.get(state, 0L) == EAGAIN ? SOME : UNKNOWN;
      }
      int released = (int) FCNTL.invokeExact(state, descriptor, F_SETLEASE, F_UNLCK);
      assert released == 0;
      return NONE;
    }
  }
}
