"""The monthly run of Bienmau: ingest, build, check, report.

Needs Airflow 3.3 or later and apache-airflow-providers-apache-spark; `spark-submit` of the
cluster's Spark must be on the PATH of the workers.
"""

import re
from datetime import timedelta

import pendulum
from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator
from airflow.sdk import DAG, RetryDecision, RetryPolicy

DOC = """
### Bienmau, once a month

Takes in the files that arrived, builds the gold tables, checks the published release and writes
the report. Each step is one `spark-submit` of the job jar; what it did stands in `ops.run`.

**The date.** Every step gets the run's logical date (local day in Asia/Ho_Chi_Minh) as `--as-of`:
only what was known on that day counts. A run repeated later gives the same answer. No step asks
for "today".

**Set up once**

| what | kind | value |
| --- | --- | --- |
| `spark_default` | connection | type Spark; host: the master, e.g. `spark://master:7077`, `yarn`, `local[2]` |
| `bienmau_jar` | variable | path of the job jar built for the cluster's Spark |
| `bienmau_lake` | variable | where the Delta tables live |
| `bienmau_input` | variable, optional | file, folder or glob to take in; without it: the figures that the jar carries |
| `bienmau_delta_jars` | variable, optional | Delta's jars, joined by commas, where the cluster does not bring them |

**When a step fails.** It is tried again only where that can help: another run holds the lake (6),
storage or cluster trouble (7), or Spark itself went away. Wrong usage (2), wrong settings (3),
refused input (4), a broken check (5) and a bug (70) fail at once: somebody has to look. The last
good release stays readable in every case.

**Backfill.** `airflow backfill create --dag-id bienmau_monthly --from-date … --to-date …`; runs
never overlap, so they are taken one after the other.
"""

WHY_NOT_AGAIN = {
    2: "wrong usage",
    3: "wrong settings",
    4: "input refused",
    5: "a blocking check failed",
    70: "a bug",
}


class RetryWhereItCanHelp(RetryPolicy):
    """Fails at once on the exit codes that a second try would only repeat."""

    def evaluate(self, exception, try_number, max_tries, context=None):
        told = re.search(r"Error code is: (\d+)", str(exception))
        code = int(told.group(1)) if told else None
        if code in WHY_NOT_AGAIN:
            return RetryDecision.fail(f"exit code {code}: {WHY_NOT_AGAIN[code]}")
        return RetryDecision.default()


# The local day of the run's own date, known before the run starts and the same in every try.
AS_OF = (
    "{{ (dag_run.logical_date or dag_run.run_after)"
    ".astimezone(dag.timezone).strftime('%Y-%m-%d') }}"
)


INPUT = "{{ var.value.get('bienmau_input', 'classpath:data/published_figures.csv') }}"


def step(command: str, *arguments: str) -> SparkSubmitOperator:
    """One command of the job as one Spark application."""
    return SparkSubmitOperator(
        task_id=command,
        name=f"bienmau {command} {AS_OF}",
        conn_id="spark_default",
        application="{{ var.value.bienmau_jar }}",
        java_class="org.bienmau.job.Main",
        jars="{{ var.value.get('bienmau_delta_jars', '') }}",
        application_args=[
            command,
            "--lake={{ var.value.bienmau_lake }}",
            "--as-of=" + AS_OF,
            *arguments,
        ],
    )


with DAG(
    dag_id="bienmau_monthly",
    description="Vietnam's land border with China: figures in, comparisons and trends out",
    doc_md=DOC,
    # Customs prints a month's figures in the first half of the next one.
    schedule="0 6 20 * *",
    start_date=pendulum.datetime(2026, 11, 1, tz="Asia/Ho_Chi_Minh"),
    catchup=False,
    max_active_runs=1,
    tags=["bienmau"],
    default_args={
        "owner": "bienmau",
        "retries": 3,
        "retry_delay": timedelta(minutes=10),
        "retry_exponential_backoff": True,
        "max_retry_delay": timedelta(hours=2),
        "execution_timeout": timedelta(hours=6),
        "retry_policy": RetryWhereItCanHelp(),
    },
) as dag:
    step("ingest", "--input=" + INPUT) >> step("build") >> step("check") >> step("report")
