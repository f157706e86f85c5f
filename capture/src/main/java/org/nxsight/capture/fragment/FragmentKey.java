package org.nxsight.capture.fragment;

import org.nxsight.wire.Bytes;
import org.nxsight.wire.ip.DatagramView;

/**
 * What tells the fragments of one datagram from those of others: addresses, identification and, for
 * IPv4, the protocol (RFC 791, section 3.2; RFC 8200, section 4.5).
 *
 * <pre>
 *   | source | destination | identification (4) | protocol (1; IPv6: 0) |
 * </pre>
 */
final class FragmentKey {
  static final int MAX_OCTETS = 2 * 16 + 4 + 1;

  final byte[] octets = new byte[MAX_OCTETS];
  int length;
  int hash;

  void read(DatagramView fragment) {
    int addresses = 2 * fragment.addressOctets();
    System.arraycopy(fragment.bytes(), fragment.sourceOffset(), octets, 0, addresses);
    Bytes.put32(octets, addresses, fragment.fragmentId());
    Bytes.put8(octets, addresses + 4, fragment.isIpv6() ? 0 : fragment.protocol());
    length = addresses + 5;
    int sum = 0;
    for (int i = 0; i < length; i++) {
      sum = 31 * sum + octets[i];
    }
    hash = (sum * 0x9e37_79b9) >>> 8;
  }
}
