package org.nxsight.capture.live;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * What the kernel knows of an interface, read through a struct ifreq (netdevice(7)).
 *
 * <pre>
 *   0              16                    18
 *   +--------------+---------------------+------
 *   | name         | flags u16, or       |
 *   | 15 and a 0   | hardware type u16   |         40 octets
 *   +--------------+---------------------+------
 * </pre>
 *
 * @param name its name, or {@link #ANY}
 * @param index its number, which changes when it goes and comes back; 0 for all of them
 * @param hardwareType its ARPHRD_ number; 0 for all of them
 * @param isUp whether it can carry packets
 */
record InterfaceInfo(String name, int index, int hardwareType, boolean isUp) {
  /** The name that stands for all interfaces together. */
  static final String ANY = "any";

  static final int ETHERNET = 1;
  static final int LOOPBACK = 772;

  private static final int MAX_NAME_OCTETS = 15;
  private static final int IFREQ_OCTETS = 40;
  private static final long SIOCGIFFLAGS = 0x8913;
  private static final long SIOCGIFHWADDR = 0x8927;
  private static final int UP = 1;
  private static final int AF_UNIX = 1;
  private static final int SOCK_DGRAM = 2;

  /** Whether its packets come without a link-layer header, which then differ in kind. */
  boolean isCooked() {
    return hardwareType != ETHERNET && hardwareType != LOOPBACK;
  }

  /**
   * Looks an interface up.
   *
   * @throws SystemCallException with ENODEV when there is none of this name
   */
  static InterfaceInfo of(Libc libc, String name) throws SystemCallException {
    if (name.equals(ANY)) {
      return new InterfaceInfo(name, 0, 0, true);
    }
    int index = indexOf(libc, name);
    int descriptor = libc.socket(AF_UNIX, SOCK_DGRAM, 0); // any socket is good for asking
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment request = arena.allocate(IFREQ_OCTETS, 8);
      MemorySegment.copy(arena.allocateFrom(name), 0, request, 0, name.length());
      libc.ioctl(descriptor, SIOCGIFFLAGS, request);
      boolean up = (request.get(JAVA_BYTE, 16) & UP) != 0;
      libc.ioctl(descriptor, SIOCGIFHWADDR, request);
      return new InterfaceInfo(name, index, request.get(JAVA_SHORT, 16) & 0xffff, up);
    } finally {
      libc.close(descriptor);
    }
  }

  private static int indexOf(Libc libc, String name) throws SystemCallException {
    boolean possible =
        !name.isEmpty()
            && name.length() <= MAX_NAME_OCTETS
            && name.chars().allMatch(c -> c > ' ' && c < 0x7f);
    int index = possible ? libc.nameToIndex(name) : 0;
    if (index == 0) {
      throw new SystemCallException(
          "if_nametoindex", SystemCallException.ENODEV, "no such interface");
    }
    return index;
  }
}
