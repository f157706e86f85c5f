package org.nxsight.bench.evaluate;

import org.nxsight.analysis.causes.Cause;

/** Names that software makes below the domain it knows, to find its services and settings. */
final class SoftwareNames {
  private final Dice dice;
  private final PlainNames plain;

  SoftwareNames(Dice dice, PlainNames plain) {
    this.dice = dice;
    this.plain = plain;
  }

  LabelledName proxy() {
    return below("wpad", "A", Cause.WPAD);
  }

  LabelledName tunnel() {
    return dice.chance(0.1)
        ? new LabelledName(
            dice.of(
                "teredo.ipv6.microsoft.com", "win10.ipv6.microsoft.com", "win8.ipv6.microsoft.com"),
            "A",
            "microsoft.com",
            Cause.ISATAP_TEREDO)
        : below("isatap", "A", Cause.ISATAP_TEREDO);
  }

  LabelledName service() {
    Cause cause = Cause.SERVICE_DISCOVERY;
    String site = dice.of("default-first-site-name", "berlin", "hq");
    return switch (dice.below(12)) {
      case 0, 1 -> below("autodiscover", dice.of("A", "AAAA", "CNAME"), cause);
      case 2 -> below("_autodiscover._tcp", "SRV", cause);
      case 3 -> below("_ldap._tcp.dc._msdcs", "SRV", cause);
      case 4 -> below("_ldap._tcp." + site + "._sites.dc._msdcs", "SRV", cause);
      case 5 -> below("_kerberos._" + dice.of("tcp", "udp"), "SRV", cause);
      case 6 -> below("_vlmcs._tcp", "SRV", cause);
      case 7 ->
          below(
              dice.of("_sip._tls", "_sip._udp", "_sipfederationtls._tcp", "_sips._tcp"),
              "SRV",
              cause);
      case 8 -> below(dice.of("lb", "b", "db", "r") + "._dns-sd._udp", "PTR", cause);
      case 9 ->
          new LabelledName(
              "_http._tcp." + dice.of("archive.ubuntu.com", "deb.debian.org", "ppa.launchpad.net"),
              "SRV",
              dice.of("archive.ubuntu.com", "debian.org", "launchpad.net"),
              cause);
      case 10 ->
          below(
              dice.of(
                  "_xmpp-client._tcp",
                  "_minecraft._tcp",
                  "_caldavs._tcp",
                  "_imaps._tcp",
                  "_matrix._tcp"),
              "SRV",
              cause);
      default ->
          new LabelledName(
              dice.of("lb", "b", "db")
                  + "._dns-sd._udp.0."
                  + dice.below(256)
                  + ".168.192.in-addr.arpa",
              "PTR",
              "168.192.in-addr.arpa",
              cause);
    };
  }

  LabelledName mailProtection() {
    Cause cause = Cause.MAIL_AUTH;
    return switch (dice.below(9)) {
      case 8 -> below(plain.domain() + "._report._dmarc", "TXT", cause);
      case 0, 1, 2 -> below("_dmarc" + (dice.chance(0.2) ? ".mail" : ""), "TXT", cause);
      case 3 ->
          below(
              dice.of(
                      "selector1",
                      "default",
                      "google",
                      "s2048",
                      "k1",
                      "mail",
                      dice.digits(Dice.BASE32, 32))
                  + "._domainkey",
              "TXT",
              cause);
      case 4 -> below("_mta-sts", "TXT", cause);
      case 5 -> below("_smtp._tls", "TXT", cause);
      case 6 -> below("_25._tcp." + dice.of("mx", "mail", "mx01"), "TLSA", cause);
      default -> below("default._bimi", "TXT", cause);
    };
  }

  LabelledName certificate() {
    Cause cause = Cause.CERT_VALIDATION;
    return switch (dice.below(8)) {
      case 6 -> below("_" + dice.digits(Dice.HEX, 32), "CNAME", cause);
      case 7 -> below(dice.of("_pki-validation", "_dnsauth"), "TXT", cause);
      case 0, 1, 2 -> below("_acme-challenge" + dice.of("", ".www", ".api.dev"), "TXT", cause);
      case 3, 4 -> below(dice.of(Words.HOSTS), "CAA", cause);
      default ->
          below(dice.of("_validation-contactemail", "_validation-contactphone"), "TXT", cause);
    };
  }

  LabelledName settings() {
    String host =
        dice.of(
            "salt",
            "puppet",
            "pxe",
            "proxy",
            "enterpriseregistration",
            "lyncdiscover",
            "ntp",
            "time",
            "unifi",
            "lyncdiscoverinternal",
            "enterpriseenrollment",
            "wsus",
            "sccm",
            "tftp",
            "sipinternal",
            "chef");
    String zone =
        dice.chance(0.3)
            ? dice.of("corp", "ad", "office", "int") + "." + plain.domain()
            : plain.domain();
    return new LabelledName(host + "." + zone, plain.addressType(), zone, Cause.CONFIG_DISCOVERY);
  }

  /** Below a living domain, one nobody has, or a private network's. */
  private LabelledName below(String left, String qtype, Cause cause) {
    String domain = plain.domain();
    return switch (dice.below(8)) {
      case 0 -> new LabelledName(left + "." + domain, qtype, PlainNames.suffix(domain), cause);
      case 1 ->
          new LabelledName(
              left
                  + "."
                  + dice.of("corp.", "ad.", "")
                  + dice.of("local", "lan", "home", "internal"),
              qtype,
              ".",
              cause);
      case 2 -> new LabelledName(left + ".corp." + domain, qtype, domain, cause);
      default -> new LabelledName(left + "." + domain, qtype, domain, cause);
    };
  }
}
