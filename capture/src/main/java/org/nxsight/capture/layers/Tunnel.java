package org.nxsight.capture.layers;

import static org.nxsight.capture.layers.Inside.NO_TUNNEL;

import org.nxsight.wire.ip.DatagramView;

/**
 * Datagrams that carry other datagrams: which they are, by protocol and port.
 *
 * <pre>
 *   protocol 4    IP in IP (RFC 2003)        UDP 4789   VXLAN (RFC 7348)
 *   protocol 41   IPv6 in IP (RFC 4213)      UDP 6081   Geneve (RFC 8926)
 *   protocol 47   GRE (RFC 2784), ERSPAN     UDP 2152   GTP-U (3GPP TS 29.281)
 *                                            UDP 4790   VXLAN-GPE
 *                                            UDP 4754   GRE in UDP (RFC 8086)
 *                                            UDP 3544   Teredo (RFC 4380)
 * </pre>
 */
public final class Tunnel {
  /**
   * How many tunnels are opened inside each other. RFC 2473 lets a router encapsulate four times
   * (section 4.1.1), and a mirror may send what it sees through one more.
   */
  public static final int MAX_DEPTH = 5;

  private static final int IPV4 = 4;
  private static final int IPV6 = 41;
  private static final int GRE = 47;

  private static final int PORT_GTP_U = 2152;
  private static final int PORT_TEREDO = 3544;
  private static final int PORT_GRE = 4754;
  private static final int PORT_VXLAN = 4789;
  private static final int PORT_VXLAN_GPE = 4790;
  private static final int PORT_GENEVE = 6081;

  private static final int[] PROTOCOLS = {IPV4, IPV6, GRE};
  private static final int[] PORTS = {
    PORT_GTP_U, PORT_TEREDO, PORT_GRE, PORT_VXLAN, PORT_VXLAN_GPE, PORT_GENEVE
  };

  private Tunnel() {}

  /** The IP protocols whose datagrams may be a tunnel's. */
  public static int[] protocols() {
    return PROTOCOLS.clone();
  }

  /** The UDP ports from or to which datagrams may be a tunnel's. */
  public static int[] ports() {
    return PORTS.clone();
  }

  /**
   * Where the IP datagram inside a datagram starts, or one of the codes of {@link Inside}.
   *
   * @param shape what {@link DatagramView#wrap} found; of a truncated datagram, what there is is
   *     looked at
   */
  public static int ipOffset(DatagramView.Shape shape, DatagramView datagram) {
    return switch (shape) {
      case UDP -> behindUdp(datagram);
      case OTHER_PROTOCOL -> behindIp(datagram);
      case TRUNCATED -> {
        if (datagram.isFragment()) {
          yield NO_TUNNEL;
        }
        yield datagram.hasTransportHeader() ? behindUdp(datagram) : behindIp(datagram);
      }
      case TCP, FRAGMENT, NOT_IP, MALFORMED -> NO_TUNNEL;
    };
  }

  /** Whether the datagrams of an IP protocol may be a tunnel's. */
  public static boolean isProtocol(int protocol) {
    return isIn(PROTOCOLS, protocol);
  }

  /** Whether UDP datagrams from or to a port may be a tunnel's. */
  public static boolean isPort(int port) {
    return isIn(PORTS, port);
  }

  private static boolean isIn(int[] numbers, int number) {
    for (int each : numbers) {
      if (each == number) {
        return true;
      }
    }
    return false;
  }

  private static int behindIp(DatagramView datagram) {
    int payload = datagram.transportOffset();
    int end = datagram.offset() + datagram.length();
    if (payload >= end) {
      return NO_TUNNEL;
    }
    return switch (datagram.protocol()) {
      case IPV4, IPV6 -> payload;
      case GRE -> Gre.ipOffset(datagram.bytes(), payload, end);
      default -> NO_TUNNEL;
    };
  }

  private static int behindUdp(DatagramView datagram) {
    if (datagram.protocol() != DatagramView.UDP) {
      return NO_TUNNEL;
    }
    int inside = behindPort(datagram.destinationPort(), datagram);
    return inside == NO_TUNNEL ? behindPort(datagram.sourcePort(), datagram) : inside;
  }

  /** Tunnels send to their port; some answer from it. */
  private static int behindPort(int port, DatagramView datagram) {
    byte[] bytes = datagram.bytes();
    int payload = datagram.payloadOffset();
    int end = payload + datagram.payloadLength();
    return switch (port) {
      case PORT_VXLAN -> Overlay.vxlan(bytes, payload, end);
      case PORT_VXLAN_GPE -> Overlay.vxlanGpe(bytes, payload, end);
      case PORT_GENEVE -> Overlay.geneve(bytes, payload, end);
      case PORT_GTP_U -> Gtp.ipOffset(bytes, payload, end);
      case PORT_GRE -> Gre.ipOffset(bytes, payload, end);
      case PORT_TEREDO -> Teredo.ipOffset(bytes, payload, end);
      default -> NO_TUNNEL;
    };
  }
}
