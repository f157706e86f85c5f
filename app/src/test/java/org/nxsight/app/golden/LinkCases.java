package org.nxsight.app.golden;

import static org.nxsight.app.golden.CaptureBuilder.MILLISECOND;
import static org.nxsight.app.golden.GoldenCase.golden;
import static org.nxsight.app.golden.Message.A;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Link layers and IP headers of all kinds. */
final class LinkCases {
  private static final Message QUERY = Message.query("nope.example.", A);
  private static final Message ANSWER = QUERY.nxdomain("example.");
  private static final String ONE_NXDOMAIN = "answered=1 errors=1 nxdomain=1";
  private static final String TWO_NXDOMAINS = "answered=2 errors=2 nxdomain=2";

  /** An option header that pads itself to eight octets, before the header with this number. */
  private static final String OPTIONS_BEFORE = "%02x00 0104 00000000";

  private LinkCases() {}

  static List<GoldenCase> all() {
    List<GoldenCase> cases = new ArrayList<>();
    for (Link link : Link.values()) {
      if (link != Link.PPI && link != Link.IPV4 && link != Link.IPV6) {
        cases.add(
            golden(
                folder(link),
                "IPv4 and IPv6 are read over " + link + ".",
                both(link),
                TWO_NXDOMAINS));
      }
    }
    cases.add(
        golden(folder(Link.IPV4), "IPV4 is read.", over(Link.IPV4, Route.IPV4), ONE_NXDOMAIN));
    cases.add(
        golden(folder(Link.IPV6), "IPV6 is read.", over(Link.IPV6, Route.IPV6), ONE_NXDOMAIN));
    cases.add(
        golden(
            "ethernet-padding",
            "Octets behind the datagram do not belong to it.",
            padded(),
            ONE_NXDOMAIN));
    cases.add(
        golden(
            "ethernet-other-types",
            "ARP and LLDP are not IP.",
            new CaptureBuilder()
                .packet(Octets.of().raw(new byte[12]).u16(0x0806).raw(new byte[28]).bytes())
                .packet(Octets.of().raw(new byte[12]).u16(0x88cc).raw(new byte[28]).bytes()),
            "left_out.not_ip=2"));
    cases.add(
        golden(
            "ipv6-extension-headers",
            "Hop-by-hop options, destination options and an atomic fragment header are stepped"
                + " over.",
            over(
                Link.ETHERNET,
                Route.IPV6.extensions(
                    0,
                    OPTIONS_BEFORE.formatted(60)
                        + OPTIONS_BEFORE.formatted(44)
                        + "1100 0000 00000007")),
            ONE_NXDOMAIN));
    cases.add(
        golden("ipv4-options", "IPv4 options are stepped over.", ipv4Options(), ONE_NXDOMAIN));
    return cases;
  }

  private static String folder(Link link) {
    return "link-" + link.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static CaptureBuilder over(Link link, Route route) {
    return exchange(new CaptureBuilder().over(link), route);
  }

  private static CaptureBuilder both(Link link) {
    return exchange(over(link, Route.IPV4).at(40 * MILLISECOND), Route.IPV6);
  }

  private static CaptureBuilder exchange(CaptureBuilder capture, Route route) {
    return capture.via(route).query(QUERY).at(60 * MILLISECOND).response(ANSWER);
  }

  private static CaptureBuilder padded() {
    Message query = Message.query("x.", A);
    return new CaptureBuilder()
        .padded(Route.IPV4.toServer(query.bytes()), 60)
        .at(20 * MILLISECOND)
        .padded(Route.IPV4.toResolver(query.nxdomain("").bytes()), 200);
  }

  private static CaptureBuilder ipv4Options() {
    return new CaptureBuilder()
        .datagram(withOptions(Route.IPV4.toServer(QUERY.bytes())))
        .at(20 * MILLISECOND)
        .datagram(withOptions(Route.IPV4.toResolver(ANSWER.bytes())));
  }

  /** Eight octets of "no operation" behind the header; the header's checksum nobody reads. */
  private static byte[] withOptions(byte[] datagram) {
    Octets out = Octets.of().u8(0x47).u8(0).u16(datagram.length + 8);
    for (int i = 4; i < 20; i++) {
      out.u8(datagram[i]);
    }
    out.raw(Octets.hex("0101010101010101"));
    for (int i = 20; i < datagram.length; i++) {
      out.u8(datagram[i]);
    }
    return out.bytes();
  }
}
