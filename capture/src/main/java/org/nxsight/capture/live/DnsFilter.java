package org.nxsight.capture.live;

import static org.nxsight.capture.live.BpfProgram.ADD;
import static org.nxsight.capture.live.BpfProgram.ADD_X;
import static org.nxsight.capture.live.BpfProgram.AND;
import static org.nxsight.capture.live.BpfProgram.A_TO_X;
import static org.nxsight.capture.live.BpfProgram.HARDWARE_TYPE;
import static org.nxsight.capture.live.BpfProgram.JUMP_IF_ANY_BIT;
import static org.nxsight.capture.live.BpfProgram.JUMP_IF_EQUAL;
import static org.nxsight.capture.live.BpfProgram.LOAD_HALF;
import static org.nxsight.capture.live.BpfProgram.LOAD_HALF_X;
import static org.nxsight.capture.live.BpfProgram.LOAD_OCTET_X;
import static org.nxsight.capture.live.BpfProgram.LOAD_WORD;
import static org.nxsight.capture.live.BpfProgram.OUTGOING;
import static org.nxsight.capture.live.BpfProgram.PACKET_TYPE;
import static org.nxsight.capture.live.BpfProgram.PROTOCOL;
import static org.nxsight.capture.live.BpfProgram.RETURN;
import static org.nxsight.capture.live.BpfProgram.SET_X;
import static org.nxsight.capture.live.BpfProgram.SHIFT_LEFT;
import static org.nxsight.capture.live.BpfProgram.X_TO_A;

import org.nxsight.capture.Ports;
import org.nxsight.capture.layers.Tunnel;

/**
 * The filter that lets the kernel hand on only what can be DNS, so that other traffic costs
 * nothing.
 *
 * <p>It lets pass, over IPv4 and IPv6, under up to two VLAN tags: UDP and TCP from or to a DNS
 * port; all fragments of UDP and TCP, because only the first one has ports, and with it the others
 * are known to be of no use; and ICMP errors, which quote what could not be delivered. Tunnels pass
 * only when asked for, because their contents cannot be told from here.
 */
final class DnsFilter {
  /**
   * The comparisons of more ports than this would not fit the kernel's limit: 4 n + 100 <= 4096.
   */
  static final int MAX_PORTS = 990;

  private static final int WHOLE_PACKET = 0x40000;

  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int ICMPV6 = 58;
  static final int[] VLAN_TAGS = {0x8100, 0x88a8, 0x9100};
  private static final int[] LABEL_ETHERTYPES = {0x8847, 0x8848, 0x8864}; // MPLS, PPPoE
  private static final int[] TUNNEL_PROTOCOLS = Tunnel.protocols();
  private static final int[] TUNNEL_PORTS = Tunnel.ports();

  private static final int[] ICMP_ERRORS = {3, 4, 11, 12}; // RFC 792
  private static final int[] IPV6_EXTENSIONS = {0, 43, 51, 60}; // RFC 8200, RFC 4302

  private final BpfProgram program = new BpfProgram();
  private final boolean tunnels;

  private DnsFilter(boolean tunnels) {
    this.tunnels = tunnels;
  }

  /** A filter that lets nothing pass. */
  static BpfProgram nothing() {
    return new BpfProgram().add(RETURN, 0);
  }

  /**
   * The filter for an interface.
   *
   * @param ports where DNS is spoken; when they are more than {@link #MAX_PORTS}, every port passes
   * @param cooked whether packets come without their link-layer header
   * @param tunnels whether tunnels pass as well
   */
  static BpfProgram of(Ports ports, boolean cooked, boolean tunnels) {
    DnsFilter filter = new DnsFilter(tunnels);
    filter.skipEchoOfLoopback();
    if (cooked) {
      filter.program.add(SET_X, 0).add(LOAD_WORD, PROTOCOL);
    } else {
      filter.skipEthernet();
    }
    filter.etherType();
    filter.ipv4();
    filter.ipv6();
    filter.ports(ports);
    filter.program.label("pass").add(RETURN, WHOLE_PACKET);
    return filter.program;
  }

  /** What is sent on the loopback interface comes in again: one of the two is enough. */
  private void skipEchoOfLoopback() {
    program
        .add(LOAD_WORD, PACKET_TYPE)
        .addJump(JUMP_IF_EQUAL, OUTGOING, "outgoing")
        .jump("link")
        .label("outgoing")
        .add(LOAD_WORD, HARDWARE_TYPE)
        .addJump(JUMP_IF_EQUAL, InterfaceInfo.LOOPBACK, "echo")
        .jump("link")
        .label("echo")
        .add(RETURN, 0)
        .label("link");
  }

  /** Leaves the EtherType in A, and where the datagram starts in X. */
  private void skipEthernet() {
    program.add(SET_X, 14).add(LOAD_HALF, 12);
    program.jumpIfAny(VLAN_TAGS, "tagged");
    program.jump("ethertype").label("tagged").add(SET_X, 18).add(LOAD_HALF, 16);
    program.jumpIfAny(VLAN_TAGS, "tagged twice");
    program.jump("ethertype").label("tagged twice").add(SET_X, 22).add(LOAD_HALF, 20);
  }

  private void etherType() {
    program
        .label("ethertype")
        .addJump(JUMP_IF_EQUAL, 0x0800, "ipv4")
        .addJump(JUMP_IF_EQUAL, 0x86dd, "go to ipv6");
    if (tunnels) {
      passIfAny(LABEL_ETHERTYPES);
    }
    program.add(RETURN, 0).label("go to ipv6").jump("ipv6");
  }

  /** RFC 791, section 3.1; the datagram starts at X. */
  private void ipv4() {
    program
        .label("ipv4")
        .add(LOAD_OCTET_X, 9)
        .addJump(JUMP_IF_EQUAL, UDP, "transport of ipv4")
        .addJump(JUMP_IF_EQUAL, TCP, "transport of ipv4")
        .addJump(JUMP_IF_EQUAL, 1, "icmp");
    passTunnels();
    program.add(RETURN, 0).label("transport of ipv4").add(LOAD_HALF_X, 6);
    passIf(JUMP_IF_ANY_BIT, 0x3fff); // more fragments, or an offset
    skipIpv4Header();
    program.jump("ports").label("icmp");
    skipIpv4Header();
    program.add(LOAD_OCTET_X, 0);
    passIfAny(ICMP_ERRORS);
    program.add(RETURN, 0);
  }

  private void skipIpv4Header() {
    program.add(LOAD_OCTET_X, 0).add(AND, 0x0f).add(SHIFT_LEFT, 2).add(ADD_X, 0).add(A_TO_X, 0);
  }

  /**
   * RFC 8200, sections 3 and 4; the datagram starts at X. Behind other headers all but ICMP passes.
   */
  private void ipv6() {
    program
        .label("ipv6")
        .add(LOAD_OCTET_X, 6)
        .addJump(JUMP_IF_EQUAL, UDP, "transport of ipv6")
        .addJump(JUMP_IF_EQUAL, TCP, "transport of ipv6")
        .addJump(JUMP_IF_EQUAL, 44, "fragment of ipv6")
        .addJump(JUMP_IF_EQUAL, ICMPV6, "icmpv6");
    program.jumpIfAny(IPV6_EXTENSIONS, "extension");
    passTunnels();
    program.add(RETURN, 0).label("extension").add(LOAD_OCTET_X, 40);
    program.addJump(JUMP_IF_EQUAL, ICMPV6, "informational"); // multicast listeners, mostly
    program.add(RETURN, WHOLE_PACKET);
    program.label("icmpv6").add(LOAD_OCTET_X, 40);
    program.addJump(JUMP_IF_ANY_BIT, 0x80, "informational"); // RFC 4443, section 2.1
    program.add(RETURN, WHOLE_PACKET).label("informational").add(RETURN, 0);
    program.label("fragment of ipv6").add(LOAD_OCTET_X, 40);
    passIf(JUMP_IF_EQUAL, UDP);
    passIf(JUMP_IF_EQUAL, TCP);
    passIfAny(IPV6_EXTENSIONS);
    program.add(RETURN, 0);
    program.label("transport of ipv6").add(X_TO_A, 0).add(ADD, 40).add(A_TO_X, 0);
  }

  /** The transport header starts at X. */
  private void ports(Ports ports) {
    program.label("ports");
    int[] wanted = ports.toArray();
    if (wanted.length > MAX_PORTS) {
      return;
    }
    for (int port = 0; port <= 2; port += 2) {
      program.add(LOAD_HALF_X, port);
      passIfAny(wanted);
      if (tunnels) {
        passIfAny(TUNNEL_PORTS);
      }
    }
    program.add(RETURN, 0);
  }

  private void passTunnels() {
    if (tunnels) {
      passIfAny(TUNNEL_PROTOCOLS);
    }
  }

  private void passIfAny(int[] values) {
    for (int value : values) {
      passIf(JUMP_IF_EQUAL, value);
    }
  }

  /** Returns at once: the end of a long program would be too far away for a comparison. */
  private void passIf(int comparison, int value) {
    program.addOrSkip(comparison, value).add(RETURN, WHOLE_PACKET);
  }
}
