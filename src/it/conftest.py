"""What the integration tests share: the job jar, a real Spark distribution, and lakes.

Everything is made by .ci/environments and the build; what is missing fails with the command that
makes it, nothing is skipped.
"""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pyspark
import pytest

HOME = Path(__file__).resolve().parents[2]
LANE = "spark-4.2"
SPARK_HOME = Path(pyspark.__file__).parent
# Two runs are compared cell for cell, so both are told when their input arrived.
RECEIVED_AT = "2026-11-21T00:00:00Z"


def environment(**more):
    """This process's environment without other people's Spark, with everything on loopback."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("SPARK_", "BIENMAU_", "PYSPARK_", "AIRFLOW"))
    }
    return kept | {"LC_ALL": "C.UTF-8", "SPARK_LOCAL_IP": "127.0.0.1"} | more


def run(*command, check=True, timeout=1200, **more):
    """Runs a command to its end; a failure shows what it printed."""
    done = subprocess.run(
        [str(word) for word in command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        timeout=timeout,
        env=environment(**more),
        cwd=HOME,
    )
    if check and done.returncode != 0:
        pytest.fail(
            f"{' '.join(map(str, command))} ended with {done.returncode}\n"
            f"{done.stdout[-4000:]}\n{done.stderr[-8000:]}"
        )
    return done


def bienmau(*arguments, **more):
    """jobs/bienmau on the embedded Spark, or on SPARK_HOME where that is given."""
    return run(HOME / "jobs/bienmau", *arguments, **more)


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


class Service:
    """A process that runs beside a test; its output is shown when it ends too early."""

    def __init__(self, log, *command, **more):
        self.name = Path(log).stem
        self.log = Path(log)
        with self.log.open("w") as out:
            self.process = subprocess.Popen(
                [str(word) for word in command],
                stdout=out,
                stderr=subprocess.STDOUT,
                env=environment(**more),
                cwd=self.log.parent,
            )

    def wait_until(self, ready, seconds=120):
        """Waits for ready() to be true."""
        end = time.monotonic() + seconds
        while not ready():
            if self.process.poll() is not None:
                pytest.fail(f"{self.name} ended with {self.process.returncode}\n{self.tail()}")
            if time.monotonic() > end:
                pytest.fail(f"{self.name} is not ready after {seconds} s\n{self.tail()}")
            time.sleep(0.5)

    def listens(self, port):
        """Whether something takes connections on the port."""
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", port)) == 0

    def tail(self):
        return self.log.read_text(errors="replace")[-6000:]

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@pytest.fixture(scope="session")
def spark_home():
    assert (SPARK_HOME / "bin/spark-submit").exists(), f"{SPARK_HOME} holds no Spark distribution"
    return SPARK_HOME


@pytest.fixture(scope="session")
def job_jar():
    jars = [jar for jar in (HOME / "target").glob(f"bienmau-*-{LANE}.jar")]
    assert len(jars) == 1, f"No single job jar in target: {jars}. Run ./mvnw verify first."
    return jars[0]


@pytest.fixture(scope="session")
def delta_jars():
    """Delta and what it needs beside a Spark distribution, from the build's own class path."""
    wanted = ("/io/delta/", "/io/unitycatalog/")
    jars = (HOME / "target/spark.classpath").read_text().strip().split(os.pathsep)
    found = [jar for jar in jars if any(part in jar for part in wanted)]
    assert found, "target/spark.classpath names no Delta jar. Run ./mvnw verify first."
    return found


@pytest.fixture(scope="session")
def embedded_lake(tmp_path_factory, job_jar):
    """A lake that `jobs/bienmau run` made of the figures that the project carries."""
    lake = tmp_path_factory.mktemp("embedded") / "lake"
    bienmau("run", "--lake", lake, BIENMAU_INGEST_RECEIVED_AT=RECEIVED_AT)
    return lake


sys.dont_write_bytecode = True
