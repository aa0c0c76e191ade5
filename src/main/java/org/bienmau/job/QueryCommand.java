package org.bienmau.job;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers SQL. */
@Command(
    name = "query",
    description = {
      "Answer a SQL query over the tables of the last release; without one, list the tables.",
      "Trả lời một câu truy vấn SQL trên các bảng của lần công bố mới nhất."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  jobs/bienmau query",
      "  jobs/bienmau query 'describe gold.trend'",
      "  jobs/bienmau query 'select * from gold.observation' --limit 20 --output csv"
    })
final class QueryCommand implements Runnable {
  private final Surroundings around;

  @Parameters(arity = "0..1", paramLabel = "SQL", description = "A query in Spark's SQL.")
  private String sql;

  @Option(
      names = "--limit",
      paramLabel = "ROWS",
      defaultValue = "10000",
      description = "Print at most so many rows (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Mixin private CommonOptions common;
  @Mixin private OutputOption output;

  QueryCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public void run() {
    if (sql == null) {
      output.print(Query.tables(common.settings(around).settings()), around);
      return;
    }
    ResultTable answer = Query.answer(sql, limit, common.settings(around).settings());
    output.print(answer, around);
    if (answer.rows().size() == limit) {
      around.err().printf("There may be more rows than %d; --limit shows more.%n", limit);
      around.err().flush();
    }
  }
}
