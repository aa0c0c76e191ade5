"""The same jar, submitted with a real Spark's spark-submit to a standalone cluster."""

import json
import urllib.request

import pytest

import lake as lakes
from conftest import RECEIVED_AT, Service, bienmau, free_port


@pytest.fixture(scope="module")
def cluster(spark_home, tmp_path_factory):
    """A standalone master with one worker of two cores, on loopback."""
    folder = tmp_path_factory.mktemp("cluster")
    spark_class = spark_home / "bin/spark-class"
    port, pages, worker_pages = free_port(), free_port(), free_port()
    master = Service(
        folder / "master.log",
        *(spark_class, "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1"),
        *("--port", port, "--webui-port", pages),
        SPARK_HOME=str(spark_home),
    )
    started = [master]
    try:
        master.wait_until(lambda: master.listens(port) and master.listens(pages))
        worker = Service(
            folder / "worker.log",
            *(spark_class, "org.apache.spark.deploy.worker.Worker", "--host", "127.0.0.1"),
            *("--webui-port", worker_pages, "--cores", 2, "--memory", "2g"),
            *("--work-dir", folder / "work", f"spark://127.0.0.1:{port}"),
            SPARK_HOME=str(spark_home),
        )
        started.append(worker)
        worker.wait_until(lambda: state(pages)["aliveworkers"] == 1)
        yield f"spark://127.0.0.1:{port}", pages
    finally:
        for service in reversed(started):
            service.stop()


def state(pages):
    with urllib.request.urlopen(f"http://127.0.0.1:{pages}/json/", timeout=10) as answer:
        return json.load(answer)


def submit(master, spark_home, lake):
    # Spark's defaults are for larger clusters: hundreds of tasks for kilobytes.
    small = ["spark.sql.shuffle.partitions=4", "spark.databricks.delta.snapshotPartitions=2"]
    bienmau(
        *("--master", master),
        *(word for setting in small for word in ("--conf", setting)),
        *("run", "--lake", lake),
        SPARK_HOME=str(spark_home),
        BIENMAU_INGEST_RECEIVED_AT=RECEIVED_AT,
    )


@pytest.fixture(scope="module")
def submitted_lake(cluster, spark_home, tmp_path_factory):
    """A lake that the cluster made."""
    master, _ = cluster
    lake = tmp_path_factory.mktemp("submitted") / "lake"
    submit(master, spark_home, lake)
    return lake


def test_the_work_was_done_by_the_worker(cluster, submitted_lake):
    _, pages = cluster
    finished = [app["name"] for app in state(pages)["completedapps"]]
    assert finished == ["bienmau run"]


def test_the_cluster_makes_the_same_release_cell_for_cell(embedded_lake, submitted_lake):
    embedded = lakes.released(embedded_lake)
    submitted = lakes.released(submitted_lake)

    assert lakes.differences(embedded, submitted) == []
    assert len(embedded["gold.observation"].rows) > 100


def test_a_second_run_on_the_cluster_commits_nothing(cluster, spark_home, submitted_lake):
    master, _ = cluster
    before = commits(submitted_lake)
    submit(master, spark_home, submitted_lake)
    assert commits(submitted_lake) == before


def commits(lake):
    return sorted(str(file.relative_to(lake)) for file in lake.glob("*/*/_delta_log/*.json"))
