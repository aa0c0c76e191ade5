"""Questions of a BI user: Spark's Thrift Server over the registered metastore, asked by beeline."""

import pytest

from conftest import Service, bienmau, free_port, run


@pytest.fixture(scope="module")
def metastore(embedded_lake, tmp_path_factory):
    """A metastore in an embedded Derby in which the lake was registered."""
    folder = tmp_path_factory.mktemp("metastore")
    bienmau("register", "--lake", embedded_lake, "--derby", folder)
    return folder


@pytest.fixture(scope="module")
def ask(metastore, spark_home, delta_jars, tmp_path_factory):
    """Sends statements with beeline to a Thrift Server; rows of what comes back."""
    folder = tmp_path_factory.mktemp("thrift")
    port = free_port()
    database = f"jdbc:derby:;databaseName={metastore / 'derby'};create=false"
    conf = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.warehouse.dir": str(folder / "warehouse"),
        "spark.sql.extensions": "io.delta.sql.DeltaSparkSessionExtension",
        "spark.sql.catalog.spark_catalog": "org.apache.spark.sql.delta.catalog.DeltaCatalog",
        "spark.hadoop.javax.jdo.option.ConnectionURL": database,
    }
    server = Service(
        folder / "thrift-server.log",
        *(spark_home / "bin/spark-submit", "--master", "local[2]", "--driver-memory", "1g"),
        *("--class", "org.apache.spark.sql.hive.thriftserver.HiveThriftServer2"),
        # Not --jars: each session of the server looks for Delta with the driver's own loader.
        *("--driver-class-path", ":".join(delta_jars)),
        *(word for key, value in conf.items() for word in ("--conf", f"{key}={value}")),
        *("spark-internal", "--hiveconf", f"hive.server2.thrift.port={port}"),
        *("--hiveconf", "hive.server2.thrift.bind.host=127.0.0.1"),
        SPARK_HOME=str(spark_home),
    )

    def ask(statement):
        answer = run(
            *(spark_home / "bin/beeline", "-u", f"jdbc:hive2://127.0.0.1:{port}/bienmau"),
            *("-n", "analyst", "--silent=true", "--outputformat=tsv2", "-e", statement),
            SPARK_HOME=str(spark_home),
        )
        lines = [line for line in answer.stdout.splitlines() if line]
        # beeline repeats its prompt before the first line of an answer.
        lines[0] = lines[0].split("> ", 1)[-1]
        rows = [line.split("\t") for line in lines]
        return [dict(zip(rows[0], row)) for row in rows[1:]]

    try:
        server.wait_until(lambda: server.listens(port))
        yield ask
    finally:
        server.stop()


def test_lao_cai_in_march_2024_with_the_growth_that_the_source_printed(ask):
    assert ask(
        "select value, unit, qualifier, printed_change_pct, printed_yoy_pct from v_province_trend"
        " where section_id = 'lao_cai' and period_id = '2024-03' and measure_id = 'trade_value'"
        " and direction = 'total'"
    ) == [
        {
            "value": "197000000.0000",
            "unit": "USD",
            "qualifier": "over",
            "printed_change_pct": "49.4400",
            "printed_yoy_pct": "40.7800",
        }
    ]


def test_lang_son_in_2022_is_export_and_import_of_one_regime(ask):
    rows = ask(
        "select direction, value / 1000000 as million from v_province_trend"
        " where section_id = 'lang_son' and period_id = '2022' and measure_id = 'trade_value'"
        " and regime = 'customs_declared' and goods_id = 'all' order by direction"
    )
    assert {row["direction"]: float(row["million"]) for row in rows} == {
        "export": 940,
        "import": 2160,
        "total": 3100,
    }


def test_a_gates_trucks_a_day(ask):
    rows = ask(
        "select direction, value from v_gate_trucks where gate_id = 'kim_thanh'"
        " and period_id = '2024-03' and measure_id = 'vehicles_per_day' order by direction"
    )
    assert {row["direction"]: float(row["value"]) for row in rows} == {
        "export": 110,
        "import": 160,
        "total": 270,
    }


def test_a_view_describes_its_columns(ask):
    columns = {row["col_name"]: row for row in ask("describe v_province_trend")}
    assert columns["value"]["data_type"].strip() == "decimal(24,4)"
    assert columns["section_id"]["comment"] == "Đoạn biên giới / border section"
    assert all(column["comment"] for column in columns.values())


def test_jdbc_lists_the_columns_of_views_with_their_comments(ask):
    listed = {row["COLUMN_NAME"]: row["REMARKS"] for row in ask("!columns v_province_trend")}
    assert listed["section_id"] == "Đoạn biên giới / border section"
    assert listed["name_vi"] == "Tên tiếng Việt / Vietnamese name"


def test_every_layer_has_its_database(ask):
    databases = {row["namespace"] for row in ask("show databases")}
    assert databases >= {"bienmau", "bienmau_gold", "bienmau_silver", "bienmau_ops", "bienmau_delta"}
    views = {row["tableName"] for row in ask("show tables in bienmau")}
    assert views == {
        "v_completeness",
        "v_concentration",
        "v_disagreements",
        "v_gate_trucks",
        "v_growth_drivers",
        "v_plan",
        "v_province_trend",
        "v_region_year",
    }
