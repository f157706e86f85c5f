package org.nxsight.app;

import java.util.Locale;

/** Lines of the summary: a name, a number, and a remark. */
final class SummaryLines {
  private final StringBuilder out;

  SummaryLines(StringBuilder out) {
    this.out = out;
  }

  /** A number that stands for itself. */
  void line(String name, long count, String remark) {
    out.append(
        String.format(Locale.ROOT, "%-26s %,13d          %s", name, count, remark).stripTrailing());
    out.append('\n');
  }

  /** A number below another one, with its share of the whole. */
  void part(String name, long count, long of, String remark) {
    double share = of == 0 ? 0 : 100.0 * count / of;
    out.append(
        String.format(Locale.ROOT, "  %-24s %,13d  %5.1f %%  %s", name, count, share, remark)
            .stripTrailing());
    out.append('\n');
  }

  /** A number below another one, unless it is 0. */
  void optional(String name, long count, String remark) {
    if (count > 0) {
      out.append(
          String.format(Locale.ROOT, "  %-24s %,13d          %s", name, count, remark)
              .stripTrailing());
      out.append('\n');
    }
  }
}
