package org.bienmau.gold.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.bienmau.gold.Additivity;
import org.bienmau.reference.Section;
import org.bienmau.table.Table;
import org.bienmau.testing.Cube;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * DuckDB recomputes growth, contributions, concentration and inequality from the same cube, in SQL
 * that knows nothing of ours: a random cube of three sections, four goods, both directions and two
 * years, in which a third of the finest cells is nothing.
 */
@ExtendWith(SparkExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SameInDuckDbTest {
  private static final List<String> ADDS = List.of("trade_value");
  private static final Additivity ADDITIVITY = new Additivity(ADDS, ADDS, ADDS);
  private static final Parts PARTS =
      new Parts(
          new GoodsTree(
              Map.of("fruit", "all", "coal", "all", "coke", "all", "rice", "all"), Set.of()),
          Perimeter.of(List.of()),
          Set.of("border"));
  private static final Spread SPREAD =
      new Spread(
          List.of(
              new Section("west", 1, "w", "w", new BigDecimal("200"), "yunnan", "page", ""),
              new Section("middle", 2, "m", "m", new BigDecimal("300"), "guangxi", "page", ""),
              new Section("east", 3, "e", "e", new BigDecimal("250"), "guangxi", "page", "")),
          Set.of("border"));

  private final Rows rows;
  private final Dataset<Row> cube;
  private final Map<String, Long> cells = new TreeMap<>();
  private Connection duckdb;

  SameInDuckDbTest(SparkSession spark) {
    this.rows = new Rows(spark);
    Random random = new Random(42);
    for (String place : List.of("west", "middle", "east")) {
      for (String goods : List.of("fruit", "coal", "coke", "rice")) {
        for (String direction : List.of("export", "import")) {
          for (String year : List.of("2023", "2024")) {
            if (random.nextInt(3) > 0) {
              add(place, goods, direction, year, 1 + random.nextInt(5_000_000));
            }
          }
        }
      }
    }
    StringBuilder text =
        new StringBuilder(
            "origin | scope_type | scope_id | section_id | goods_id | direction | period_id | value\n");
    cells.forEach(
        (key, value) -> {
          String[] of = key.split("/");
          boolean border = of[0].equals("border");
          text.append(
              "computed | %s | %s | %s | %s | %s | %s | %d%n"
                  .formatted(
                      border ? "area" : "section",
                      of[0],
                      border ? "" : of[0],
                      of[1],
                      of[2],
                      of[3],
                      value));
        });
    this.cube = new Cube(spark).of(text.toString());
  }

  /** Adds a value to its own cell and to all that hold it. */
  private void add(String place, String goods, String direction, String year, long value) {
    for (String where : List.of(place, "border")) {
      for (String what : List.of(goods, "all")) {
        for (String way : List.of(direction, "total")) {
          cells.merge(String.join("/", where, what, way, year), value, Long::sum);
        }
      }
    }
  }

  @BeforeAll
  void load() throws SQLException {
    duckdb = DriverManager.getConnection("jdbc:duckdb:");
    run("create table cube (place text, goods text, direction text, y text, value decimal(18,4))");
    StringBuilder values = new StringBuilder("insert into cube values ");
    cells.forEach(
        (key, value) -> {
          String[] of = key.split("/");
          values.append(
              "('%s', '%s', '%s', '%s', %d),".formatted(of[0], of[1], of[2], of[3], value));
        });
    run(values.substring(0, values.length() - 1));
    run("create table section (place text, faces text, km double)");
    run(
        "insert into section values ('west','yunnan',200),('middle','guangxi',300),('east','guangxi',250)");
    run(
        """
        create view part as
        select 'sections' kind, 'border' place, goods, direction, place part, y, value
          from cube where place <> 'border'
        union all
        select 'goods', place, 'all', direction, goods, y, value from cube where goods <> 'all'
        union all
        select 'directions', place, goods, 'total', direction, y, value
          from cube where direction <> 'total' and goods = 'all'
        """);
  }

  @AfterAll
  void close() throws SQLException {
    duckdb.close();
  }

  @Test
  void growth_and_contributions_agree() throws SQLException {
    Map<String, Double> theirs =
        ask(
            """
            with pair as (
              select kind, place, goods, direction, part,
                coalesce(sum(value) filter (y = '2024'), 0) v1,
                coalesce(sum(value) filter (y = '2023'), 0) v0
              from part group by all),
            whole as (
              select place, goods, direction,
                sum(value) filter (y = '2024') w1, sum(value) filter (y = '2023') w0
              from cube group by all having w1 is not null and w0 > 0),
            result as (select * from pair join whole using (place, goods, direction))
            select concat_ws('/', kind, place, goods, direction, part, 'points'), 100 * (v1 - v0) / w0 from result
            union all
            select concat_ws('/', kind, place, goods, direction, part, 'growth'), 100 * (v1 - v0) / v0 from result where v0 > 0
            union all
            select distinct concat_ws('/', kind, place, goods, direction, 'whole'), 100 * (w1 - w0) / w0 from result
            """);
    Map<String, Double> ours = new HashMap<>();
    for (Row row :
        new Decompositions(PARTS, ADDITIVITY)
            .of(cube, Contributions::rows, encoder(GrowthContribution.TABLE, "part_id"))
            .filter("period_id = '2024' and whole_growth_pct is not null")
            .collectAsList()) {
      String whole = wholeOf(row);
      String part = whole + "/" + row.getAs("part_id");
      put(ours, whole + "/whole", row.getAs("whole_growth_pct"));
      put(ours, part + "/points", row.getAs("contribution_points"));
      put(ours, part + "/growth", row.getAs("growth_pct"));
    }

    assertThat(ours).hasSizeGreaterThan(150);
    assertAgree(ours, theirs, 0.000_1);
  }

  @Test
  void concentration_agrees() throws SQLException {
    Map<String, Double> theirs =
        ask(
            """
            with share as (
              select kind, place, goods, direction, y, value / sum(value) over (partition by kind, place, goods, direction, y) s
              from part)
            select concat_ws('/', kind, place, goods, direction, y, 'hhi'), sum(s * s) from share group by all
            union all
            select concat_ws('/', kind, place, goods, direction, y, 'entropy'), -sum(s * ln(s)) from share group by kind, place, goods, direction, y
            union all
            select concat_ws('/', kind, place, goods, direction, y, 'top'), 100 * max(s) from share group by kind, place, goods, direction, y
            """);
    Map<String, Double> ours = new HashMap<>();
    for (Row row :
        new Decompositions(PARTS, ADDITIVITY)
            .of(cube, Concentration::rows, encoder(Concentration.TABLE, "top_part_id"))
            .collectAsList()) {
      String whole = wholeOf(row) + "/" + row.getAs("period_id");
      put(ours, whole + "/hhi", row.getAs("hhi"));
      put(ours, whole + "/entropy", row.getAs("entropy"));
      put(ours, whole + "/top", row.getAs("top_share_pct"));
    }

    assertThat(ours).hasSizeGreaterThan(150);
    assertAgree(ours, theirs, 0.000_1);
  }

  @Test
  void inequality_agrees() throws SQLException {
    Map<String, Double> theirs =
        ask(
            """
            with cell as (
              select goods, direction, y, place, faces, km, coalesce(value, 0) v
              from (select distinct goods, direction, y from cube) cross join section
              left join cube using (goods, direction, y, place)),
            shared as (
              select *, v / sum(v) over w s, km / sum(km) over w k,
                sum(v) over g / sum(v) over w gs, sum(km) over g / sum(km) over w gk
              from cell
              window w as (partition by goods, direction, y), g as (partition by goods, direction, y, faces))
            select concat_ws('/', goods, direction, y, 'theil'), sum(case when s > 0 then s * ln(s / k) else 0 end) from shared group by all
            union all
            select concat_ws('/', goods, direction, y, 'between'), sum(case when s > 0 then s * ln(gs / gk) else 0 end) from shared group by goods, direction, y
            """);
    Map<String, Double> ours = new HashMap<>();
    for (Row row :
        Inequality.compute(
                cube, ADDITIVITY, SPREAD, new Detail("all"), encoder(Inequality.TABLE, "group_id"))
            .filter("weights = 'border_km' and grouping = 'apart' and group_id = 'all'")
            .collectAsList()) {
      String cell =
          String.join("/", row.getAs("goods_id"), row.getAs("direction"), row.getAs("period_id"));
      put(ours, cell + "/theil", row.getAs("theil"));
      put(ours, cell + "/between", row.getAs("between_groups"));
    }

    assertThat(ours).hasSizeGreaterThan(40);
    assertAgree(ours, theirs, 0.000_000_1);
  }

  private static void assertAgree(
      Map<String, Double> ours, Map<String, Double> theirs, double tolerance) {
    assertThat(ours.keySet()).containsExactlyInAnyOrderElementsOf(theirs.keySet());
    ours.forEach(
        (key, value) -> assertThat(value).as(key).isCloseTo(theirs.get(key), within(tolerance)));
  }

  private static String wholeOf(Row row) {
    return String.join(
        "/",
        row.getAs("decomposition"),
        row.getAs("scope_id"),
        row.getAs("goods_id"),
        row.getAs("direction"));
  }

  private static void put(Map<String, Double> values, String key, BigDecimal value) {
    if (value != null) {
      values.put(key, value.doubleValue());
    }
  }

  private Encoder<Row> encoder(Table table, String anyColumn) {
    return rows.of(table, anyColumn + "\nany").encoder();
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = duckdb.createStatement()) {
      statement.execute(sql);
    }
  }

  private Map<String, Double> ask(String sql) throws SQLException {
    Map<String, Double> answers = new HashMap<>();
    try (Statement statement = duckdb.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      while (found.next()) {
        answers.put(found.getString(1), found.getDouble(2));
      }
    }
    return answers;
  }
}
