"""jupyter_kernel_test's tests, with every sample in TypeScript."""

from jupyter_kernel_test import KernelTests


class TypeScriptKernelTests(KernelTests):
    kernel_name = "tslab"
    language_name = "typescript"
    file_extension = ".ts"

    code_hello_world = 'console.log("hello, world");'
    code_stderr = 'console.error("words of warning");'

    completion_samples = [
        {"text": "parseI", "matches": ["parseInt"]},
        {"text": "Math.hyp", "matches": ["hypot"]},
        {"text": '"abc".toUpp', "matches": ["toUpperCase"]},
        {"text": "const total = Number.MAX_S", "matches": ["MAX_SAFE_INTEGER"]},
        {"text": "no.such.na", "matches": []},
    ]

    complete_code_samples = [
        "1",
        "const x: number = 1;",
        "for (let i = 0; i < 3; i++) {\n  console.log(i);\n}",
        "class Layer {\n  forward(x: number) {\n    return x;\n  }\n}",
        "await Promise.resolve(1)",
        'import fs from "fs";',
        "",
    ]
    incomplete_code_samples = [
        "function forward(x: number) {",
        "const list = [1,",
        "`a template",
        "/* a comment",
        "1 +",
        "if (true) {\n  console.log(1);",
        "forward(",
    ]
    invalid_code_samples = ["const = 1", "let 1x", "'no end", "}", "1 2"]

    code_generate_error = 'throw new RangeError("expected a failing cell");'

    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": "[1, 2, 3].map((x) => x * x)", "result": "[ 1, 4, 9 ]"},
        {"code": '"a" + "b"', "result": "'ab'"},
        {"code": "await Promise.resolve(8)", "result": "8"},
        {
            "code": '({ [Symbol.for("Jupyter.display")]: () => ({ "text/html": "<b>9</b>" }) })',
            "mime": "text/html",
            "result": "<b>9</b>",
        },
    ]

    code_display_data = [
        {
            "code": "(globalThis as any)[Symbol.for('tslab.display')]({ 'text/html': '<b>1</b>' })",
            "mime": "text/html",
        },
        {
            "code": "import { display } from 'tslab';\ndisplay.markdown('**1**');",
            "mime": "text/markdown",
        },
    ]

    code_history_pattern = "6*7"
    supported_history_operations = ("tail", "range", "search")

    code_inspect_sample = "parseInt"
    code_clear_output = "clearOutput();"

    @classmethod
    def tearDownClass(cls):
        # Half of this is how often jupyter_client looks whether the kernel has ended.
        cls.km.shutdown_wait_time = 1
        super().tearDownClass()

    # code_page_something stays empty: no front end of ours has a pager.


# unittest would run the base class as well, without samples.
del KernelTests
