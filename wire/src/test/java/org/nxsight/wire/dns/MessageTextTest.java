package org.nxsight.wire.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MessageTextTest {
  private static final String EMPTY_SECTIONS =
      "\n;; ANSWER SECTION:\n\n;; AUTHORITY SECTION:\n\n;; ADDITIONAL SECTION:\n";

  /** {@code A.example. 60 A}, {@code example. 30 NS}, {@code a.EXAMPLE. 5 A}. */
  private static Octets answers() {
    return header(0x8583, 1, 3, 0, 0)
        .name("A.example")
        .u16(1)
        .u16(1)
        .pointer(12)
        .hex("0001 0001 0000003c 0004 c0000201")
        .pointer(14)
        .hex("0002 0001 0000001e 0005 02 6e73 c00e")
        .string("a")
        .name("EXAMPLE")
        .hex("0001 0001 00000005 0004 c0000202");
  }

  @Test
  void writesTheRecordsOfASectionInTheOrderOfTheMessage() {
    assertThat(text(answers()))
        .isEqualTo(
            """
            ;; ->>HEADER<<- opcode: QUERY, rcode: NXDOMAIN, id: 4660
            ;; flags: qr aa rd ra; QUERY: 1, ANSWER: 3, AUTHORITY: 0, ADDITIONAL: 0

            ;; QUESTION SECTION:
            ;A.example. IN A

            ;; ANSWER SECTION:
            A.example. 60 IN A 192.0.2.1
            example. 30 IN NS ns.example.
            a.EXAMPLE. 5 IN A 192.0.2.2

            ;; AUTHORITY SECTION:

            ;; ADDITIONAL SECTION:
            """);
  }

  @Test
  void groupsRrsetsInJsonByNameInAnyCaseWithTheLowestTtl() {
    assertThat(json(answers()))
        .isEqualTo(
            """
            {"header":{"opcode":"QUERY","rcode":"NXDOMAIN","id":4660,"flags":["qr","aa","rd","ra"]},\
            "question":[{"qname":"A.example.","qclass":"IN","qtype":"A"}],\
            "answer":[{"rrname":"A.example.","rrttl":5,"rrclass":"IN","rrtype":"A",\
            "rdata":["192.0.2.1","192.0.2.2"]},\
            {"rrname":"example.","rrttl":30,"rrclass":"IN","rrtype":"NS","rdata":["ns.example."]}],\
            "authority":[],"additional":[]}\
            """);
  }

  @Test
  void writesEdnsAsItsOwnSectionAndLeavesItOutOfTheCounts() {
    Octets message =
        header(0x0120, 1, 0, 0, 1)
            .u8(0)
            .hex("0001 0001")
            .hex("00 0029 1000 00 00 8000 000e 000a0002cafe 000f00040009ff41");
    assertThat(text(message))
        .isEqualTo(
            """
            ;; ->>HEADER<<- opcode: QUERY, rcode: NOERROR, id: 4660
            ;; flags: rd ad; QUERY: 1, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 0

            ;; OPT PSEUDOSECTION:
            ; EDNS: version: 0, flags: do; udp: 4096
            ; OPT=10: ca fe ("..")
            ; EDE: 9 (DNSKEY Missing): (.A)
            ;; QUESTION SECTION:
            ;. IN A
            """
                + EMPTY_SECTIONS);
    assertThat(json(message))
        .isEqualTo(
            """
            {"header":{"opcode":"QUERY","rcode":"NOERROR","id":4660,"flags":["rd","ad"],\
            "opt":{"edns":{"version":0,"flags":["do"],"udp":4096,\
            "options":["OPT=10: ca fe (\\"..\\")","EDE: 9 (DNSKEY Missing): (.A)"]}}},\
            "question":[{"qname":".","qclass":"IN","qtype":"A"}],\
            "answer":[],"authority":[],"additional":[]}\
            """);
  }

  @Test
  void marksAMalformedEdnsOptionAndKeepsTheMessage() {
    Octets message = header(0, 0, 0, 0, 1).hex("00 0029 0200 01 03 0000 0003 000a00");
    assertThat(text(message))
        .contains("; EDNS: version: 3, flags:; udp: 512\n; OPT=10: ### PARSE ERROR ###\n;; QUEST");
  }

  @Test
  void writesTheRcodeOfBadversAsLibwdnsJoinsIt() {
    Octets message = header(0x8000, 0, 0, 0, 1).hex("00 0029 0200 01 00 0000 0000");
    assertThat(text(message)).contains(", rcode: 256, ");
    assertThat(json(message)).contains("\"rcode\":256,").contains("\"options\":[]");
  }

  @Test
  void writesASecondOptRecordInItsSection() {
    String opt = "00 0029 0200 00 00 0000 0000";
    assertThat(text(header(0, 0, 0, 0, 2).hex(opt).hex(opt)))
        .contains("ADDITIONAL: 1")
        .endsWith(";; ADDITIONAL SECTION:\n. 0 CLASS512 OPT\n");
  }

  @Test
  void writesUnknownOpcodesTypesAndClassesAsNumbers() {
    Octets message = header(0x780c, 1, 0, 0, 0).u8(0).u16(65_280).u16(2);
    assertThat(text(message)).contains("opcode: 15, rcode: 12, ").contains(";. CLASS2 TYPE65280\n");
    assertThat(json(message))
        .contains("\"opcode\":15,\"rcode\":12,")
        .contains("{\"qname\":\".\",\"qclass\":\"CLASS2\",\"qtype\":\"TYPE65280\"}");
  }

  @Test
  void writesEmptyRdataOfAKnownTypeWithoutASpace() {
    assertThat(text(header(0, 0, 1, 0, 0).hex("00 0001 0001 00000000 0000")))
        .contains("\n. 0 IN A\n");
    assertThat(text(header(0, 0, 1, 0, 0).hex("00 0001 0003 00000000 0000")))
        .contains("\n. 0 CH A \n");
  }

  @Test
  void escapesQuotesAndBackslashesInJson() {
    Octets message =
        header(0, 1, 1, 0, 0)
            .string("a\"b\\")
            .u8(0)
            .hex("0010 0001 c00c 0010 0001 00000000 0003 02 225c");
    assertThat(json(message))
        .contains("\"qname\":\"a\\\"b\\\\\\\\.\"")
        .contains("\"rdata\":[\"\\\"\\\\\\\"\\\\\\\\\\\"\"]");
  }

  @Test
  void takesAMessageThatEndsBeforeARecordItCounts() {
    assertThat(text(header(0, 1, 5, 0, 0).u8(0).u16(1).u16(1))).contains("QUERY: 1, ANSWER: 0");
  }

  @Test
  void refusesEveryMessageCutInsideARecordAndAppendsNothing() {
    byte[] whole = answers().bytes();
    int refused = 0;
    for (int length = 0; length < whole.length; length++) {
      StringBuilder out = new StringBuilder("before");
      boolean text = MessageText.appendText(out, whole, 0, length);
      boolean json = text || MessageText.appendJson(out, whole, 0, length);
      assertThat(json).isEqualTo(text);
      if (!text) {
        assertThat(out).hasToString("before");
        refused++;
      }
    }
    // Only the cuts behind the header, the question and the first two answers are at an edge.
    assertThat(refused).isEqualTo(whole.length - 4);
  }

  @Test
  void refusesPointersThatDoNotLeadBack() {
    Octets loop = header(0, 1, 0, 0, 0).pointer(12).u16(1).u16(1);
    assertThat(MessageText.appendText(new StringBuilder(), loop.bytes(), 0, loop.size())).isFalse();
  }

  private static Octets header(int flags, int... counts) {
    Octets header = Octets.of().u16(0x1234).u16(flags);
    Arrays.stream(counts).forEach(header::u16);
    return header;
  }

  /** From the middle of an array. */
  private static String text(Octets message) {
    StringBuilder out = new StringBuilder();
    byte[] bytes = Octets.of().hex("ffff").raw(message.bytes()).hex("ff").bytes();
    assertThat(MessageText.appendText(out, bytes, 2, message.size())).isTrue();
    return out.toString();
  }

  private static String json(Octets message) {
    StringBuilder out = new StringBuilder();
    byte[] bytes = Octets.of().hex("ffff").raw(message.bytes()).hex("ff").bytes();
    assertThat(MessageText.appendJson(out, bytes, 2, message.size())).isTrue();
    return out.toString();
  }
}
