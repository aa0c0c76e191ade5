"""Runs one DAG once with dag.test() and prints what became of each task, as JSON on the last line.

Runs inside Airflow's own environment (target/venv-airflow), started by test_airflow_dag.py:
    airflow_run.py DAG_ID LOGICAL_DATE
"""

import json
import sys
from datetime import timedelta

import pendulum
from airflow.dag_processing.dagbag import DagBag


def main(dag_id: str, logical_date: str) -> None:
    bag = DagBag()
    if bag.import_errors:
        sys.exit(f"Airflow cannot import the DAGs: {bag.import_errors}")
    dag = bag.dags[dag_id]
    for task in dag.tasks:
        # A second try, where there is one, is not waited for.
        task.retry_delay = timedelta(seconds=1)
    run = dag.test(logical_date=pendulum.parse(logical_date))
    told = {
        "run": run.state,
        "tasks": {
            task.task_id: {
                "state": task.state,
                "try_number": task.try_number,
                "max_tries": task.max_tries,
            }
            for task in run.get_task_instances()
        },
    }
    print(json.dumps(told))


main(*sys.argv[1:])
