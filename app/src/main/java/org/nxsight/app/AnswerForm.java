package org.nxsight.app;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How an answer is written: for a person, unless a program's form is asked for. */
final class AnswerForm {
  @ArgGroup private Choice choice = new Choice();

  /** One of them. */
  private static final class Choice {
    @Option(names = "--json", description = "writes a JSON object a line")
    private boolean json;

    @Option(names = "--csv", description = "writes CSV with a header line (RFC 4180)")
    private boolean csv;
  }

  /** The forms. */
  enum Form {
    TEXT,
    JSON,
    CSV
  }

  Form form() {
    return choice.json ? Form.JSON : choice.csv ? Form.CSV : Form.TEXT;
  }
}
