"""Builds a folder of articles on Spark: tasks extract, what they state is shuffled by key and joined, the driver makes the release.

    spark-submit cluster/spark/job.py --raw hdfs:///news/raw --parts hdfs:///news/parts --output hdfs:///news/output --tearsheet /opt/tearsheet

`--raw`, `--parts`, `--output` are any paths that Hadoop knows (file:, hdfs:, s3a:, gs:). The program and Node lie on every node at
`--tearsheet`. Spark's work is to hand out bytes and to try again where an executor is lost; what articles say is for the program.
"""

import argparse
import os
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zlib import crc32

from pyspark.sql import SparkSession

LINES = (".jsonl", ".ndjson")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--raw", required=True, help="folder with the articles")
    parser.add_argument("--parts", required=True, help="folder for what the tasks write; must not be there yet")
    parser.add_argument("--output", required=True, help="folder that holds the releases")
    parser.add_argument("--tearsheet", required=True, help="folder of the program, on every node")
    parser.add_argument("--tasks", type=int, default=0, help="number of tasks; 0: three for each core")
    parser.add_argument("--stretch", type=int, default=1 << 20, help="bytes at which large files of lines are cut")
    return parser.parse_args()


def tearsheet(folder, *words, given=os.devnull):
    """Runs the program on a file; 1 says that there were rejects which nobody expected."""
    command = ["node", "--import", "tsx", "pipeline/cli.ts", *words]
    with open(given, "rb") as stdin:
        done = subprocess.run(command, cwd=folder, stdin=stdin, stderr=subprocess.PIPE)
    if done.returncode > 1:
        raise RuntimeError(f"{' '.join(words)} ended with {done.returncode}: {done.stderr.decode()[-2000:]}")
    return done.stderr.decode()


def pieces(name, content, stretch):
    """A file as (name, number of its first line, bytes); large files of lines are cut behind line feeds."""
    if not name.lower().endswith(LINES) or len(content) <= 2 * stretch:
        yield name, 1, bytes(content)
        return
    start, line = 0, 1
    while start < len(content):
        end = content.find(b"\n", start + stretch - 1) + 1 or len(content)
        cut = content[start:end]
        if cut.strip():
            yield name, line, bytes(cut)
        line += cut.count(b"\n")
        start = end


def extracted(rows, metadata, folder):
    """Lays the pieces of a partition into a folder, each line at its number, and gives the lines that `extract` writes."""
    rows = sorted(rows, key=lambda row: (row[0], row[1]))
    if not rows:
        return
    with tempfile.TemporaryDirectory(prefix="tearsheet-") as scratch:
        raw, parts = Path(scratch, "raw"), Path(scratch, "parts")
        for name, content in metadata.items():
            place(raw / name, content)
        lines = {}
        for name, first, content in rows:
            place(raw / name, b"\n" * (first - 1 - lines.get(name, 0)) + content)
            lines[name] = first - 1 + content.count(b"\n")
        parts.mkdir()
        tearsheet(folder, "extract", "--raw", str(raw), "--parts", str(parts))
        yield from written(parts)


def joined(claims, head, folder):
    """Gives the lines that `resolve` makes of the claims of a partition."""
    with tempfile.TemporaryDirectory(prefix="tearsheet-") as scratch:
        place(Path(scratch, "dealt", "head.json"), head)
        given = Path(scratch, "claims")
        with given.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{claim}\n" for claim in claims)
        tearsheet(folder, "resolve", "--parts", scratch, given=given)
        yield from written(Path(scratch, "resolved"))


def written(parts):
    """The lines of the parts in a folder."""
    for part in parts.iterdir():
        with part.open(encoding="utf-8", newline="\n") as file:
            yield from (line.rstrip("\n") for line in file)


def keyed(claim):
    """Claims of one kind and key are joined by one task."""
    return "\t".join(claim.split("\t", 2)[:2]), claim


def place(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        file.write(content)


class Hadoop:
    """The little of Hadoop's file systems that is needed here."""

    def __init__(self, spark):
        self.jvm = spark.sparkContext._jvm
        self.conf = spark.sparkContext._jsc.hadoopConfiguration()

    def path(self, name):
        path = self.jvm.org.apache.hadoop.fs.Path(str(name))
        return path, path.getFileSystem(self.conf)

    def names(self, folder):
        """Names of all files below a folder."""
        path, system = self.path(folder)
        base = system.getFileStatus(path).getPath().toUri().getPath().rstrip("/") + "/"
        files = system.listFiles(path, True)
        found = []
        while files.hasNext():
            found.append(files.next().getPath().toUri().getPath()[len(base) :])
        return base, found

    def fetch(self, source, target):
        path, system = self.path(source)
        system.copyToLocalFile(False, path, self.jvm.org.apache.hadoop.fs.Path(str(target)), True)

    def send(self, source, target):
        path, system = self.path(target)
        system.mkdirs(path.getParent())
        system.copyFromLocalFile(False, True, self.jvm.org.apache.hadoop.fs.Path(str(source)), path)


def main():
    options = arguments()
    spark = SparkSession.builder.appName("tearsheet").getOrCreate()
    context, hadoop = spark.sparkContext, Hadoop(spark)
    base, names = hadoop.names(options.raw)
    skipped = [name for name in names if any(part.startswith("_") for part in name.split("/"))]
    if skipped:
        raise SystemExit(f"{skipped[0]}: Spark passes over names that begin with _; rename the file or its folder")

    with tempfile.TemporaryDirectory(prefix="tearsheet-") as scratch:
        # What describes articles goes to every task; it is little.
        metadata = {}
        for name in names:
            if name.endswith(".meta.json") or name.rsplit("/", 1)[-1] == "source.json":
                hadoop.fetch(f"{options.raw}/{name}", Path(scratch, "one"))
                metadata[name] = Path(scratch, "one").read_bytes()
        shared = context.broadcast(metadata)
        folder, stretch = options.tearsheet, options.stretch

        def named(row):
            path = urlsplit(row.path.replace("%", "%25").replace("?", "%3F").replace("#", "%23")).path
            return unquote(path)[len(base) :]

        files = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(options.raw).rdd
        articles = files.map(lambda row: (named(row), row.content)).filter(lambda file: file[0] not in shared.value)
        tasks = options.tasks or 3 * context.defaultParallelism
        handed = articles.flatMap(lambda file: pieces(*file, stretch)).repartition(tasks)
        handed.mapPartitions(lambda rows: extracted(rows, shared.value, folder)).saveAsTextFile(options.parts)

        parts = Path(scratch, "parts")
        hadoop.fetch(options.parts, parts)
        tearsheet(folder, "resolve", "--parts", str(parts), "--deal")
        head = (parts / "dealt" / "head.json").read_bytes()
        hadoop.send(parts / "dealt" / "claims", f"{options.parts}/claims")
        claims = context.textFile(f"{options.parts}/claims").map(keyed)
        shuffled = claims.partitionBy(tasks, lambda key: crc32(key.encode())).values()
        shuffled.mapPartitions(lambda lines: joined(lines, head, folder)).saveAsTextFile(f"{options.parts}/resolved")
        hadoop.fetch(f"{options.parts}/resolved", parts / "resolved")

        target = urlsplit(options.output)
        is_here = target.scheme in ("", "file")
        raw, output = Path(scratch, "about"), Path(target.path if is_here else f"{scratch}/output")
        raw.mkdir()
        for name in ("release.json", "expected-rejects.json"):
            if name in names:
                hadoop.fetch(f"{options.raw}/{name}", raw / name)
        print(tearsheet(folder, "publish", "--parts", str(parts), "--raw", str(raw), "--output", str(output)), end="")
        release = os.readlink(output / "latest")
        if not is_here:
            hadoop.send(output / release, f"{options.output}/{release}")
        print(f"{options.output}/{release}")
    spark.stop()


if __name__ == "__main__":
    main()
