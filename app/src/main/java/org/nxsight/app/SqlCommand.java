package org.nxsight.app;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nxsight.store.tables.RefusedSqlException;
import org.nxsight.store.tables.SqlAnswer;
import org.nxsight.store.tables.SqlQuestions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code nxsight sql}: questions to the store's tables in SQL. */
@Command(
    name = "sql",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Answers one SELECT in DuckDB's SQL over the store's tables, read-only.",
    footer = {
      "",
      "Tables: pdns, pdns_rdata, pdns_dnssec, pdns_unplaced, failures, nodata, with a row for each",
      "file that knows of it; added up: rrsets, failing_names, failing_cuts. DESCRIBE pdns tells the",
      "columns; docs/store.md tells what they mean.",
      "",
      "Example: the zones with the most missing names",
      "  ./nxsight sql \"SELECT cut, names, count FROM failing_cuts WHERE rcode = 'NXDOMAIN' \\",
      "      ORDER BY names DESC LIMIT 10\"",
      "",
      "Exit status: 0 done, 1 failed while working, 2 wrong usage, an incorrect SELECT or unreadable",
      "input."
    })
final class SqlCommand implements Callable<Integer> {
  @Mixin private StoreSettings store = new StoreSettings();
  @Mixin private AnswerForm answerForm = new AnswerForm();

  @Parameters(paramLabel = "SELECT", description = "one statement, as one argument")
  private String sql = "";

  @Override
  public Integer call() throws Complaint {
    AnswerOutput out = new AnswerOutput();
    try (SqlQuestions questions = SqlQuestions.open(store.filled());
        SqlAnswer answer = questions.ask(sql)) {
      List<String> columns = answer.columns();
      SqlForm form = SqlForm.of(answerForm.form(), columns, out);
      for (List<@Nullable Object> row = answer.next();
          row != null && out.isOpen();
          row = answer.next()) {
        form.row(row);
      }
      form.end();
      out.flush();
      return 0;
    } catch (RefusedSqlException e) {
      out.flush();
      throw new Complaint(Complaint.UNUSABLE, Printable.of(String.valueOf(e.getMessage())));
    } catch (IOException e) {
      out.flush();
      throw store.failed(e);
    }
  }
}
