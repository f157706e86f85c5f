package org.nxsight.app.top;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The lines of the view for a terminal of a size. Each is written over what stood there, so that
 * nothing flickers; text from outside cannot steer the terminal.
 */
final class Screen {
  private static final String HOME = "\033[H";
  private static final String REST_OF_LINE = "\033[K";
  private static final String REST_OF_SCREEN = "\033[J";
  private static final String BOLD = "\033[1m";
  private static final String DIM = "\033[2m";
  private static final String PLAIN = "\033[0m";
  private static final int HEAD_LINES = 4;
  private static final int RATE_COLUMNS = 11;
  private static final int GAP = 2;
  private static final int LEAST_FINDINGS = 3;

  private final UnaryOperator<String> printable;

  /**
   * @param printable makes text from outside fit for a terminal
   */
  Screen(UnaryOperator<String> printable) {
    this.printable = printable;
  }

  /**
   * What to write so that the terminal shows it.
   *
   * @param now null before the first state has come
   * @param trouble what is wrong with the connection; empty when nothing is
   */
  String frame(@Nullable NowReading now, Look look, String trouble, int rows, int columns) {
    List<String> lines = new ArrayList<>();
    if (now == null) {
      lines.add(cut(trouble.isEmpty() ? "waiting for the first state" : trouble, columns));
    } else {
      head(lines, now, trouble, columns);
      body(lines, now, look, rows - 1, columns);
    }
    while (lines.size() < rows - 1) {
      lines.add("");
    }
    StringBuilder out = new StringBuilder(HOME);
    for (String line : lines.subList(0, Math.max(0, rows - 1))) {
      out.append(line).append(PLAIN).append(REST_OF_LINE).append("\r\n");
    }
    out.append(DIM).append(cut(foot(look), columns - 1)).append(PLAIN);
    return out.append(REST_OF_LINE).append(REST_OF_SCREEN).toString();
  }

  private void head(List<String> lines, NowReading now, String trouble, int columns) {
    lines.add(
        BOLD
            + cut(
                String.format(
                    Locale.ROOT,
                    "nxsight  %s  %,.0f packets/s  %,d in all  %,d open queries",
                    now.time(),
                    now.packetsPerSecond(),
                    now.number("packets"),
                    now.number("open_queries")),
                columns));
    lines.add(
        cut(
            String.format(
                Locale.ROOT,
                "answered %,d  unanswered %,d  dropped by the kernel %,d  findings open %,d"
                    + "  subscribers %,d, lost %,d",
                now.number("queries_answered"),
                now.number("unanswered"),
                now.number("kernel_drops"),
                now.number("findings_open"),
                now.number("subscribers"),
                now.number("subscribers_lost")),
            columns));
    lines.add(cut(rcodes(now), columns));
    lines.add(trouble.isEmpty() ? "" : BOLD + cut(trouble, columns));
  }

  private static String rcodes(NowReading now) {
    StringBuilder line = new StringBuilder("rcodes/s");
    now.rcodes()
        .forEach(
            (rcode, rate) -> line.append(String.format(Locale.ROOT, "  %s %,.0f", rcode, rate)));
    return line.toString();
  }

  private void body(List<String> lines, NowReading now, Look look, int rows, int columns) {
    int findings = Math.min(now.findings().size() + 1, Math.max(LEAST_FINDINGS, rows / 4));
    int tables = Math.max(0, rows - HEAD_LINES - findings - 1);
    int left = (columns - GAP) / 2;
    List<String> causes = table("causes/s", look.sorted(now.causes()), tables, left);
    List<String> cuts = table("top cuts/s", look.sorted(now.cuts()), tables, columns - GAP - left);
    for (int i = 0; i < tables; i++) {
      String cause = i < causes.size() ? causes.get(i) : "";
      String cutLine = i < cuts.size() ? cuts.get(i) : "";
      String style = i == 0 ? BOLD : "";
      lines.add(style + pad(cause, left) + " ".repeat(GAP) + cutLine);
    }
    lines.add("");
    lines.add(BOLD + cut("last findings", columns));
    now.findings().stream()
        .filter(each -> look.isWanted(each.text()))
        .limit(findings - 1L)
        .forEach(each ->
            lines.add(cut(each.severity().toUpperCase(Locale.ROOT) + " " + each.text(), columns)));
  }

  private List<String> table(
      String title, List<Map.Entry<String, Double>> entries, int rows, int columns) {
    List<String> lines = new ArrayList<>();
    lines.add(cut(title, columns));
    int name = Math.max(1, columns - RATE_COLUMNS);
    for (Map.Entry<String, Double> entry : entries) {
      if (lines.size() == rows) {
        break;
      }
      String rate = String.format(Locale.ROOT, "%," + RATE_COLUMNS + ".1f", entry.getValue());
      lines.add(cut(pad(cut(entry.getKey(), name), name) + rate, columns));
    }
    return lines;
  }

  private static String foot(Look look) {
    if (look.isTyping()) {
      return "filter: " + look.filter() + "_   Enter keeps it, Esc drops it";
    }
    String filter =
        look.filter().isEmpty() ? "" : "  filter '" + look.filter() + "' (Esc drops it)";
    return "q quit  s sort  r reverse  / filter  space "
        + (look.isPaused() ? "goes on" : "pause")
        + "  "
        + look.order()
        + filter;
  }

  /** A character of a terminal's column each, as far as they fit. */
  private String cut(String text, int columns) {
    String safe = ascii(printable.apply(text));
    return safe.length() <= columns
        ? safe
        : columns < 1 ? "" : safe.substring(0, columns - 1) + ">";
  }

  /** What may be wider or narrower than a column is a question mark; names have none of these. */
  private static String ascii(String text) {
    StringBuilder out = new StringBuilder(text);
    for (int i = 0; i < out.length(); i++) {
      if (out.charAt(i) > '~' || out.charAt(i) < ' ') {
        out.setCharAt(i, '?');
      }
    }
    return out.toString();
  }

  private static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - text.length()));
  }
}
