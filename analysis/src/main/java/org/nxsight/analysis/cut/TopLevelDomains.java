package org.nxsight.analysis.cut;

/**
 * The ends of names: delegated top-level domains, special-use names and those that private networks
 * leak.
 *
 * <p>Delegated are the top-level domains of the public suffix list's ICANN section, which follows
 * the root zone, but for {@code onion}.
 */
public final class TopLevelDomains {
  /**
   * RFC 6761; RFC 6762 (local), RFC 7686 (onion), RFC 8375 (home.arpa), RFC 9462 (resolver.arpa),
   * RFC 9476 (alt), RFC 8880 (ipv4only.arpa), RFC 9665 (service.arpa), RFC 9031 (6tisch.arpa), RFC
   * 9140 (eap-noob.arpa).
   */
  private static final String[] SPECIAL_USE = {
    "test",
    "invalid",
    "example",
    "example.com",
    "example.net",
    "example.org",
    "localhost",
    "local",
    "onion",
    "alt",
    "home.arpa",
    "resolver.arpa",
    "ipv4only.arpa",
    "service.arpa",
    "6tisch.arpa",
    "eap-noob.arpa"
  };

  /**
   * {@code internal} is reserved for this by ICANN (2024); {@code home}, {@code corp} and {@code
   * mail} are never to be delegated because of it (2018); the others are what routers, directories
   * and clusters are known to use.
   */
  private static final String[] PRIVATE = {
    "internal",
    "home",
    "corp",
    "mail",
    "lan",
    "localdomain",
    "router",
    "dlink",
    "belkin",
    "ad",
    "ads",
    "airdream",
    "arris",
    "asus",
    "asusrouter",
    "bbrouter",
    "blinkap",
    "bthub",
    "bthomehub",
    "cluster",
    "cohort",
    "consul",
    "cpe",
    "dc",
    "dhcp",
    "dlinkrouter",
    "dmz",
    "docker",
    "dom",
    "domain",
    "domain_not_set",
    "domaine",
    "dsldevice",
    "ec2",
    "extern",
    "firewall",
    "fritz",
    "gateway",
    "guest",
    "hgu_lan",
    "hitronhub",
    "homenet",
    "homestation",
    "host",
    "hub",
    "huawei",
    "iinet",
    "inet",
    "intern",
    "interno",
    "intra",
    "intranet",
    "kubernetes",
    "linksys",
    "loc",
    "local-network",
    "localhost6",
    "localnet",
    "localzone",
    "lokal",
    "mesh",
    "modem",
    "mshome",
    "netgear",
    "novalocal",
    "office",
    "openstacklocal",
    "pfsense",
    "pri",
    "priv",
    "private",
    "prod",
    "rete",
    "root",
    "server",
    "servidor",
    "skynet",
    "speedport",
    "station",
    "svc",
    "telus",
    "totolink",
    "tplink",
    "tplinklogin",
    "ubnt",
    "unifi",
    "unassigned-domain",
    "vm",
    "vmware",
    "vpn",
    "wan",
    "wifi",
    "win",
    "wlan",
    "work",
    "workgroup",
    "zghjccbob3n0",
    "zte",
    "zyxel",
    "zyxel-usg"
  };

  private static final TopLevel[] KINDS = TopLevel.values();
  private static final LabelTrie NAMES = read();

  private TopLevelDomains() {}

  private static LabelTrie read() {
    LabelTrie.Builder names = new LabelTrie.Builder();
    for (String name : PRIVATE) {
      names.put(names.add(name), TopLevel.PRIVATE.ordinal());
    }
    for (String name : SPECIAL_USE) {
      names.put(names.add(name), TopLevel.SPECIAL_USE.ordinal());
    }
    return names.build();
  }

  /** What the end of the name at an offset is; of the root, it is delegated. */
  public static TopLevel kind(byte[] octets, int offset) {
    return kind(octets, offset, LastLabels.of(octets, offset));
  }

  /** The same of a name whose last labels are known. */
  static TopLevel kind(byte[] octets, int offset, long labels) {
    if (octets[offset] == 0) {
      return TopLevel.DELEGATED;
    }
    int last = LastLabels.last(labels);
    int node = NAMES.below(LabelTrie.ROOT, octets, offset + last);
    if (node != LabelTrie.NONE && NAMES.value(node) == 0 && last != 0) {
      int second = LastLabels.last(labels >>> LastLabels.BITS);
      node = NAMES.below(node, octets, offset + second);
    }
    if (node != LabelTrie.NONE && NAMES.value(node) == TopLevel.SPECIAL_USE.ordinal()) {
      return TopLevel.SPECIAL_USE;
    }
    if (PublicSuffixes.hasTopLevel(octets, offset + last)) {
      // A delegation beats the table of leaks, should one be delegated.
      return TopLevel.DELEGATED;
    }
    return node == LabelTrie.NONE ? TopLevel.UNKNOWN : KINDS[NAMES.value(node)];
  }

  /** Whether the root zone delegates the last label of the name at an offset. */
  public static boolean isDelegated(byte[] octets, int offset) {
    int last = offset + LastLabels.last(LastLabels.of(octets, offset));
    return octets[offset] == 0
        || (PublicSuffixes.hasTopLevel(octets, last) && !isOnion(octets, last));
  }

  private static boolean isOnion(byte[] octets, int last) {
    return octets[last] == 5 && octets[last + 1] == 'o' && octets[last + 2] == 'n';
  }
}
