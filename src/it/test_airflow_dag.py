"""The monthly DAG in a real Airflow, its tasks submitted to a local Spark."""

import json
import os

import pytest

import lake as lakes
from conftest import HOME, RECEIVED_AT, run

AIRFLOW = HOME / "target/venv-airflow/bin"
STEPS = ["ingest", "build", "check", "report"]
# After the last figure that the project carries became known.
LOGICAL_DATE = "2026-12-20T06:00:00+07:00"
# The DAG takes the figures from the job jar, a run in the project's folder from there.
WHERE_THE_FILE_LAY = {"ops.ingested_file.path", "ops.ingested_file.modified_at"}


@pytest.fixture(scope="module")
def airflow(tmp_path_factory, spark_home, job_jar, delta_jars):
    """Runs Airflow's own Python with a new metadata database and the project's DAG folder."""
    assert (AIRFLOW / "airflow").exists(), "There is no Airflow. Run .ci/environments first."
    home = tmp_path_factory.mktemp("airflow")
    settings = {
        "AIRFLOW_HOME": str(home),
        "AIRFLOW__CORE__DAGS_FOLDER": str(HOME / "jobs/airflow"),
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": f"sqlite:///{home}/airflow.db",
        "AIRFLOW_CONN_SPARK_DEFAULT": json.dumps({"conn_type": "spark", "host": "local[2]"}),
        "AIRFLOW_VAR_BIENMAU_JAR": str(job_jar),
        "AIRFLOW_VAR_BIENMAU_DELTA_JARS": ",".join(delta_jars),
        "BIENMAU_INGEST_RECEIVED_AT": RECEIVED_AT,
        "SPARK_HOME": str(spark_home),
        "PATH": f"{spark_home / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    run(AIRFLOW / "airflow", "db", "migrate", **settings)

    def start(*command, **more):
        return run(AIRFLOW / "python", *command, **(settings | more))

    return start


def outcome(airflow, lake, **more):
    """Runs the DAG once; state and tries of each task."""
    done = airflow(
        HOME / "src/it/airflow_run.py",
        "bienmau_monthly",
        LOGICAL_DATE,
        AIRFLOW_VAR_BIENMAU_LAKE=str(lake),
        **more,
    )
    return json.loads(done.stdout.splitlines()[-1]), done.stdout


def test_the_dag_ingests_builds_checks_and_reports(airflow, embedded_lake, tmp_path):
    lake = tmp_path / "lake"
    told, log = outcome(airflow, lake)

    states = {step: task["state"] for step, task in told["tasks"].items()}
    assert states == dict.fromkeys(STEPS, "success"), log[-6000:]
    assert (lake / "report/index.html").stat().st_size > 0
    embedded, scheduled = (
        lakes.released(made, without=WHERE_THE_FILE_LAY) for made in (embedded_lake, lake)
    )
    assert lakes.differences(embedded, scheduled) == []


def test_a_refused_input_fails_its_step_once_and_stops_the_others(airflow, tmp_path):
    bad = tmp_path / "figures.csv"
    bad.write_text("not,the,columns\n1,2,3\n")
    told, log = outcome(airflow, tmp_path / "lake", AIRFLOW_VAR_BIENMAU_INPUT=str(bad))

    tasks = told["tasks"]
    assert told["run"] == "failed"
    assert tasks["ingest"]["state"] == "failed", log[-6000:]
    assert tasks["ingest"]["try_number"] == 1
    assert tasks["ingest"]["max_tries"] == 3
    assert [tasks[step]["state"] for step in STEPS[1:]] == ["upstream_failed"] * 3
    assert "exit code 4: input refused" in log


def test_only_what_may_pass_by_itself_is_tried_again(airflow):
    codes = [1, 2, 3, 4, 5, 6, 7, 70, 137, 143]
    told = airflow(
        "-c",
        "import json, sys\n"
        f"sys.path.insert(0, {str(HOME / 'jobs/airflow')!r})\n"
        "from bienmau_monthly import RetryWhereItCanHelp\n"
        "def action(code):\n"
        "    failure = Exception(f'Cannot execute: spark-submit. Error code is: {code}.')\n"
        "    return RetryWhereItCanHelp().evaluate(failure, 1, 3).action.value\n"
        f"print(json.dumps([action(code) for code in {codes}]))\n",
    )
    actions = dict(zip(codes, json.loads(told.stdout.splitlines()[-1])))
    assert {code for code, action in actions.items() if action == "fail"} == {2, 3, 4, 5, 70}
    assert {code for code, action in actions.items() if action == "default"} == {1, 6, 7, 137, 143}
