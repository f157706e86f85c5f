package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlCommandTest {
  private static final long NOON = 1_793_534_400; // 2026-11-01 12:00:00

  @TempDir private static Path data;

  @BeforeAll
  static void writeStore() throws Exception {
    new SmallStore(data)
        .address("www.example.com.", "example.com.", "192.0.2.1", NOON, NOON + 60)
        .failure("a.example.com.", "A", "NXDOMAIN", "example.com.", "192.0.2.5", 4, NOON, NOON, 1)
        .flood("example.com.", 90, NOON, NOON + 59, 20, "x1.example.com.")
        .write();
  }

  private static Path file() throws Exception {
    try (var files = Files.walk(data.resolve("store/pdns"))) {
      return files.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
  }

  @Test
  void printsATable() {
    assertThat(Asked.of(data, "sql", "SELECT cut, rcode, names, count FROM failing_cuts").out())
        .isEqualTo(
            """
            cut           rcode     names  count
            ------------  --------  -----  -----
            example.com.  NXDOMAIN  21     94
            """);
  }

  @Test
  void escapesWhatCouldSteerATerminal() {
    String hostile = "SELECT chr(27) || '[2J' AS \"a\u001bb\"";
    assertThat(Asked.of(data, "sql", hostile).out()).isEqualTo("a\\x1bb\n-------\n\\x1b[2J\n");
    assertThat(Asked.of(data, "sql", "--json", hostile).out())
        .isEqualTo("{\"a\\u001bb\":\"\\u001b[2J\"}\n");
  }

  @Test
  void printsEveryKindOfValueAsJson() {
    String all =
        "SELECT NULL n, 1::HUGEINT h, 1.5::DECIMAL(4,2) d, 'NaN'::DOUBLE nan, true t, [1, NULL] l,"
            + " {'a': [1], 'b': 'x'} s, MAP {'k': 1} m, DATE '2026-11-01' AS day,"
            + " TIMESTAMP '2026-11-01 12:00:00.5' AS time, '\\x00\\xFF'::BLOB b";
    assertThat(Asked.of(data, "sql", "--json", all).out())
        .isEqualTo(
            "{\"n\":null,\"h\":1,\"d\":1.50,\"nan\":null,\"t\":true,\"l\":[1,null],"
                + "\"s\":{\"a\":[1],\"b\":\"x\"},\"m\":{\"k\":1},\"day\":\"2026-11-01\","
                + "\"time\":\"2026-11-01 12:00:00.5\",\"b\":\"00ff\"}\n");
  }

  @Test
  void quotesFieldsOfCsv() {
    assertThat(Asked.of(data, "sql", "--csv", "SELECT 'a,\"b' AS x, NULL AS y, 'c\nd' AS z").out())
        .isEqualTo("x,y,z\r\n\"a,\"\"b\",,\"c\nd\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY (SELECT 1) TO 'FILE' (USE_TMP_FILE false)",
        "WITH a AS (COPY (SELECT 1) TO 'FILE' (USE_TMP_FILE false)) SELECT 1",
        "with a as materialized (copy (select 1) to 'FILE') from a",
        "SELECT * FROM query('WITH a AS (COPY (SELECT 1) TO ''FILE'') SELECT 1')",
        "SELECT * FROM \"QUERY\"('SELECT 1')",
        "SELECT 1; COPY (SELECT 1) TO 'FILE' (USE_TMP_FILE false)",
        "COPY (SELECT 1) TO 'DIR/x.csv'",
        "WITH a AS (INSERT INTO nodata SELECT * FROM nodata) SELECT 1",
        "CREATE TABLE t AS SELECT 1",
        "DROP VIEW pdns",
        "ATTACH 'DIR/x.db'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET lock_configuration = false",
        "SET enable_external_access = true",
        "PRAGMA database_list",
        "CALL enable_logging(storage_path = 'DIR/log')",
        "EXPORT DATABASE 'DIR/export'",
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM '/etc/passwd'",
        "SELECT * FROM glob('/etc/*')",
        "SELECT * FROM sniff_csv('/etc/passwd')",
        "SELECT * FROM read_parquet('https://example.com/x.parquet')",
        "SELEC",
        "SELECT * FROM nowhere",
        "",
        ";"
      })
  void refusesWhateverIsNotAQuestionToTheStore(String sql) throws Exception {
    byte[] before = Files.readAllBytes(file());
    String aimed = sql.replace("FILE", file().toString()).replace("DIR", data.toString());
    Program.Outcome outcome = Asked.of(data, "sql", aimed);
    assertThat(outcome.status()).isEqualTo(Complaint.UNUSABLE);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines()).hasSize(1);
    assertThat(outcome.err()).startsWith("nxsight: ").doesNotContain("Exception");
    assertThat(Files.readAllBytes(file())).isEqualTo(before);
    try (var entries = Files.list(data)) {
      assertThat(entries).containsExactly(data.resolve("store"));
    }
  }

  @Test
  void mayTalkAboutCopyingInAString() {
    assertThat(Asked.of(data, "sql", "SELECT '\"type\":\"COPY_QUERY_NODE\"' AS x").status())
        .isZero();
  }

  @Test
  void describesTables() {
    assertThat(Asked.of(data, "sql", "DESCRIBE rrsets").out()).contains("time_last    TIMESTAMP");
  }

  @Test
  void endsInGoodOrderWhenNobodyReads() throws Exception {
    Program.Outcome outcome =
        Program.inShell(
            "\"$@\" | head -n 3",
            "sql",
            "--data",
            data.toString(),
            "--csv",
            "SELECT * FROM range(3000000)");
    assertThat(outcome.out().lines()).hasSize(3);
    assertThat(outcome.err()).isEmpty();
  }
}
