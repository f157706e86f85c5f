package org.nxsight.analysis.causes;

/**
 * Why a question failed. Those of a name that does not exist stand in the order in which they are
 * looked for; those of other errors stand behind them.
 */
public enum Cause {
  NON_DNS_STRING("an address, URL, path or file name was asked for as if it were a name"),
  QMIN_ARTEFACT("a resolver made the name while it asked with as few labels as it could"),
  DNS_PROBE("software tested the DNS itself"),
  PTR_PRIVATE("the name of a private address was asked for"),
  PTR_RESERVED("the name of a reserved or multicast address was asked for"),
  PTR_NO_RDNS("a public address has no name"),
  DNSBL_NOT_LISTED("a DNS list was asked about somebody, who is not on it"),
  DNSBL_HASH("a DNS list was asked about a hash or an e-mail address, which is not on it"),
  DNSBL_DEAD_LIST("a DNS list was asked that has closed"),
  WPAD("a client looked for its proxy"),
  ISATAP_TEREDO("a client looked for an IPv6 tunnel"),
  SERVICE_DISCOVERY("software looked for a service of this domain"),
  MAIL_AUTH("a mail server looked for how this domain protects its mail"),
  CERT_VALIDATION("a certificate authority checked who owns this domain"),
  CONFIG_DISCOVERY("software tried the host name that it uses by default"),
  SINGLE_LABEL("a host's short name was asked for as if it were a whole one"),
  PRIVATE_TLD_LEAK("a name of a private network was asked for in public"),
  CHROMIUM_PROBE("a browser tested whether its resolver tells the truth"),
  SEARCH_SUFFIX_LEAK("a search suffix was stuck on a whole name"),
  RANDOM_SUBDOMAIN_FLOOD("random names were made up below one zone to load its servers"),
  DISPOSABLE_OR_TUNNEL("the name carries data or was made for one use"),
  DGA_BOTNET("malware made the name up to find its master"),
  DEAD_BOTNET_C2("malware that nobody runs any more still calls home"),
  DEFUNCT_SERVICE("software still asks for a host that used to exist"),
  EXPIRED_DOMAIN("software still asks for a domain that used to exist"),
  DANGLING_REFERENCE("a living record points at this name"),
  TYPO("somebody mistyped a well-known name"),
  LOOKALIKE_SCAN("somebody tried many look-alikes of one name"),
  MAIL_TO_NOWHERE("mail was to be sent to a domain nobody has"),
  AAAA_ONLY_NX("a server denies the name for one type and has another"),
  CASE_INTOLERANT("a server denies the name when its letters are of both cases"),
  REWRITTEN_OR_BLOCKED("something between said that a name does not exist"),
  PLACEHOLDER("an example or a placeholder was left in somebody's configuration"),
  DICTIONARY_SCAN("somebody tried the words of a list below one zone"),
  MISSING_HOST("a living zone has no such host"),
  UNREGISTERED("nobody has registered the domain"),

  LAME_SERVER("the server does not serve the zone it was asked about"),
  LAME_ZONE("none of the zone's servers serves it"),
  DNSSEC_BOGUS("the zone's signatures do not hold"),
  QUOTA_REFUSED("a DNS list no longer answers this resolver"),
  EDNS_BROKEN("the server cannot stand EDNS"),
  NOTIMP_QTYPE("the server does not know the type or operation"),
  UPSTREAM_UNREACHABLE("the server could not reach those it asks"),
  SCAN_REFUSED("somebody probed the server, which refused"),
  POLICY_BLOCKED("the server blocks the name by policy"),
  SERVER_BROKEN("the server failed and does not say why");

  private final String sentence;

  Cause(String sentence) {
    this.sentence = sentence;
  }

  /** What happened, for a person: a clause without a dot at its end. */
  public String sentence() {
    return sentence;
  }

  /** Whether it is the cause of a name that does not exist. */
  public boolean isOfMissingName() {
    return ordinal() <= UNREGISTERED.ordinal();
  }
}
