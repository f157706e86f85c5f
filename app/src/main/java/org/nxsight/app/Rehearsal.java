package org.nxsight.app;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A run and questions in one process, from which the build learns which classes start fast. */
public final class Rehearsal {
  private static final String RRSET =
      "{\"rrname\":\"a.example.\",\"rrtype\":\"A\",\"rdata\":[\"192.0.2.1\"],"
          + "\"bailiwick\":\"example.\",\"count\":1,\"time_first\":1,\"time_last\":2}\n";

  private Rehearsal() {}

  /**
   * Rehearses.
   *
   * @param arguments a directory that is not there yet, then captures
   */
  public static void main(String[] arguments) {
    String data = arguments[0];
    List<String> run = new ArrayList<>(List.of("run", "-o", data));
    run.addAll(Arrays.asList(arguments).subList(1, arguments.length));
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    System.setIn(new ByteArrayInputStream(RRSET.getBytes(StandardCharsets.UTF_8)));
    int status = Main.execute(run.toArray(String[]::new));
    status += Main.execute("--help");
    status += Main.execute("run", "--help");
    // Classes count once they are linked: without a wrong command line none of picocli's does.
    status += Main.execute("explain") == Complaint.UNUSABLE ? 0 : 1;
    status += Main.execute("explain", "gogle.com", "--soa", "com", "--json");
    status += Main.execute("explain", "4.3.2.1.zen.spamhaus.org", "--qtype", "A");
    status += Main.execute("pdns", "--data", data, "--import", "-");
    status += Main.execute("pdns", "--data", data, "a.example", "--json");
    status += Main.execute("pdns", "--data", data, "192.0.2.0/24");
    status += Main.execute("failures", "--data", data, "b.example");
    status += Main.execute("failures", "--data", data, "*.example", "--csv");
    status += Main.execute("findings", "--data", data);
    status += Main.execute("sql", "--data", data, "SELECT * FROM rrsets");
    System.exit(status);
  }
}
