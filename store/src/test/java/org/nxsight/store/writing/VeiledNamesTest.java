package org.nxsight.store.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.channels.answers.Name;
import org.nxsight.store.Dataset;
import org.nxsight.store.manifest.StoreDirectory;
import org.nxsight.store.writing.Exchanges.Failure;
import org.nxsight.wire.dns.NameText;

/** Keys of lists' customers and local parts of mail addresses are kept nowhere in the store. */
class VeiledNamesTest {
  private static final long START = 1_795_493_400_000_000_000L;
  private static final String KEY = "abcdefghijklmnopqrstuvwxyz";

  @TempDir private Path store = Path.of(".");

  @ParameterizedTest
  @CsvSource({
    "4.3.2.1.KEY.zen.dq.spamhaus.net., 4.3.2.1.*.zen.dq.spamhaus.net.",
    "KEY.zen.dq.spamhaus.net., *.zen.dq.spamhaus.net.",
    "2.KEY.zen.dq.spamhaus.net., *.zen.dq.spamhaus.net.",
    "example.com.KEY.dbl.dq.spamhaus.net., example.com.*.dbl.dq.spamhaus.net.",
    "4.3.2.1.zen.spamhaus.org., 4.3.2.1.zen.spamhaus.org.",
    "zen.dq.spamhaus.net., zen.dq.spamhaus.net.",
    "KEY.example.com., KEY.example.com.",
    "., .",
  })
  void veilsWhatIsNobodysBusiness(String name, String kept) {
    Name given = Sets.name(name.replace("KEY", KEY));
    byte[] wire = given.wire().bytes().clone();
    int octets = new VeiledNames().veil(wire, 0, wire.length);
    StringBuilder text = new StringBuilder();
    NameText.append(text, wire, 0, octets);
    assertThat(text).hasToString(kept.replace("KEY", KEY));
  }

  @Test
  void keepsNoKeyInFailuresTalliesAndRrsets() throws Exception {
    String zone = KEY + ".zen.dq.spamhaus.net.";
    try (StoreDirectory directory = StoreDirectory.open(store);
        StoreWriter writer = new StoreWriter(directory, null, StoreWriter.MAX_OCTETS)) {
      for (String qname : List.of("4.3.2.1." + zone, "5.3.2.1." + zone, zone)) {
        new Exchanges()
            .add(Failure.nxdomain(qname, zone, START))
            .each(exchange -> writer.onFailure(exchange, Cause.DNSBL_NOT_LISTED));
      }
      writer.onRrset(
          Dataset.PDNS, Sets.addresses("2.0.0.127." + zone, zone, 1, START, START, "127.0.0.2"));
      writer.seal();
      writer.commit();
    }
    assertThat(
            StoredRows.of(
                store,
                Dataset.FAILURES,
                "SELECT qname, soa_rrname, cut, sum(count)::BIGINT FROM FILES GROUP BY ALL ORDER BY"
                    + " ALL"))
        .containsExactly(
            "*.zen.dq.spamhaus.net.|*.zen.dq.spamhaus.net.|*.zen.dq.spamhaus.net.|1",
            "4.3.2.1.*.zen.dq.spamhaus.net.|*.zen.dq.spamhaus.net.|*.zen.dq.spamhaus.net.|1",
            "5.3.2.1.*.zen.dq.spamhaus.net.|*.zen.dq.spamhaus.net.|*.zen.dq.spamhaus.net.|1");
    for (Dataset dataset : Dataset.values()) {
      assertThat(
              StoredRows.of(
                  store,
                  dataset,
                  "SELECT * FROM FILES t WHERE contains(t::VARCHAR, '" + KEY + "')"))
          .as(dataset.toString())
          .isEmpty();
    }
    assertThat(StoredRows.of(store, Dataset.PDNS, "SELECT rrname, bailiwick FROM FILES"))
        .containsExactly("2.0.0.127.*.zen.dq.spamhaus.net.|*.zen.dq.spamhaus.net.");
  }
}
