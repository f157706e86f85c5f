package org.nxsight.app.golden;

import static org.nxsight.app.golden.CaptureBuilder.MILLISECOND;
import static org.nxsight.app.golden.GoldenCase.golden;
import static org.nxsight.app.golden.Message.A;
import static org.nxsight.app.golden.Message.REFUSED;

import java.util.List;

/** Names of all kinds; each keeps its octets from the question to the channel. */
final class NameCases {
  private static final String ONE_NXDOMAIN = "answered=1 errors=1 nxdomain=1";

  private NameCases() {}

  static List<GoldenCase> all() {
    return List.of(
        nxdomain("mixed-case", "A qname keeps its case.", "nOpE.ExAmple."),
        nxdomain("the-root", "The root can be asked for.", "."),
        nxdomain("longest-name", "A qname of 255 octets is one.", longestName()),
        nxdomain("dot-in-a-label", "A dot inside a label is no separator.", "a\\.b.example."),
        nxdomain(
            "quotes-and-backslash",
            "What JSON and master files escape is escaped.",
            "\\034quo\\092ted\\034.example."),
        nxdomain(
            "control-octets",
            "NUL, newline and escape cannot steer the terminal that shows them.",
            "\\000\\010\\013\\027[31m\\127.example."),
        nxdomain("octets-above-ascii", "Octets above 127 are escaped.", "\\195\\188\\255.example."),
        nxdomain("space-in-a-label", "A space is escaped.", "a\\032b.example."),
        golden(
            "two-questions",
            "Several questions are no question: FORMERR and its like pair by the six.",
            new CaptureBuilder()
                .query(Message.query("nope.example.", A).questions(2))
                .at(20 * MILLISECOND)
                .response(Message.query("nope.example.", A).answeredBy(REFUSED).questions(2)),
            "answered=1 errors=1"));
  }

  private static String longestName() {
    String label = "a".repeat(63) + ".";
    return label + label + label + "b".repeat(61) + ".";
  }

  private static GoldenCase nxdomain(String name, String claim, String qname) {
    Message query = Message.query(qname, A);
    return golden(
        name,
        claim,
        new CaptureBuilder().query(query).at(20 * MILLISECOND).response(query.nxdomain("example.")),
        ONE_NXDOMAIN);
  }
}
