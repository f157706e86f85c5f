package org.nxsight.app.golden;

import static org.nxsight.app.golden.CaptureBuilder.MILLISECOND;
import static org.nxsight.app.golden.CaptureBuilder.SECOND;
import static org.nxsight.app.golden.GoldenCase.golden;
import static org.nxsight.app.golden.Message.A;
import static org.nxsight.app.golden.Message.NOERROR;
import static org.nxsight.app.golden.Message.NXDOMAIN;

import java.util.List;
import org.nxsight.app.golden.Route.Checksum;

/** What goes to which channel, and how it is told there. */
final class SplitCases {
  private static final Message QUERY = Message.query("nope.example.", A);

  /** Where "example." starts in a message whose question is QUERY. */
  private static final int EXAMPLE_OFFSET = 12 + 5;

  private static final String ONE_NXDOMAIN = "answered=1 errors=1 nxdomain=1";

  private SplitCases() {}

  static List<GoldenCase> all() {
    return List.of(
        golden(
            "answer",
            "A successful answer is no error.",
            pair(QUERY.answeredBy(NOERROR).a("nope.example.", "c0000299")),
            "answered=1 answers=1"),
        golden(
            "no-data",
            "A name that exists without the type asked for is neither error nor missing.",
            pair(QUERY.answeredBy(NOERROR).soa("example.")),
            "answered=1 answers=1"),
        golden(
            "every-header-rcode",
            "Each rcode but 0 is an error, the reserved ones included.",
            everyHeaderRcode(),
            "answered=16 answers=1 errors=15 nxdomain=1"),
        golden(
            "badvers",
            "An error that only EDNS tells is an error, though its header says NOERROR.",
            pair(QUERY.answeredBy(NOERROR).opt(1)),
            "answered=1 errors=1"),
        golden(
            "extended-nxdomain-bits",
            "Rcode 19 has NXDOMAIN's lower bits and is not NXDOMAIN.",
            pair(QUERY.answeredBy(NXDOMAIN).soa("example.").opt(1)),
            "answered=1 errors=1"),
        golden(
            "soa-none",
            "NXDOMAIN without an SOA is published without soa_rrname.",
            pair(QUERY.answeredBy(NXDOMAIN)),
            ONE_NXDOMAIN),
        golden(
            "soa-foreign",
            "The owner of an SOA that is no ancestor of the qname is published as it came.",
            pair(QUERY.nxdomain("Elsewhere.test.")),
            ONE_NXDOMAIN),
        golden(
            "soa-compressed",
            "A compressed owner is published whole.",
            pair(QUERY.answeredBy(NXDOMAIN).soaAtPointer(EXAMPLE_OFFSET)),
            ONE_NXDOMAIN),
        golden(
            "soa-pointer-to-itself",
            "An owner that points to itself is none.",
            pair(QUERY.answeredBy(NXDOMAIN).soaAtPointer(12 + 14 + 4)),
            ONE_NXDOMAIN),
        golden(
            "soa-of-the-root",
            "The root's SOA names the root.",
            pair(QUERY.nxdomain(".")),
            ONE_NXDOMAIN),
        golden(
            "soa-in-the-answer",
            "An SOA in the answer section does not tell the zone.",
            pair(QUERY.answeredBy(NXDOMAIN).soaAnswer("example.")),
            ONE_NXDOMAIN),
        golden(
            "soa-twice",
            "The first of two SOAs counts.",
            pair(QUERY.nxdomain("example.").soa("second.test.")),
            ONE_NXDOMAIN),
        golden(
            "cname-chain",
            "A chain that ends in a missing name is published under the name that was asked for.",
            pair(
                QUERY
                    .answeredBy(NXDOMAIN)
                    .cname("nope.example.", "alias.example.")
                    .cname("alias.example.", "gone.test.")
                    .soa("test.")),
            ONE_NXDOMAIN),
        golden(
            "cut-record",
            "A response whose last record is cut short keeps its rcode, and is counted.",
            new CaptureBuilder()
                .query(QUERY)
                .at(20 * MILLISECOND)
                .toResolver(QUERY.nxdomain("example.").bytesWithoutLast(3)),
            ONE_NXDOMAIN + " malformed_records=1"),
        golden(
                "unpaired",
                "--unpaired lets NXDOMAIN in that answers no query we saw.",
                new CaptureBuilder().response(QUERY.nxdomain("example.")),
                "unsolicited=1 errors=1 nxdomain=1")
            .options("--unpaired"),
        golden(
                "unpaired-without-question",
                "NXDOMAIN without a question has no name to publish, --unpaired or not.",
                new CaptureBuilder().response(QUERY.nxdomain("example.").withoutQuestion()),
                "unsolicited=1 errors=1 nxdomain_unpaired=1")
            .options("--unpaired"),
        golden(
                "unpaired-duplicate",
                "With --unpaired, a copy of an answer is still no second answer.",
                pair(QUERY.nxdomain("example.")).response(QUERY.nxdomain("example.")),
                "answered=1 duplicate_responses=1 errors=2 nxdomain=1 nxdomain_unpaired=1")
            .options("--unpaired"),
        golden(
            "checksum-absent",
            "A response without a UDP checksum is told ABSENT.",
            checksum(Checksum.ABSENT),
            ONE_NXDOMAIN),
        golden(
            "checksum-incorrect",
            "A response with a wrong UDP checksum counts, and is told INCORRECT.",
            checksum(Checksum.INCORRECT),
            ONE_NXDOMAIN));
  }

  private static CaptureBuilder pair(Message response) {
    return new CaptureBuilder().query(QUERY).at(20 * MILLISECOND).response(response);
  }

  private static CaptureBuilder everyHeaderRcode() {
    CaptureBuilder capture = new CaptureBuilder();
    for (int rcode = 0; rcode < 16; rcode++) {
      Message query = QUERY.withId(rcode);
      capture.at(rcode * SECOND).query(query);
      capture.at(rcode * SECOND + 20 * MILLISECOND).response(query.answeredBy(rcode));
    }
    return capture;
  }

  private static CaptureBuilder checksum(Checksum checksum) {
    return new CaptureBuilder()
        .via(Route.IPV4.checksum(checksum))
        .query(QUERY)
        .at(20 * MILLISECOND)
        .response(QUERY.nxdomain("example."));
  }
}
