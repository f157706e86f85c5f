package org.nxsight.app.form;

import java.util.List;

/** The columns of a finding, as lines and answers have them. */
public final class FindingColumns {
  /** In their order. */
  public static final List<String> ALL =
      List.of(
          "id",
          "kind",
          "subject",
          "subject_type",
          "severity",
          "confidence",
          "state",
          "mark",
          "count",
          "resolvers",
          "time_first",
          "time_last",
          "opened",
          "updated",
          "sentence",
          "evidence");

  private FindingColumns() {}
}
