package org.nxsight.app.golden;

import static org.nxsight.app.golden.CaptureBuilder.MILLISECOND;
import static org.nxsight.app.golden.GoldenCase.golden;
import static org.nxsight.app.golden.Message.A;

import java.util.List;

/** Packets that carry no DNS message of ours, each counted under its reason. */
final class LeftOutCases {
  private static final Message QUERY = Message.query("nope.example.", A);
  private static final Message ANSWER = QUERY.nxdomain("example.");
  private static final String ONE_NXDOMAIN = "answered=1 errors=1 nxdomain=1";

  private LeftOutCases() {}

  static List<GoldenCase> all() {
    return List.of(
        golden("other-ports", "Only port 53 is read.", on(5300), "left_out.other_port=2"),
        golden("ports-option", "--ports reads others.", on(5300), ONE_NXDOMAIN)
            .options("--ports", "53,5300"),
        golden("mdns", "Multicast DNS is counted out.", on(5353), "left_out.mdns=2"),
        golden("mdns-asked-for", "Unless --ports asks for it.", on(5353), ONE_NXDOMAIN)
            .options("--ports", "5353"),
        golden("llmnr", "LLMNR is counted out.", on(5355), "left_out.llmnr=2"),
        golden(
            "short-dns",
            "Fewer octets than a header are no DNS message.",
            new CaptureBuilder().toServer(new byte[11]).toServer(new byte[0]),
            "left_out.not_dns=2"),
        golden(
            "malformed-question",
            "A question that is cut off, has a pointer or too long a name is malformed.",
            malformedQuestions(),
            "left_out.malformed_question=4"),
        golden(
            "garbage",
            "Random octets are left out, each packet under one reason.",
            garbage(),
            "left_out.malformed_packet=1 left_out.malformed_question=1 left_out.not_ip=2"),
        golden(
            "icmp",
            "ICMP that ends no query is counted.",
            new CaptureBuilder().via(Route.IPV4.protocol(Route.ICMP)).toServer(new byte[8]),
            "left_out.icmp=1"),
        golden(
            "snap-length",
            "What the snap length cut off is counted as such, at whatever octet it was cut.",
            cutEverywhere(),
            cutEverywhereCounts()),
        golden(
            "udp-longer-than-ip",
            "A UDP length beyond the datagram is malformed.",
            new CaptureBuilder().datagram(withUdpLength(500)).datagram(withUdpLength(7)),
            "left_out.malformed_packet=2"),
        golden(
            "unknown-link-type",
            "Packets of a link type that is not read are counted.",
            new CaptureBuilder().over(Link.PPI).query(QUERY).response(ANSWER),
            "left_out.unknown_link_type=2"));
  }

  private static CaptureBuilder on(int port) {
    return new CaptureBuilder()
        .via(Route.IPV4.serverPort(port))
        .query(QUERY)
        .at(20 * MILLISECOND)
        .response(ANSWER);
  }

  private static CaptureBuilder malformedQuestions() {
    Octets header = Octets.of().u32(0x12340000L).u16(1).u16(0).u32(0);
    byte[] front = header.bytes();
    byte[] longLabels = Octets.of().name(("a".repeat(63) + ".").repeat(4)).u32(0x10001).bytes();
    return new CaptureBuilder()
        .toServer(QUERY.bytesWithoutLast(1))
        .toServer(Octets.of().raw(front).u16(0xc00c).u32(0x10001).bytes())
        .toServer(Octets.of().raw(front).u8(0x41).raw(new byte[80]).bytes())
        .toServer(Octets.of().raw(front).raw(longLabels).bytes());
  }

  private static CaptureBuilder garbage() {
    byte[] octets = Octets.hex("deadbeefcafe0123456789abcdef8badf00ddefaced1bead");
    byte[] ethertypeOfIpv4 = Octets.of().raw(new byte[12]).u16(0x0800).raw(octets).bytes();
    byte[] contradiction =
        Octets.of().raw(new byte[12]).u16(0x0800).u8(0x41).raw(new byte[40]).bytes();
    return new CaptureBuilder()
        .packet(octets)
        .packet(ethertypeOfIpv4)
        .packet(contradiction)
        .toServer(octets);
  }

  /** The query captured to each length it can be cut to, after a packet on another port. */
  private static CaptureBuilder cutEverywhere() {
    CaptureBuilder capture = on(5353);
    for (Route route : List.of(Route.IPV4, Route.IPV6)) {
      byte[] query = route.toServer(QUERY.bytes());
      for (int octets = 0; octets < 14 + query.length; octets++) {
        capture.cut(query, octets);
      }
    }
    return capture;
  }

  private static String cutEverywhereCounts() {
    int cutOff = 2 * (14 + 8 + QUERY.bytes().length) + 20 + 40;
    return "left_out.mdns=2 left_out.cut_off=" + cutOff;
  }

  private static byte[] withUdpLength(int octets) {
    byte[] datagram = Route.IPV4.toServer(QUERY.bytes());
    datagram[24] = (byte) (octets >> 8);
    datagram[25] = (byte) octets;
    return datagram;
  }
}
