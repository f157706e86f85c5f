package org.nxsight.channels.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nxsight.wire.dns.NameText;
import org.nxsight.wire.dns.Rcodes;
import org.nxsight.wire.dns.RecordTypes;
import org.nxsight.wire.nmsg.Dnsdedupe;
import org.nxsight.wire.nmsg.Dnsnx;
import org.nxsight.wire.nmsg.Dnsqr;
import org.nxsight.wire.nmsg.NmsgPayload;
import org.nxsight.wire.protobuf.ByteRange;

class WatchIndexTest {
  private static final List<String> CAUSES = List.of("TYPO", "WPAD", "LAME_ZONE");
  private static final String[] LABELS = {"a", "B", "com", "Example", "\\.x", "\\000", "\\255"};

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  /** A record as a person reads it. */
  private record Read(
      String name, String soa, List<byte[]> addresses, int rcode, int qtype, int cause) {}

  @Test
  void findsWhomAComparisonOfEachWatchWithTheReadRecordFinds() {
    for (int round = 0; round < 200; round++) {
      List<List<String>> texts = new ArrayList<>();
      List<List<Watch>> watches = new ArrayList<>();
      for (int subscriber = 0; subscriber < 1 + random.nextInt(30); subscriber++) {
        List<String> some = new ArrayList<>();
        for (int left = random.nextInt(5); left > 0; left--) {
          some.add(watch());
        }
        texts.add(some);
        watches.add(some.stream().map(text -> Watch.parse(text, CAUSES)).toList());
      }
      WatchIndex index = new WatchIndex(watches, seed);
      Matches matches = new Matches(watches.size());
      for (int i = 0; i < 50; i++) {
        compare(texts, index, matches);
      }
    }
  }

  private void compare(List<List<String>> texts, WatchIndex index, Matches matches) {
    WatchedFields fields = new WatchedFields();
    fields.read(payload());
    fields.cause = random.nextInt(CAUSES.size() + 1);
    Read read = read(fields);
    TreeSet<Integer> expected = new TreeSet<>();
    for (int subscriber = 0; subscriber < texts.size(); subscriber++) {
      List<String> wanted = texts.get(subscriber);
      if (wanted.isEmpty() || wanted.stream().anyMatch(text -> isMatch(text, read))) {
        expected.add(subscriber);
      }
    }
    matches.clear();
    index.match(fields, matches);
    TreeSet<Integer> found = new TreeSet<>();
    for (int i = 0; i < matches.count(); i++) {
      assertThat(found.add(matches.subscriber(i))).isTrue();
    }
    assertThat(found).as("seed %d, %s, %s", seed, texts, read).isEqualTo(expected);
  }

  private String name() {
    StringBuilder name = new StringBuilder();
    for (int left = random.nextInt(5); left > 0; left--) {
      name.append(LABELS[random.nextInt(LABELS.length)]).append('.');
    }
    return name.isEmpty() ? "." : name.toString();
  }

  private String address(boolean ipv6) {
    int low = random.nextInt(4);
    return ipv6 ? "2001:db8::" + low : "192.0." + random.nextInt(3) + "." + low;
  }

  private String watch() {
    return switch (random.nextInt(6)) {
      case 0 -> "dns=" + (random.nextBoolean() ? "*." : "") + nameNotRoot();
      case 1 -> "soa=" + (random.nextBoolean() ? "*." : "") + nameNotRoot();
      case 2 -> prefix(random.nextBoolean());
      case 3 -> "cause=" + CAUSES.get(random.nextInt(CAUSES.size()));
      case 4 -> "rcode=" + Rcodes.text(random.nextInt(6));
      default -> "qtype=" + RecordTypes.text(1 + random.nextInt(4));
    };
  }

  /** {@code *..} is no name. */
  private String nameNotRoot() {
    String name = name();
    return name.equals(".") ? "com." : name;
  }

  private String prefix(boolean ipv6) {
    String address = "ip=" + address(ipv6);
    return random.nextInt(3) == 0 ? address : address + "/" + random.nextInt(ipv6 ? 129 : 33);
  }

  private NmsgPayload payload() {
    return switch (random.nextInt(3)) {
      case 0 -> dnsqr();
      case 1 -> dnsnx();
      default -> rrset();
    };
  }

  private Dnsqr dnsqr() {
    Dnsqr dnsqr = new Dnsqr();
    setName(dnsqr.qname, name());
    boolean ipv6 = random.nextBoolean();
    setAddress(dnsqr.queryIp, address(ipv6));
    setAddress(dnsqr.responseIp, address(ipv6));
    dnsqr.hasQtype = random.nextBoolean();
    dnsqr.qtype = 1 + random.nextInt(4);
    dnsqr.hasRcode = true;
    dnsqr.rcode = random.nextInt(6);
    return dnsqr;
  }

  private Dnsnx dnsnx() {
    Dnsnx dnsnx = new Dnsnx();
    setName(dnsnx.qname, name());
    setName(dnsnx.soaRrname, name());
    setAddress(dnsnx.responseIp, address(random.nextBoolean()));
    dnsnx.qtype = 1 + random.nextInt(4);
    return dnsnx;
  }

  private Dnsdedupe rrset() {
    Dnsdedupe rrset = new Dnsdedupe();
    setName(rrset.rrname, name());
    rrset.hasRrtype = true;
    rrset.rrtype = 1;
    byte[] address = InetAddress.ofLiteral(address(false)).getAddress();
    rrset.rdata.add(address, 0, address.length);
    return rrset;
  }

  private static void setName(ByteRange range, String name) {
    byte[] wire = new byte[255];
    range.set(wire, 0, NameText.parse(name, wire));
  }

  private static void setAddress(ByteRange range, String text) {
    byte[] address = InetAddress.ofLiteral(text).getAddress();
    range.set(address, 0, address.length);
  }

  private static Read read(WatchedFields fields) {
    List<byte[]> addresses = new ArrayList<>();
    for (int i = 0; i < fields.addresses.count(); i++) {
      int from = fields.addresses.offset(i);
      byte[] bytes = fields.addresses.bytes(i);
      addresses.add(Arrays.copyOfRange(bytes, from, from + fields.addresses.length(i)));
    }
    return new Read(
        text(fields.name), text(fields.soa), addresses, fields.rcode, fields.qtype, fields.cause);
  }

  private static String text(ByteRange name) {
    if (name.length() == 0) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    NameText.append(text, name.bytes(), name.offset(), name.length());
    return text.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean isMatch(String watch, Read read) {
    String kind = watch.substring(0, watch.indexOf('='));
    String value = watch.substring(watch.indexOf('=') + 1);
    return switch (kind) {
      case "dns" -> isName(value.toLowerCase(Locale.ROOT), read.name);
      case "soa" -> isName(value.toLowerCase(Locale.ROOT), read.soa);
      case "ip" -> read.addresses.stream().anyMatch(address -> isUnder(value, address));
      case "cause" -> read.cause > 0 && CAUSES.get(read.cause - 1).equals(value);
      case "rcode" -> read.rcode >= 0 && Rcodes.text(read.rcode).equals(value);
      default -> read.qtype >= 0 && RecordTypes.text(read.qtype).equals(value);
    };
  }

  /** Escaped dots begin no label, and {@code name()} makes none but at a label's start. */
  private static boolean isName(String wanted, String name) {
    if (!wanted.startsWith("*.")) {
      return name.equals(wanted);
    }
    String domain = wanted.substring(2);
    return name.equals(domain) || name.endsWith("." + domain);
  }

  private static boolean isUnder(String prefix, byte[] address) {
    int slash = prefix.indexOf('/');
    byte[] wanted =
        InetAddress.ofLiteral(slash < 0 ? prefix : prefix.substring(0, slash)).getAddress();
    int length = slash < 0 ? 8 * wanted.length : Integer.parseInt(prefix.substring(slash + 1));
    return wanted.length == address.length
        && bits(wanted).regionMatches(0, bits(address), 0, length);
  }

  private static String bits(byte[] address) {
    StringBuilder bits = new StringBuilder();
    for (byte octet : address) {
      bits.append(String.format("%8s", Integer.toBinaryString(octet & 0xff)).replace(' ', '0'));
    }
    return bits.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.com",
        "name=x",
        "dns=",
        "dns=..",
        "dns=*.",
        "ip=",
        "ip=1.2.3",
        "ip=1.2.3.4/33",
        "ip=example.com",
        "ip=::1/-1",
        "soa=a..b",
        "cause=NONE",
        "rcode=-1",
        "rcode=70000",
        "qtype=",
        "qtype=XYZ"
      })
  void tellsInOneLineWhatIsNoWatch(String text) {
    assertThatThrownBy(() -> Watch.parse(text, CAUSES))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .hasLineCount(1);
  }

  @Test
  void understandsNumbersAndAnyCase() {
    assertThat(Watch.parse("rcode=servfail", CAUSES).key()).isEqualTo(new byte[] {0, 0, 0, 2});
    assertThat(Watch.parse("rcode=3841", CAUSES).key()).isEqualTo(new byte[] {0, 0, 15, 1});
    assertThat(Watch.parse("qtype=type65", CAUSES).key()).isEqualTo(new byte[] {0, 0, 0, 65});
    assertThat(Watch.parse("cause=wpad", CAUSES).key()).isEqualTo(new byte[] {0, 0, 0, 2});
  }
}
