package org.nxsight.wire.dns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** Compares with dnsjava the types that both write the same way. */
class RdataTextDnsjavaTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          A          | 198.51.100.7
          NS         | ns1.example.net.
          CNAME      | a.b.c.example.
          DNAME      | example.org.
          PTR        | host.example.
          MX         | 65535 mx.example.
          SOA        | ns.example. root.example. 2147483648 7200 3600 604800 300
          SRV        | 10 60 5060 sip.example.com.
          TXT        | "v=spf1 include:_spf.example.com ~all" "second \\"part\\""
          HINFO      | "Intel" "Plan 9"
          RP         | mbox.example. txt.example.
          MINFO      | r.example. e.example.
          KX         | 10 kx.example.
          AFSDB      | 2 afs.example.
          NAPTR      | 100 50 "s" "http+N2L+N2C+N2R" "" www.example.com.
          URI        | 10 1 "https://www.example.com/path"
          DS         | 60485 5 1 2BB183AF5F22588179A53B0A98631FAD1A292118
          TLSA       | 3 1 1 8CB0FC6C527506A053F4F14C8464BEBBD6DEDE2738D11468DD953D7D6A3021F1
          NSEC       | host.example.com. A MX RRSIG NSEC CAA
          NSEC3PARAM | 1 0 12 -
          """)
  void writesWhatDnsjavaWrites(String type, String text) throws Exception {
    Name owner = Name.fromString("owner.example.");
    Record record = Record.fromString(owner, Type.value(type), DClass.IN, 60, text, Name.root);
    byte[] rdata = record.rdataToWireCanonical();
    StringBuilder out = new StringBuilder();
    int number = RecordTypes.number(type);
    assertThat(RdataText.append(out, rdata, 0, rdata.length, number, DClass.IN)).isTrue();
    assertThat(out).hasToString(record.rdataToString());
  }
}
