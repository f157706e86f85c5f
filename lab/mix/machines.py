"""Names that software asks for by itself: discovery, probes, mail, certificates, generated names, tunnels, floods."""

import base64
import hashlib
import random
import string

from mix.living import Question, domain
from world.names import GUESSED_HOSTS

LETTERS = string.ascii_lowercase


def wpad(chance: random.Random) -> list[Question]:
    """Web proxy discovery climbs the local domain."""
    return [(f"wpad.{chance.choice(('home', 'lan', 'localdomain', 'corp', domain(chance), domain(chance)))}", "A")]


def isatap(chance: random.Random) -> list[Question]:
    return [(chance.choice((f"isatap.{domain(chance)}", "isatap.home", "isatap", "teredo.ipv6.microsoft.com", "win10.ipv6.microsoft.com")), "A")]


def service_discovery(chance: random.Random) -> list[Question]:
    """SRV, NAPTR, DNS-SD and autodiscover below a domain that has none of it."""
    service, qtype = chance.choice((
        ("_ldap._tcp.dc._msdcs", "SRV"), ("_ldap._tcp.Default-First-Site-Name._sites.dc._msdcs", "SRV"), ("_kerberos._udp", "SRV"),
        ("_sip._tls", "SRV"), ("_sips._tcp", "SRV"), ("_xmpp-client._tcp", "SRV"), ("_vlmcs._tcp", "SRV"), ("_autodiscover._tcp", "SRV"),
        ("_http._tcp", "SRV"), ("_caldavs._tcp", "SRV"), ("_matrix._tcp", "SRV"), ("lb._dns-sd._udp", "PTR"), ("b._dns-sd._udp", "PTR"),
        ("_imaps._tcp", "SRV"), ("_minecraft._tcp.mc", "SRV"), ("autoconfig", "A"), ("_ftp._tcp", "URI"), ("1.2.3.4.e164", "NAPTR"),
    ))
    return [(f"{service}.{domain(chance)}", qtype)]


def mail_authentication(chance: random.Random) -> list[Question]:
    label = chance.choice(("_dmarc", "_dmarc", "_dmarc.mail", "selector1._domainkey", "google._domainkey", "k1._domainkey", "dkim._domainkey",
                           "_mta-sts", "_smtp._tls", "default._bimi", "_adsp._domainkey"))
    if chance.random() < 0.15:
        return [(f"_25._tcp.mx1.{domain(chance)}", "TLSA")]
    return [(f"{label}.{domain(chance)}", "TXT")]


def certificate_validation(chance: random.Random) -> list[Question]:
    """A challenge that is not there yet, or CAA from the host up."""
    owner = domain(chance)
    if chance.random() < 0.5:
        return [(f"_acme-challenge.{chance.choice(('', 'api.', 'vpn9.'))}{owner}", "TXT")]
    return [(f"a.b{chance.randint(1, 9)}.{owner}", "CAA"), (f"b{chance.randint(1, 9)}.{owner}", "CAA"), (owner, "CAA")]


def default_host(chance: random.Random) -> list[Question]:
    """Host names software tries when nobody configured one."""
    label = chance.choice(("salt", "puppet", "pxe", "proxy", "enterpriseregistration", "enterpriseenrollment", "lyncdiscover", "lyncdiscoverinternal",
                           "sipinternal", "unifi", "ocsinventory-ng", "logstash", "sccm", "wsus", "ntp0", "time2", "provisioning"))
    return [(f"{label}.{domain(chance)}", chance.choice(("A", "AAAA")))]


def chromium_probe(chance: random.Random) -> list[Question]:
    """Three random labels to learn whether missing names are rewritten."""
    suffix = chance.choice(("", "", "", ".lan", ".corp.stonehost.com"))
    return [("".join(chance.choices(LETTERS, k=chance.randint(7, 15))) + suffix, "A") for _ in range(3)]


def resolver_probe(chance: random.Random) -> list[Question]:
    """Names that ask about the resolver or its path, and what QNAME minimisation makes."""
    return [chance.choice((
        (f"_ta-{chance.randrange(65536):04x}", "NULL"), ("root-key-sentinel-is-ta-20326." + domain(chance), "A"), ("version.bind", "TXT"),
        ("root-key-sentinel-not-ta-38696." + domain(chance), "A"), (f"_er.1.{domain(chance)}7._er.agent.{domain(chance)}", "TXT"),
        ("id.server", "TXT"), ("_." + domain(chance), "A"), (f"_.{LETTERS[chance.randrange(26)]}." + domain(chance), "A"),
    ))]


def generated_group(chance: random.Random) -> list[Question]:
    """One run of a domain generator: same length range, letters and suffixes, asked one after the other."""
    low, letters, suffixes = chance.choice((
        (12, LETTERS, ("com", "net", "org", "info", "biz")), (16, LETTERS[:22], ("ru", "com", "in")), (8, "aeioubcdfgklmnprst", ("com", "net")),
        (24, string.hexdigits[:16], ("top", "xyz")), (14, LETTERS + string.digits, ("com", "biz", "cc")),
    ))
    labels = ("".join(chance.choices(letters, k=low + chance.randrange(5))) for _ in range(chance.randint(8, 16)))
    return [(f"{label}.{chance.choice(suffixes)}", "A") for label in labels]


def leftover(chance: random.Random) -> list[Question]:
    """A fixed name that something forgotten keeps asking for: old control servers, closed services."""
    return [(chance.choice((
        "iuqerfsodp9ifjaposdfjhgosurijfaewrwergwea.com", "xkqzwvbnmtpl.ru", "lwpeorituyqaz.biz", "update.old-suite.debian.org",
        "telemetry-v1.adobe.com", "licenses-eu.oracle.com", "ping.dropbox.com", "tracker9.stonehost.com",
    )), "A")]


def tunnel(chance: random.Random) -> list[Question]:
    """Data in labels under a service zone that knows none of them."""
    if chance.random() < 0.5:
        data = base64.b32encode(chance.randbytes(35)).decode().lower().rstrip("=")
        return [(f"{data[:40]}.{data[40:]}.t.oldhost.co.uk", chance.choice(("TXT", "NULL", "A")))]
    digest = hashlib.sha1(chance.randbytes(8)).hexdigest()
    return [(f"0.0.0.0.1.0.0.4e.{digest[:26]}.avts.keyhost.org", "A")]


def random_subdomain_flood(chance: random.Random) -> list[Question]:
    """A burst of names that no cache can hold, all under one victim."""
    victim = chance.choice(("taobao.com", "allegro.pl", "steampowered.com"))
    return [(f"{''.join(chance.choices(LETTERS + string.digits, k=chance.randint(8, 14)))}.www.{victim}", "A") for _ in range(120)]


def dictionary_scan(chance: random.Random) -> list[Question]:
    """A word list against one domain."""
    return [(f"{word}.{victim}", "A") for victim in (domain(chance),) for word in chance.sample(GUESSED_HOSTS, 40)]
