package org.nxsight.app.golden;

import static org.nxsight.app.golden.CaptureBuilder.MICROS;
import static org.nxsight.app.golden.CaptureBuilder.MICROSECOND;
import static org.nxsight.app.golden.CaptureBuilder.MILLISECOND;
import static org.nxsight.app.golden.CaptureBuilder.NANOS;
import static org.nxsight.app.golden.CaptureBuilder.PATCHED;
import static org.nxsight.app.golden.GoldenCase.golden;
import static org.nxsight.app.golden.Message.A;

import java.util.List;
import org.nxsight.app.Packing;

/** Capture files of all forms; each holds the same exchange. */
final class FileCases {
  private static final Message QUERY = Message.query("nope.example.", A);
  private static final String ONE_NXDOMAIN = "answered=1 errors=1 nxdomain=1";

  private FileCases() {}

  static List<GoldenCase> all() {
    return List.of(
        form("pcap-micros-big-endian", MICROS, true),
        form("pcap-micros-little-endian", MICROS, false),
        form("pcap-nanos-big-endian", NANOS, true),
        form("pcap-nanos-little-endian", NANOS, false),
        form("pcap-patched-big-endian", PATCHED, true),
        form("pcap-patched-little-endian", PATCHED, false),
        golden(
            "pcap-with-frame-check-sequence",
            "The bits above the link type do not belong to it.",
            exchange(new CaptureBuilder().linkTypeFlags(0x44000000)),
            ONE_NXDOMAIN),
        golden(
            "pcap-without-packets", "A capture may be without packets.", new CaptureBuilder(), ""),
        golden("gzip", "A gzip-compressed capture is read.", exchange(), ONE_NXDOMAIN)
            .packed(Packing.GZIP),
        golden("zstd", "A zstd-compressed capture is read.", exchange(), ONE_NXDOMAIN)
            .packed(Packing.ZSTD),
        golden("standard-input", "The standard input is read.", exchange(), ONE_NXDOMAIN)
            .fromStandardInput(),
        golden("gzip-standard-input", "Compressed as well.", exchange(), ONE_NXDOMAIN)
            .packed(Packing.GZIP)
            .fromStandardInput());
  }

  private static GoldenCase form(String name, int magic, boolean bigEndian) {
    return golden(
        name,
        "Times and lengths are those of " + name + ".",
        exchange(new CaptureBuilder().form(magic, bigEndian)),
        ONE_NXDOMAIN);
  }

  private static CaptureBuilder exchange() {
    return exchange(new CaptureBuilder());
  }

  private static CaptureBuilder exchange(CaptureBuilder capture) {
    return capture
        .at(123 * MILLISECOND + 456 * MICROSECOND + 789)
        .query(QUERY)
        .at(234 * MILLISECOND + 567 * MICROSECOND + 891)
        .response(QUERY.nxdomain("example."));
  }
}
