package org.nxsight.app.golden;

import static org.nxsight.app.golden.CaptureBuilder.MICROSECOND;
import static org.nxsight.app.golden.CaptureBuilder.MILLISECOND;
import static org.nxsight.app.golden.CaptureBuilder.SECOND;
import static org.nxsight.app.golden.GoldenCase.golden;
import static org.nxsight.app.golden.Message.A;
import static org.nxsight.app.golden.Message.AAAA;
import static org.nxsight.app.golden.Message.FORMERR;
import static org.nxsight.app.golden.Message.NOERROR;
import static org.nxsight.app.golden.Message.NOTIMP;
import static org.nxsight.app.golden.Message.REFUSED;
import static org.nxsight.app.golden.Message.SERVFAIL;

import java.util.List;

/** Which response belongs to which query. */
final class PairingCases {
  private static final Message QUERY = Message.query("nope.example.", A);
  private static final Message ANSWER = QUERY.nxdomain("example.");
  private static final String ONE_NXDOMAIN = "answered=1 errors=1 nxdomain=1";
  private static final String NOT_PAIRED =
      "unanswered=1 unsolicited=1 errors=1 nxdomain_unpaired=1";

  private PairingCases() {}

  static List<GoldenCase> all() {
    return List.of(
        golden("pair", "A response with the nine of a query answers it.", pair(), ONE_NXDOMAIN),
        golden("unanswered", "A query alone is unanswered.", start().query(QUERY), "unanswered=1"),
        golden(
            "unsolicited",
            "A response alone keeps its rcode, and nobody calls its name missing.",
            start().response(ANSWER),
            "unsolicited=1 errors=1 nxdomain_unpaired=1"),
        golden(
            "other-case",
            "A response whose qname differs in case alone answers nothing.",
            start().query(QUERY).response(Message.query("NOPE.example.", A).nxdomain("example.")),
            NOT_PAIRED),
        golden(
            "other-qtype",
            "A response to another qtype answers nothing.",
            start()
                .query(QUERY)
                .response(Message.query("nope.example.", AAAA).nxdomain("example.")),
            NOT_PAIRED),
        golden(
            "other-id",
            "A response with another id answers nothing.",
            start().query(QUERY).response(QUERY.withId(0x4321).nxdomain("example.")),
            NOT_PAIRED),
        golden(
            "other-port",
            "A response to another port answers nothing.",
            start().query(QUERY).via(Route.IPV4.resolverPort(40001)).response(ANSWER),
            NOT_PAIRED),
        golden(
            "other-address",
            "A response from another address answers nothing.",
            start().query(QUERY).via(Route.IPV4.server("c6336436")).response(ANSWER),
            NOT_PAIRED),
        golden(
            "no-question-in-errors",
            "FORMERR, SERVFAIL, NOTIMP and REFUSED without a question answer by the six,"
                + " and the record has the query's qname.",
            withoutQuestions(),
            "answered=4 errors=4"),
        golden(
            "no-question-in-others",
            "A response of another rcode without a question answers nothing.",
            start()
                .query(QUERY)
                .response(QUERY.answeredBy(NOERROR).withoutQuestion())
                .response(QUERY.nxdomain("example.").withoutQuestion()),
            "unanswered=1 unsolicited=2 errors=1 nxdomain_unpaired=1"),
        golden(
            "no-question-and-no-query",
            "An error without a question that nobody asked for keeps its rcode.",
            start().response(QUERY.answeredBy(REFUSED).withoutQuestion()),
            "unsolicited=1 errors=1"),
        golden(
            "retransmitted-query",
            "A further copy of an open query is counted, and there is one exchange.",
            start().query(QUERY).at(SECOND).query(QUERY).at(SECOND + MILLISECOND).response(ANSWER),
            "answered=1 repeated_queries=1 errors=1 nxdomain=1"),
        golden(
            "duplicate-response",
            "A further response to an answered query is an error observed, but no second answer.",
            pair().at(30 * MILLISECOND).response(ANSWER),
            "answered=1 duplicate_responses=1 errors=2 nxdomain=1 nxdomain_unpaired=1"),
        golden(
            "retransmitted-query-answered-twice",
            "Two copies of a query and two of its response are one exchange.",
            start()
                .query(QUERY)
                .query(QUERY)
                .at(20 * MILLISECOND)
                .response(ANSWER)
                .response(ANSWER),
            "answered=1 repeated_queries=1 duplicate_responses=1 errors=2 nxdomain=1"
                + " nxdomain_unpaired=1"),
        golden(
            "response-first",
            "A response captured 100 ms before its query answers it.",
            start().response(ANSWER).at(100 * MILLISECOND).query(QUERY),
            ONE_NXDOMAIN),
        golden(
            "response-far-too-early",
            "A response captured more than 100 ms before its query does not answer it.",
            start().response(ANSWER).at(100 * MILLISECOND + MICROSECOND).query(QUERY),
            NOT_PAIRED),
        golden(
            "no-question-and-response-first",
            "The fallback without a question works for a response that came first.",
            start().response(QUERY.answeredBy(SERVFAIL).withoutQuestion()).at(1000).query(QUERY),
            "answered=1 errors=1"),
        golden("id-reuse", "An id serves again once its query is answered.", idReuse(), twoNames()),
        golden(
            "id-reuse-while-open",
            "Two open queries with one id are told apart by their qname.",
            start()
                .query(QUERY)
                .query(Message.query("other.example.", A))
                .at(20 * MILLISECOND)
                .response(Message.query("other.example.", A).nxdomain("example."))
                .response(ANSWER),
            twoNames()),
        golden(
            "id-reuse-and-response-first",
            "A response that comes before its query is not taken for a copy of the answer that the"
                + " id had before.",
            pair()
                .at(SECOND)
                .response(Message.query("other.example.", A).nxdomain("example."))
                .at(SECOND + MILLISECOND)
                .query(Message.query("other.example.", A)),
            twoNames()),
        golden(
            "just-in-time",
            "A response after 10 s answers.",
            start().query(QUERY).at(10 * SECOND).response(ANSWER),
            ONE_NXDOMAIN),
        golden(
            "too-late",
            "A response after more than 10 s does not.",
            start().query(QUERY).at(10 * SECOND + 1).response(ANSWER),
            NOT_PAIRED),
        golden(
                "query-timeout",
                "--query-timeout sets another time.",
                start().query(QUERY).at(1_500 * MILLISECOND + MICROSECOND).response(ANSWER),
                NOT_PAIRED)
            .options("--query-timeout", "1.5"),
        golden(
                "eviction",
                "With two places for open queries, the oldest of three makes room.",
                threeQueriesThreeAnswers(),
                "answered=2 unanswered=1 unsolicited=1 evicted=1 errors=3 nxdomain=2"
                    + " nxdomain_unpaired=1")
            .options("--max-open-queries", "2"));
  }

  private static String twoNames() {
    return "answered=2 errors=2 nxdomain=2";
  }

  private static CaptureBuilder start() {
    return new CaptureBuilder();
  }

  private static CaptureBuilder pair() {
    return start().query(QUERY).at(20 * MILLISECOND).response(ANSWER);
  }

  private static CaptureBuilder withoutQuestions() {
    CaptureBuilder capture = start();
    for (int rcode : new int[] {FORMERR, SERVFAIL, NOTIMP, REFUSED}) {
      Message query = QUERY.withId(rcode);
      capture.at(rcode * SECOND).query(query);
      capture
          .at(rcode * SECOND + 20 * MILLISECOND)
          .response(query.answeredBy(rcode).withoutQuestion());
    }
    return capture;
  }

  private static CaptureBuilder idReuse() {
    Message other = Message.query("other.example.", A);
    return pair()
        .at(SECOND)
        .query(other)
        .at(SECOND + 20 * MILLISECOND)
        .response(other.nxdomain("example."));
  }

  private static CaptureBuilder threeQueriesThreeAnswers() {
    CaptureBuilder capture = start();
    for (int id = 1; id <= 3; id++) {
      capture.at(id * MILLISECOND).query(QUERY.withId(id));
    }
    for (int id = 1; id <= 3; id++) {
      capture.at((20 + id) * MILLISECOND).response(QUERY.withId(id).nxdomain("example."));
    }
    return capture;
  }
}
