package org.nxsight.wire.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/** Compares with what nmsgtool printed, where its test data is at hand ({@code NXSIGHT_CORPUS}). */
class MessageTextCorpusTest {
  private static final Pattern MESSAGE_IN_TEXT =
      Pattern.compile("(?:query|response): \\[(\\d+) octets]\n(.*?)---\n", Pattern.DOTALL);
  private static final Pattern MESSAGE_IN_JSON =
      Pattern.compile(
          "\"(?:query|response)\":\"([^\"]*)\",\"(?:query|response)_json\":(.*?)"
              + "(?=,\"response\":|,\"dns\":|\\}\\}$)");

  private static final Pattern RRSET_IN_JSON =
      Pattern.compile("\"rrtype\":\"(\\w+)\",\"rrttl\":\\d+,\"rdata\":\\[(.*?)\\]");

  private static Path corpus = Path.of("absent");

  @BeforeAll
  static void findCorpus() {
    String named = Objects.requireNonNullElse(System.getenv("NXSIGHT_CORPUS"), "");
    corpus = named.isEmpty() ? Path.of("../../shared/corpus") : Path.of(named);
    assumeTrue(Files.isDirectory(corpus.resolve("nmsg")), "no corpus at " + corpus);
  }

  @Test
  void writesTheTextNmsgtoolPrints() throws IOException {
    List<byte[]> messages = messages();
    Matcher printed = MESSAGE_IN_TEXT.matcher(read("test1-dnsqr.pres"));
    int compared = 0;
    while (printed.find()) {
      byte[] message = messages.get(compared++);
      StringBuilder out = new StringBuilder();
      assertThat(message).hasSize(Integer.parseInt(printed.group(1)));
      assertThat(MessageText.appendText(out, message, 0, message.length)).isTrue();
      assertThat(out).hasToString(printed.group(2));
    }
    assertThat(compared).isEqualTo(messages.size()).isPositive();
  }

  @Test
  void writesTheJsonNmsgtoolPrints() throws IOException {
    int compared = 0;
    for (String line : read("test1-dnsqr.json").lines().toList()) {
      Matcher printed = MESSAGE_IN_JSON.matcher(line);
      while (printed.find()) {
        byte[] message = Base64.getDecoder().decode(printed.group(1));
        StringBuilder out = new StringBuilder();
        assertThat(MessageText.appendJson(out, message, 0, message.length)).isTrue();
        assertThat(out).hasToString(printed.group(2));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(10);
  }

  @Test
  void writesTheRdataNmsgtoolPrints() throws Exception {
    Matcher rrset = RRSET_IN_JSON.matcher(read("dedupe.json") + read("test2-dns.json"));
    int compared = 0;
    while (rrset.find()) {
      int rrtype = RecordTypes.number(rrset.group(1));
      for (String quoted : rrset.group(2).split(",", -1)) {
        String text = quoted.substring(1, quoted.length() - 1).replace("\\\\", "\\");
        Record record = Record.fromString(Name.root, rrtype, DClass.IN, 0, text, Name.root);
        byte[] rdata = record.rdataToWireCanonical();
        StringBuilder out = new StringBuilder();
        RdataText.append(out, rdata, 0, rdata.length, rrtype, DClass.IN);
        assertThat(out).hasToString(text);
        compared++;
      }
    }
    assertThat(compared).isEqualTo(30);
  }

  private static List<byte[]> messages() throws IOException {
    List<byte[]> messages = new ArrayList<>();
    for (String line : read("test1-dnsqr.json").lines().toList()) {
      Matcher member = MESSAGE_IN_JSON.matcher(line);
      while (member.find()) {
        messages.add(Base64.getDecoder().decode(member.group(1)));
      }
    }
    return messages;
  }

  private static String read(String file) throws IOException {
    return Files.readString(corpus.resolve("nmsg").resolve(file));
  }
}
