package org.nxsight.capture.live;

import static org.nxsight.capture.live.BpfProgram.ADD;
import static org.nxsight.capture.live.BpfProgram.ADD_X;
import static org.nxsight.capture.live.BpfProgram.AND;
import static org.nxsight.capture.live.BpfProgram.A_TO_X;
import static org.nxsight.capture.live.BpfProgram.JUMP_IF_EQUAL;
import static org.nxsight.capture.live.BpfProgram.LOAD_HALF_X;
import static org.nxsight.capture.live.BpfProgram.LOAD_OCTET_X;
import static org.nxsight.capture.live.BpfProgram.LOAD_WORD;
import static org.nxsight.capture.live.BpfProgram.LOAD_WORD_X;
import static org.nxsight.capture.live.BpfProgram.MULTIPLY;
import static org.nxsight.capture.live.BpfProgram.NETWORK_LAYER;
import static org.nxsight.capture.live.BpfProgram.OUTGOING;
import static org.nxsight.capture.live.BpfProgram.PACKET_TYPE;
import static org.nxsight.capture.live.BpfProgram.PROTOCOL;
import static org.nxsight.capture.live.BpfProgram.RECALL;
import static org.nxsight.capture.live.BpfProgram.RECALL_X;
import static org.nxsight.capture.live.BpfProgram.RETURN;
import static org.nxsight.capture.live.BpfProgram.RETURN_A;
import static org.nxsight.capture.live.BpfProgram.SET_X;
import static org.nxsight.capture.live.BpfProgram.SHIFT_LEFT;
import static org.nxsight.capture.live.BpfProgram.SHIFT_RIGHT;
import static org.nxsight.capture.live.BpfProgram.STORE;
import static org.nxsight.capture.live.BpfProgram.STORE_X;
import static org.nxsight.capture.live.BpfProgram.XOR_X;
import static org.nxsight.capture.live.BpfProgram.X_TO_A;

/**
 * The program by which the kernel chooses one of several rings for a packet (PACKET_FANOUT_CBPF):
 * by the two addresses, whichever is the source, and for ICMP by the addresses of the datagram it
 * quotes. So a query, its response, their fragments and an ICMP error about them come in one ring,
 * in their order. The kernel's own hash takes in the ports, which later fragments and ICMP lack.
 *
 * <p>The result is the exclusive or of all words of both addresses, spread by Fibonacci hashing
 * (Knuth, The Art of Computer Programming, volume 3, section 6.4); what is no IP gets 0.
 */
final class RingChoice {
  private static final int GOLDEN_RATIO = 0x9e3779b1; // 2^32 / phi
  private static final int ICMP = 1;
  private static final int ICMPV6 = 58;
  private static final int ICMP_HEADER_OCTETS = 8;

  /** Places in the scratch memory. */
  private static final int SUM = 0;

  private static final int START = 1;
  private static final int TYPE = 2;

  private final BpfProgram program = new BpfProgram();

  private RingChoice() {}

  /** The program; the kernel divides what it returns by the number of rings. */
  static BpfProgram program() {
    RingChoice choice = new RingChoice();
    choice.findDatagram();
    choice.skipTag("once");
    choice.skipTag("twice");
    choice
        .program
        .addJump(JUMP_IF_EQUAL, 0x0800, "ipv4")
        .addJump(JUMP_IF_EQUAL, 0x86dd, "ipv6")
        .add(RETURN, 0);
    choice.ipv4();
    choice.ipv6();
    choice
        .program
        .label("spread")
        .add(MULTIPLY, GOLDEN_RATIO)
        .add(SHIFT_RIGHT, 16)
        .add(RETURN_A, 0);
    return choice.program;
  }

  /** What comes in starts behind its link layer, what goes out does not. */
  private void findDatagram() {
    program
        .add(LOAD_WORD, PACKET_TYPE)
        .addJump(JUMP_IF_EQUAL, OUTGOING, "outgoing")
        .add(SET_X, 0)
        .jump("found")
        .label("outgoing")
        .add(SET_X, NETWORK_LAYER)
        .label("found")
        .add(LOAD_WORD, PROTOCOL);
  }

  /** A tag that the kernel has left: its number, and the EtherType behind it. */
  private void skipTag(String which) {
    program
        .jumpIfAny(DnsFilter.VLAN_TAGS, "tagged " + which)
        .jump("not tagged " + which)
        .label("tagged " + which)
        .add(LOAD_HALF_X, 2)
        .add(STORE, TYPE)
        .add(X_TO_A, 0)
        .add(ADD, 4)
        .add(A_TO_X, 0)
        .add(RECALL, TYPE)
        .label("not tagged " + which);
  }

  /** RFC 791, section 3.1, and RFC 792. */
  private void ipv4() {
    program
        .label("ipv4")
        .add(LOAD_OCTET_X, 9)
        .addJump(JUMP_IF_EQUAL, ICMP, "icmp")
        .jump("addresses of ipv4")
        .label("icmp")
        .add(LOAD_OCTET_X, 0)
        .add(AND, 0x0f)
        .add(SHIFT_LEFT, 2)
        .add(ADD_X, 0)
        .add(ADD, ICMP_HEADER_OCTETS)
        .add(A_TO_X, 0)
        .label("addresses of ipv4")
        .add(LOAD_WORD_X, 12)
        .add(STORE, SUM)
        .add(LOAD_WORD_X, 16)
        .add(RECALL_X, SUM)
        .add(XOR_X, 0)
        .jump("spread");
  }

  /** RFC 8200, section 3, and RFC 4443. */
  private void ipv6() {
    program
        .label("ipv6")
        .add(LOAD_OCTET_X, 6)
        .addJump(JUMP_IF_EQUAL, ICMPV6, "icmpv6")
        .jump("addresses of ipv6")
        .label("icmpv6")
        .add(X_TO_A, 0)
        .add(ADD, 40 + ICMP_HEADER_OCTETS)
        .add(A_TO_X, 0)
        .label("addresses of ipv6")
        .add(STORE_X, START)
        .add(LOAD_WORD_X, 8);
    for (int at = 12; at < 40; at += 4) {
      program
          .add(STORE, SUM)
          .add(RECALL_X, START)
          .add(LOAD_WORD_X, at)
          .add(RECALL_X, SUM)
          .add(XOR_X, 0);
    }
  }
}
