"""Interrupts and errors, as a notebook run by nbclient meets them."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from unittest import TestCase

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat.v4 import new_code_cell, new_notebook

# Seconds until a cell that shall be interrupted is, and until any other one has failed.
INTERRUPT_AFTER = 2
TIMEOUT = 60


def notebook(*sources):
    cells = [new_code_cell(source, id=f"cell-{i}") for i, source in enumerate(sources)]
    spec = {"name": "tslab", "display_name": "TypeScript", "language": "typescript"}
    return new_notebook(cells=cells, metadata={"kernelspec": spec})


def execute(nb, **options):
    NotebookClient(nb, kernel_name="tslab", shutdown_kernel="immediate", **options).execute()
    return nb


class InterruptTests(TestCase):
    def interrupted(self, source):
        """Runs a cell that does not end by itself between two that share a variable."""
        nb = notebook("let kept = 7;", source, "kept += 1;\nkept")
        endless = nb.cells[1]
        execute(
            nb,
            allow_errors=True,
            interrupt_on_timeout=True,
            timeout_func=lambda cell: INTERRUPT_AFTER if cell is endless else TIMEOUT,
        )
        [error] = [output for output in endless.outputs if output.output_type == "error"]
        self.assertEqual(error.ename, "Interrupted")
        [result] = nb.cells[2].outputs
        self.assertEqual(result.data["text/plain"], "8")
        return endless

    def test_endless_loop(self):
        self.interrupted("while (true) {}")

    def test_pending_await(self):
        self.interrupted("await new Promise(() => {});")

    def test_loop_after_await(self):
        self.interrupted("await null;\nwhile (true) {}")

    def test_keeps_what_was_printed(self):
        cell = self.interrupted('console.log("before");\nwhile (true) {}')
        self.assertEqual(cell.outputs[0].text, "before\n")


class ErrorTests(TestCase):
    def failing(self, source):
        """The error that nbclient raises at a cell, the error output it keeps, and the cell after it."""
        nb = notebook("let kept = 7;", source, "kept")
        with self.assertRaises(CellExecutionError) as raised:
            execute(nb, timeout=TIMEOUT)
        [output] = [output for output in nb.cells[1].outputs if output.output_type == "error"]
        self.assertEqual(raised.exception.ename, output.ename)
        self.assertEqual(raised.exception.evalue, output.evalue)
        self.assertEqual(nb.cells[2].outputs, [], "the next cell did not run")
        return raised.exception, output

    def test_thrown_error(self):
        source = 'function fail(x: number) {\n  throw new RangeError(`bad ${x}`);\n}\nfail(3);'
        error, output = self.failing(source)
        self.assertEqual((error.ename, error.evalue), ("RangeError", "bad 3"))
        traceback = "\n".join(output.traceback)
        self.assertIn("cell [2]:2:9", traceback)
        self.assertIn("cell [2]:4:1", traceback)
        self.assertNotIn("node_modules", traceback)

    def test_type_error(self):
        error, output = self.failing('const ok = 1;\nconst x: number = "one";')
        self.assertEqual(error.ename, "TypeScriptError")
        self.assertIn("'string' is not assignable to type 'number'", error.evalue)
        traceback = "\n".join(output.traceback)
        self.assertIn("2:7", traceback)
        self.assertIn("\n    |       ^", traceback)

    def test_rejected_promise(self):
        error, _ = self.failing('Promise.reject(new TypeError("nobody waits"));')
        self.assertEqual((error.ename, error.evalue), ("TypeError", "nobody waits"))

    def test_thrown_value(self):
        error, _ = self.failing('throw "a string";')
        self.assertIn("a string", error.evalue)

    def test_goes_on_where_errors_are_allowed(self):
        nb = execute(
            notebook("let kept = 7;", 'throw new Error("on purpose");', "kept"),
            allow_errors=True,
            timeout=TIMEOUT,
        )
        self.assertEqual(nb.cells[1].outputs[0].evalue, "on purpose")
        self.assertEqual(nb.cells[2].outputs[0].data["text/plain"], "7")


def runs(pid):
    """Whether a process runs; one that has ended may wait for whoever adopted it."""
    done = subprocess.run(["ps", "-o", "stat=", "-p", pid], capture_output=True, text=True)
    return done.stdout.strip()[:1] not in ("", "Z")


class EndTests(TestCase):
    def left(self, shutdown, end=""):
        """Waits for what a cell has started and left to end, once nbclient has ended the kernel."""
        start = """
import { spawn } from "node:child_process";
const stubborn = spawn("sh", ["-c", "trap '' TERM; while :; do sleep 1; done"], { stdio: "inherit" });
await new Promise((wake) => setTimeout(wake, 500));
console.log(spawn("sleep", ["777"]).pid, stubborn.pid);
"""
        nb = notebook(start, end)
        client = NotebookClient(nb, kernel_name="tslab", shutdown_kernel=shutdown)
        try:
            client.execute()
        finally:
            pids = nb.cells[0].outputs[0].text.split()
            self.assertEqual(len(pids), 2)
            late = time.monotonic() + 30
            while any(map(runs, pids)) and time.monotonic() < late:
                time.sleep(0.1)
            alive = [pid for pid in pids if runs(pid)]
            for pid in alive:
                subprocess.run(["kill", "-KILL", pid])
        self.assertEqual(alive, [])

    def test_in_good_order_ends_what_cells_left(self):
        self.left("graceful")

    def test_at_once_ends_what_cells_left(self):
        self.left("immediate")

    def test_by_a_cell_ends_what_cells_left(self):
        with self.assertRaises(CellExecutionError) as raised:
            self.left("graceful", "process.exit(3);")
        self.assertEqual(raised.exception.ename, "KernelDied")


class NbconvertTests(TestCase):
    def convert(self, *sources, options=()):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "notebook.ipynb"
            nbformat.write(notebook(*sources), path)
            command = ["nbconvert", "--to", "notebook", "--execute", "--stdout", *options, str(path)]
            return subprocess.run(
                [sys.executable, "-m", "jupyter", *command], capture_output=True, text=True
            )

    def test_good_notebook(self):
        done = self.convert("const x = 6;", "x * 7")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn('"42"', done.stdout)

    def test_half_a_character(self):
        half = '"😀"[0]'
        done = self.convert(
            f"throw new Error({half}, {{ cause: new Error({half}) }});",
            f'display({{ "text/html": {half}, "application/json": {{ [{half}]: [{half}] }} }}, {{ metadata: {{ m: {half} }} }});',
            f"console.log({half});\n{half}",
            options=["--allow-errors"],
        )
        self.assertEqual(done.returncode, 0, done.stderr)
        failing, showing, printing = nbformat.reads(done.stdout, as_version=4).cells
        self.assertEqual(failing.outputs[0].evalue, "\ufffd")
        self.assertEqual(showing.outputs[0].data["text/html"], "\ufffd")
        self.assertEqual(showing.outputs[0].data["application/json"], {"\ufffd": ["\ufffd"]})
        self.assertEqual(showing.outputs[0].metadata, {"m": "\ufffd"})
        self.assertEqual(printing.outputs[0].text, "\ufffd\n")

    def test_thrown_error(self):
        done = self.convert('throw new RangeError("expected a failing cell");')
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("RangeError: expected a failing cell", done.stderr)

    def test_type_error(self):
        done = self.convert('const x: number = "one";')
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("TypeScriptError", done.stderr)
        self.assertIn("Type 'string' is not assignable to type 'number'", done.stderr)
