package org.nxsight.capture.live;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The rings of one interface, which lives through its going down and up, and through its vanishing
 * and coming back.
 */
final class InterfaceCapture {
  /** What has become of the interface. */
  private enum Link {
    UP,
    DOWN,
    VANISHED
  }

  private final Libc libc;
  private final LiveOptions options;
  private final String name;
  private final Consumer<String> notices;
  private final List<PacketRing> rings = new ArrayList<>();
  private InterfaceInfo info;
  private Link link = Link.UP;
  private boolean ended;
  private long drops;

  /**
   * Opens the rings of an interface.
   *
   * @param notices is told in one line when the interface comes or goes
   */
  InterfaceCapture(Libc libc, LiveOptions options, String name, Consumer<String> notices)
      throws SystemCallException {
    this.libc = libc;
    this.options = options;
    this.name = name;
    this.notices = notices;
    info = new InterfaceInfo(name, 0, 0, false);
    open();
    if (!info.isUp()) {
      goTo(Link.DOWN);
    }
  }

  private void open() throws SystemCallException {
    try {
      info = InterfaceInfo.of(libc, name);
      while (rings.size() < options.rings()) {
        rings.add(PacketRing.open(libc, info.isCooked(), options.ringMebibytes()));
      }
      share();
      BpfProgram filter = DnsFilter.of(options.ports(), info.isCooked(), options.tunnels());
      for (PacketRing ring : rings) {
        ring.setFilter(filter);
      }
    } catch (SystemCallException e) {
      closeRings();
      throw e;
    }
  }

  /** What the interface is called. */
  String name() {
    return name;
  }

  /** No filter lets anything pass yet, so nothing comes twice before all share the packets. */
  private void share() throws SystemCallException {
    for (PacketRing ring : rings) {
      ring.bind(info, options.promiscuous());
    }
    if (rings.size() > 1) {
      int group = rings.getFirst().join(PacketRing.NEW_GROUP);
      for (PacketRing ring : rings.subList(1, rings.size())) {
        ring.join(group);
      }
    }
  }

  /** The rings there are now. */
  List<PacketRing> rings() {
    return rings;
  }

  /** Whether packets come without a link-layer header. */
  boolean isCooked() {
    return info.isCooked();
  }

  /** Lets nothing more pass; what has come before stays in the rings. */
  void end() throws SystemCallException {
    ended = true;
    for (PacketRing ring : rings) {
      ring.setFilter(DnsFilter.nothing());
    }
  }

  /** Looks what has become of the interface, and opens it anew when it has come back. */
  void look() throws SystemCallException {
    if (ended) {
      return;
    }
    for (PacketRing ring : rings) {
      if (ring.takeError() == SystemCallException.ENETDOWN && link == Link.UP) {
        goTo(Link.DOWN);
      }
    }
    if (name.equals(InterfaceInfo.ANY)) {
      return;
    }
    int index = libc.nameToIndex(name);
    if (index == 0 || (link != Link.VANISHED && index != info.index())) {
      goTo(Link.VANISHED);
    } else if (link != Link.VANISHED) {
      goTo(InterfaceInfo.of(libc, name).isUp() ? Link.UP : Link.DOWN);
    } else if (rings.stream().noneMatch(PacketRing::hasBlock)) {
      comeBack();
    }
  }

  private void comeBack() throws SystemCallException {
    try {
      closeRings();
      open();
      goTo(info.isUp() ? Link.UP : Link.DOWN);
    } catch (SystemCallException e) {
      // It has gone again, or is not up yet and cannot be shared: the next look will tell.
      if (e.errno() != SystemCallException.ENODEV && e.errno() != SystemCallException.EINVAL) {
        throw e;
      }
    }
  }

  private void goTo(Link now) {
    if (link == now) {
      return;
    }
    link = now;
    notices.accept(
        switch (now) {
          case UP -> name + ": is up again";
          case DOWN -> name + ": is down; waiting until it is up";
          case VANISHED -> name + ": is gone; waiting until it comes back";
        });
  }

  /** The packets the kernel has dropped so far. */
  long drops() {
    return drops;
  }

  /** Asks the kernel what it has dropped. */
  void countDrops() throws SystemCallException {
    for (PacketRing ring : rings) {
      drops += ring.takeDrops();
    }
  }

  /** Closes the rings, whose drops stay counted. */
  void closeRings() throws SystemCallException {
    countDrops();
    for (PacketRing ring : rings) {
      ring.close();
    }
    rings.clear();
  }
}
