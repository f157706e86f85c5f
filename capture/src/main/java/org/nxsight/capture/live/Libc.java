package org.nxsight.capture.live;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * The C library's calls that live capture is made of. Each returns what the call returns, or throws
 * its errno. An instance is for one thread at a time.
 */
@SuppressWarnings("restricted") // to call the system is what this class is for
final class Libc {
  private static final Linker LINKER = Linker.nativeLinker();
  private static final VarHandle ERRNO =
      Linker.Option.captureStateLayout().varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private final MethodHandle socket = call("socket", JAVA_INT, JAVA_INT, JAVA_INT);
  private final MethodHandle close = call("close", JAVA_INT);
  private final MethodHandle bind = call("bind", JAVA_INT, ADDRESS, JAVA_INT);
  private final MethodHandle poll = call("poll", ADDRESS, JAVA_LONG, JAVA_INT);
  private final MethodHandle setsockopt =
      call("setsockopt", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
  private final MethodHandle getsockopt =
      call("getsockopt", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS);
  private final MethodHandle munmap = call("munmap", ADDRESS, JAVA_LONG);
  private final MethodHandle nameToIndex = call("if_nametoindex", ADDRESS);
  private final MethodHandle ioctl =
      handle(
          "ioctl",
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS),
          Linker.Option.captureCallState("errno"),
          Linker.Option.firstVariadicArg(2));
  private final MethodHandle mmap =
      handle(
          "mmap",
          FunctionDescriptor.of(
              ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG),
          Linker.Option.captureCallState("errno"));
  private final MethodHandle strerror =
      handle("strerror", FunctionDescriptor.of(ADDRESS, JAVA_INT));
  private final MemorySegment state = Arena.ofAuto().allocate(Linker.Option.captureStateLayout());

  private static MethodHandle call(String name, MemoryLayout... arguments) {
    return handle(
        name, FunctionDescriptor.of(JAVA_INT, arguments), Linker.Option.captureCallState("errno"));
  }

  private static MethodHandle handle(
      String name, FunctionDescriptor descriptor, Linker.Option... options) {
    return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), descriptor, options);
  }

  int socket(int family, int type, int protocol) throws SystemCallException {
    try {
      return checked("socket", (int) socket.invokeExact(state, family, type, protocol));
    } catch (Throwable e) {
      throw rethrown(e);
    }
  }

  void close(int descriptor) throws SystemCallException {
    try {
      checked("close", (int) close.invokeExact(state, descriptor));
    } catch (Throwable e) {
      throw rethrown(e);
    }
  }

  void bind(int descriptor, MemorySegment address) throws SystemCallException {
    try {
      int octets = (int) address.byteSize();
      checked("bind", (int) bind.invokeExact(state, descriptor, address, octets));
    } catch (Throwable e) {
      throw rethrown(e);
    }
  }

  /** Waits for one of {@code count} descriptors; an interrupted wait is one that found nothing. */
  int poll(MemorySegment descriptors, int count, int timeoutMillis) throws SystemCallException {
    try {
      int ready = (int) poll.invokeExact(state, descriptors, (long) count, timeoutMillis);
      return ready < 0 && errno() == SystemCallException.EINTR ? 0 : checked("poll", ready);
    } catch (Throwable e) {
      throw rethrown(e);
    }
  }

  void setOption(int descriptor, int level, int option, MemorySegment value)
      throws SystemCallException {
    try {
      int octets = (int) value.byteSize();
      checked(
          "setsockopt",
          (int) setsockopt.invokeExact(state, descriptor, level, option, value, octets));
    } catch (Throwable e) {
      throw rethrown(e);
    }
  }

  /** Reads an option as long as {@code value}. */
  void getOption(int descriptor, int level, int option, MemorySegment value)
      throws SystemCallException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment octets = arena.allocateFrom(JAVA_INT, (int) value.byteSize());
      checked(
          "getsockopt",
          (int) getsockopt.invokeExact(state, descriptor, level, option, value, octets));
    } catch (Throwable e) {
      throw rethrown(e);
    }
  }

  void ioctl(int descriptor, long request, MemorySegment argument) throws SystemCallException {
    try {
      checked("ioctl", (int) ioctl.invokeExact(state, descriptor, request, argument));
    } catch (Throwable e) {
      throw rethrown(e);
    }
  }

  /** The index of an interface; 0 when there is none of this name. */
  int nameToIndex(String name) {
    try (Arena arena = Arena.ofConfined()) {
      return (int) nameToIndex.invokeExact(state, arena.allocateFrom(name));
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** Maps a descriptor's memory for reading and writing, shared with the kernel. */
  MemorySegment map(int descriptor, long octets) throws SystemCallException {
    int readAndWrite = 3;
    int shared = 1;
    try {
      MemorySegment mapped =
          (MemorySegment)
              mmap.invokeExact(
                  state, MemorySegment.NULL, octets, readAndWrite, shared, descriptor, 0L);
      checked("mmap", mapped.address() == -1 ? -1 : 0);
      return mapped.reinterpret(octets);
    } catch (Throwable e) {
      throw rethrown(e);
    }
  }

  void unmap(MemorySegment mapped) throws SystemCallException {
    try {
      checked("munmap", (int) munmap.invokeExact(state, mapped, mapped.byteSize()));
    } catch (Throwable e) {
      throw rethrown(e);
    }
  }

  private int errno() {
    return (int) ERRNO.get(state, 0L);
  }

  private int checked(String call, int result) throws SystemCallException {
    if (result < 0) {
      throw new SystemCallException(call, errno(), describe(errno()));
    }
    return result;
  }

  private String describe(int errno) {
    try {
      return ((MemorySegment) strerror.invokeExact(errno)).reinterpret(1024).getString(0);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static SystemCallException rethrown(Throwable e) {
    if (e instanceof SystemCallException failed) {
      return failed;
    }
    throw new IllegalStateException(e);
  }
}
