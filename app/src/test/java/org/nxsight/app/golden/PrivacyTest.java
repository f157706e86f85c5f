package org.nxsight.app.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsight.app.golden.CaptureBuilder.MILLISECOND;
import static org.nxsight.app.golden.Message.A;
import static org.nxsight.app.golden.Message.SERVFAIL;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nxsight.app.Program;
import org.nxsight.app.Program.Outcome;
import org.nxsight.app.SummaryReading;
import org.nxsight.wire.ip.Addresses;
import org.nxsight.wire.nmsg.ContainerReader;
import org.nxsight.wire.nmsg.ContainerState;
import org.nxsight.wire.nmsg.FragmentAssembler;
import org.nxsight.wire.nmsg.PayloadView;

/** Whoever asked, and for whom, is nowhere in what is published. */
class PrivacyTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final String KEY =
      "1522178d33a4cf80130a5b1649907d10d8988f837979652762574c2d2a842202";
  private static final String EDE = "000f" + "0006" + "00167768793f";

  /** Who asks, and for which client; all of them are told by no other octets of the capture. */
  private record Asker(String ipv4, String ipv6, String client4, String client6) {
    List<byte[]> addresses() {
      return Stream.of(ipv4, ipv6, client4, client6, client4.substring(0, 6))
          .map(HEX::parseHex)
          .toList();
    }
  }

  private static final Asker ONE =
      new Asker("cb00714d", "20010db8aaaabbbbccccddddeeee0001", "c612abcd", "20010db800ec50ec");
  private static final Asker OTHER =
      new Asker("c0a8b3d7", "fd00123456789abcdef0fedcba987654", "ac1f8fe9", "20010db80f0f1e1e");

  @TempDir private Path directory = Path.of(".");

  @ParameterizedTest
  @ValueSource(strings = {"nmsg", "json", "text", "udp"})
  void zeroedOutputIsTheSameWhoeverAsked(String form) throws IOException {
    String one = HEX.formatHex(published(ONE, form, "--zero-resolver"));
    String other = HEX.formatHex(published(OTHER, form, "--zero-resolver"));
    String plain = HEX.formatHex(published(ONE, form));
    assertThat(one).isNotEmpty().isEqualTo(other).isNotEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource({
    "--zero-resolver, nmsg",
    "--zero-resolver, json",
    "--zero-resolver, text",
    "--zero-resolver, udp",
    "--anonymize, nmsg",
    "--anonymize, json",
    "--anonymize, text",
    "--anonymize, udp",
  })
  void noOctetOfTheAskerIsPublished(String option, String form) throws IOException {
    byte[] plain = published(ONE, form);
    byte[] hidden = published(ONE, form, options(option));
    for (byte[] address : ONE.addresses()) {
      if (!form.equals("text")) {
        assertThat(holds(plain, address)).as(HEX.formatHex(address)).isTrue();
      }
      assertThat(holds(hidden, address)).as(HEX.formatHex(address)).isFalse();
    }
    String text = new String(hidden, StandardCharsets.ISO_8859_1);
    for (String address : List.of(ONE.ipv4, ONE.ipv6)) {
      StringBuilder asText = new StringBuilder();
      Addresses.append(asText, HEX.parseHex(address), 0, address.length() / 2);
      if (form.equals("text") || form.equals("json")) {
        assertThat(new String(plain, StandardCharsets.ISO_8859_1)).contains(asText);
      }
      assertThat(text).doesNotContain(asText);
    }
    assertThat(text).doesNotContain("198.18.171", "2001:db8:ec");
  }

  @Test
  void showTellsThatItWasZeroedAndWhatTheChecksumWas() throws IOException {
    published(ONE, "nmsg", "--zero-resolver");
    String shown = shown(directory.resolve("out"));
    assertThat(count(shown, "resolver_address_zeroed: True")).isEqualTo(5);
    assertThat(count(shown, "query_ip: 0.0.0.0\n")).isEqualTo(3);
    assertThat(count(shown, "query_ip: ::\n")).isEqualTo(2);
    assertThat(count(shown, "udp_checksum: CORRECT")).isEqualTo(3);
    assertThat(count(shown, "udp_checksum: INCORRECT")).isEqualTo(1);
    assertThat(shown).contains("response_ip: 198.51.100.53");
  }

  @Test
  void anonymizedAddressesAreThoseOfCryptoPan() throws IOException {
    Asker known =
        new Asker("800b4484", "20010db8000000000000000000000001", ONE.client4, ONE.client6);
    published(known, "nmsg", options("--anonymize"));
    String shown = shown(directory.resolve("out"));
    assertThat(count(shown, "query_ip: 135.242.180.132\n")).isEqualTo(3);
    assertThat(count(shown, "query_ip: 4401:2bc:603f:d91d:27f:ff8e:e6f1:dc1e\n")).isEqualTo(2);
    assertThat(shown).doesNotContain("resolver_address_zeroed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--zero-resolver", "--anonymize"})
  void whatWasHiddenReadsBackAsItIs(String option) throws IOException {
    published(ONE, "nmsg", options(option));
    Path first = directory.resolve("out");
    Path again = directory.resolve("again");
    run(first.resolve("channels/ch220"), again, List.of());
    assertThat(shown(again)).isEqualTo(shown(first));
    Path anonymized = directory.resolve("anonymized");
    run(first.resolve("channels/ch220"), anonymized, List.of(options("--anonymize")));
    if (option.equals("--zero-resolver")) {
      assertThat(shown(anonymized)).isEqualTo(shown(first));
    }
  }

  @Test
  void aSampleKeepsItsRecordsAndReadsBackAsItIs() throws IOException {
    Path sample = Path.of("../samples/first-light.pcap");
    Path hidden = directory.resolve("hidden");
    Path again = directory.resolve("again");
    SummaryReading plain = run(sample, directory.resolve("plain"), List.of());
    SummaryReading zeroed = run(sample, hidden, List.of("--zero-resolver"));
    assertThat(zeroed.stable()).isEqualTo(plain.stable());
    run(hidden.resolve("channels/ch220"), again, List.of());
    String shown = shown(hidden);
    assertThat(shown(again)).isEqualTo(shown);
    assertThat(count(shown, "resolver_address_zeroed: True"))
        .isEqualTo((int) plain.number("channels", "errors"));
    assertThat(shown.lines().filter(line -> line.startsWith("query_ip: ")).distinct())
        .containsExactlyInAnyOrder("query_ip: 0.0.0.0", "query_ip: ::");
  }

  @Test
  void countsWhatItTakesOut() throws IOException {
    Path capture = Files.write(directory.resolve("in.pcap"), capture(ONE));
    SummaryReading summary = run(capture, directory.resolve("out"), List.of("--zero-resolver"));
    assertThat(summary.number("privacy", "client_subnets")).isEqualTo(10);
    assertThat(summary.number("privacy", "cut_messages")).isEqualTo(1);
  }

  private String[] options(String option) throws IOException {
    if (option.equals("--zero-resolver")) {
      return new String[] {option};
    }
    return new String[] {option, Files.write(directory.resolve("key"), HEX.parseHex(KEY)) + ""};
  }

  /** What goes to one form of output, base64 in JSON resolved. */
  private byte[] published(Asker asker, String form, String... options) throws IOException {
    Path capture = Files.write(directory.resolve("in.pcap"), capture(asker));
    Path output = directory.resolve("out");
    clear(output);
    List<String> words = new ArrayList<>(List.of(options));
    if (!form.equals("udp")) {
      words.add("--format=" + form);
      run(capture, output, words);
      return octets(output, form.equals("json"));
    }
    try (DatagramChannel receiver = DatagramChannel.open()) {
      receiver.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      int port = ((InetSocketAddress) receiver.getLocalAddress()).getPort();
      words.add("--publish=ch220=udp:127.0.0.1/" + port);
      words.add("--publish=ch221=udp:127.0.0.1/" + port);
      run(capture, output, words);
      receiver.configureBlocking(false);
      ByteArrayOutputStream received = new ByteArrayOutputStream();
      ByteBuffer datagram = ByteBuffer.allocate(1 << 16);
      while (receiver.receive(datagram) != null) {
        addPayloads(datagram.array(), datagram.position(), received);
        datagram.clear();
      }
      return received.toByteArray();
    }
  }

  /** Without what stands around them, which has the sender's random number. */
  private static void addPayloads(byte[] datagram, int octets, ByteArrayOutputStream all) {
    ContainerReader container = new ContainerReader(new FragmentAssembler());
    assertThat(container.open(datagram, 0, octets)).isEqualTo(ContainerState.READABLE);
    while (container.next()) {
      PayloadView payload = container.payload();
      all.write(payload.bytes(), payload.offset(), payload.length());
    }
  }

  private static SummaryReading run(Path input, Path output, List<String> options) {
    List<String> words = new ArrayList<>(List.of("run", input + "", "-o", output + ""));
    words.add("--summary=json");
    words.addAll(options);
    Outcome outcome = Program.here(InputStream.nullInputStream(), words);
    assertThat(outcome.err().lines().filter(line -> !line.contains("chmod 600"))).isEmpty();
    SummaryReading summary = SummaryReading.of(outcome.out());
    summary.assertThatItAddsUp();
    return summary;
  }

  private static byte[] octets(Path output, boolean json) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Path file : files(output)) {
      all.write(Files.readAllBytes(file));
      for (String line : json ? Files.readAllLines(file) : List.<String>of()) {
        addBase64(JsonParser.parseString(line), all);
      }
    }
    return all.toByteArray();
  }

  private static void addBase64(JsonElement element, ByteArrayOutputStream all) {
    if (element.isJsonObject()) {
      element.getAsJsonObject().entrySet().forEach(entry -> addBase64(entry.getValue(), all));
    } else if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(item -> addBase64(item, all));
    } else if (element.isJsonPrimitive() && element.getAsString().matches("[A-Za-z0-9+/]{20,}=*")) {
      all.writeBytes(Base64.getDecoder().decode(element.getAsString()));
    }
  }

  private static String shown(Path output) throws IOException {
    List<String> words = new ArrayList<>(List.of("show"));
    files(output).stream()
        .filter(file -> file.toString().endsWith(".nmsg"))
        .forEach(file -> words.add(file.toString()));
    try {
      Outcome outcome = Program.alone(words.toArray(String[]::new));
      assertThat(outcome.err()).isEmpty();
      return outcome.out();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Path> files(Path output) throws IOException {
    try (Stream<Path> entries = Files.walk(output.resolve("channels"))) {
      return entries.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void clear(Path output) throws IOException {
    if (Files.exists(output)) {
      for (Path file : files(output)) {
        Files.delete(file);
      }
    }
  }

  private static boolean holds(byte[] octets, byte[] wanted) {
    return HEX.formatHex(octets).contains(HEX.formatHex(wanted));
  }

  private static int count(String text, String wanted) {
    return text.split(Pattern.quote(wanted), -1).length - 1;
  }

  /** Errors over UDP, TCP and IPv6, in fragments and cut, each with client subnets on both legs. */
  private static byte[] capture(Asker asker) {
    Route ipv4 = Route.IPV4.resolver(asker.ipv4);
    Route ipv6 = Route.IPV6.resolver(asker.ipv6);
    String subnet4 = "0008" + "0008" + "00012000" + asker.client4;
    String subnet6 = "0008" + "000c" + "00024000" + asker.client6;
    Message asked = Message.query("nope.example.", A);
    CaptureBuilder capture = new CaptureBuilder().via(ipv4);
    capture.query(asked.withId(1).optWith(subnet4 + subnet6)).at(MILLISECOND);
    capture.response(asked.withId(1).nxdomain("example.").optWith(subnet4));
    capture.via(ipv4.protocol(Route.TCP));
    capture.toServer(framed(asked.withId(2).optWith(subnet4 + subnet6)));
    capture.toResolver(framed(asked.withId(2).answeredBy(SERVFAIL).optWith(EDE + subnet4)));
    capture.via(ipv6).query(asked.withId(3).optWith(subnet4 + subnet6));
    byte[] whole = ipv6.toResolver(asked.withId(3).nxdomain("example.").optWith(subnet6).bytes());
    capture.datagram(ipv6Fragment(whole, 0, 48, true));
    capture.datagram(ipv6Fragment(whole, 48, whole.length - 88, false));
    capture.via(ipv6.checksum(Route.Checksum.INCORRECT));
    capture.response(asked.withId(4).answeredBy(SERVFAIL).optWith(subnet6));
    capture.via(ipv4);
    Message cut = asked.withId(5).answeredBy(SERVFAIL).optWith(EDE + subnet4);
    return capture.toResolver(cut.bytesWithoutLast(1)).bytes();
  }

  private static byte[] framed(Message message) {
    byte[] bytes = message.bytes();
    return Octets.of().u16(bytes.length).raw(bytes).bytes();
  }

  /** Some of a datagram's data behind a fragment header (RFC 8200, section 4.5). */
  private static byte[] ipv6Fragment(byte[] whole, int from, int octets, boolean more) {
    Octets fragment = Octets.of().raw(Arrays.copyOf(whole, 4)).u16(8 + octets).u8(44).u8(64);
    fragment
        .raw(Arrays.copyOfRange(whole, 8, 40))
        .u8(Route.UDP)
        .u8(0)
        .u16(from | (more ? 1 : 0))
        .u32(77);
    return fragment.raw(Arrays.copyOfRange(whole, 40 + from, 40 + from + octets)).bytes();
  }
}
