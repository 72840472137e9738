"""The net of the benchmark in NumPy, layer by layer as in Saito's "Deep Learning from Scratch".

    python3 numpy_step.py FOLDER float64

Reads the numbers from FOLDER, then one request a line: `steps COUNT` or
`product ROWS INNER COLUMNS TRANSPOSE_A TRANSPOSE_B`. Answers each with a line of JSON.
"""

import ctypes
import json
import sys
import time
from pathlib import Path

import numpy as np

folder, dtype = Path(sys.argv[1]), np.dtype(sys.argv[2])
N, D, HIDDEN, CLASSES, RATE = 100, 784, 50, 10, 0.1


def read(name, *shape):
    return np.fromfile(folder / f"{name}.f32", np.float32).reshape(shape).astype(dtype)


class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        return np.dot(x, self.W) + self.b

    def backward(self, dout):
        dx = np.dot(dout, self.W.T)
        self.dW = np.dot(self.x.T, dout)
        self.db = np.sum(dout, axis=0)
        return dx


class Relu:
    def forward(self, x):
        self.mask = x <= 0
        out = x.copy()
        out[self.mask] = 0
        return out

    def backward(self, dout):
        dout[self.mask] = 0
        return dout


class SoftmaxWithLoss:
    def forward(self, x, t):
        x = x - np.max(x, axis=1, keepdims=True)
        e = np.exp(x)
        self.y = e / np.sum(e, axis=1, keepdims=True)
        self.t = t
        return -np.sum(np.log(self.y[np.arange(len(t)), t])) / len(t)

    def backward(self):
        dx = self.y.copy()
        dx[np.arange(len(self.t)), self.t] -= 1
        return dx / len(self.t)


x = read("x", N, D)
t = np.fromfile(folder / "labels.u8", np.uint8).astype(np.int64)
affine1 = Affine(read("W1", D, HIDDEN), read("b1", HIDDEN))
affine2 = Affine(read("W2", HIDDEN, CLASSES), read("b2", CLASSES))
layers = [affine1, Relu(), affine2]
last = SoftmaxWithLoss()


def step():
    out = x
    for layer in layers:
        out = layer.forward(out)
    loss = last.forward(out, t)
    dout = last.backward()
    for layer in reversed(layers):
        dout = layer.backward(dout)
    for layer in (affine1, affine2):
        layer.W -= RATE * layer.dW
        layer.b -= RATE * layer.db
    return loss


def take_steps(count):
    seconds, losses = [], []
    for _ in range(int(count)):
        start = time.perf_counter()
        losses.append(float(step()))
        seconds.append(time.perf_counter() - start)
    return {"seconds": seconds, "losses": losses}


def time_product(rows, inner, columns, transpose_a, transpose_b):
    rows, inner, columns = int(rows), int(inner), int(columns)
    random = np.random.RandomState(1)
    a = random.standard_normal((inner, rows) if transpose_a == "true" else (rows, inner)).astype(dtype)
    b = random.standard_normal((columns, inner) if transpose_b == "true" else (inner, columns)).astype(dtype)
    a = a.T if transpose_a == "true" else a
    b = b.T if transpose_b == "true" else b
    flops = 2 * rows * inner * columns
    best, runs, end = float("inf"), 0, time.perf_counter() + 0.5
    while runs < 3 or time.perf_counter() < end:
        start = time.perf_counter()
        np.dot(a, b)
        best = min(best, time.perf_counter() - start)
        runs += 1
    return flops / best / 1e9


def blas_kernel():
    """The kernel that OpenBLAS runs in this process; None where NumPy has another BLAS."""
    with open("/proc/self/maps") as maps:
        paths = [line.split()[-1] for line in maps if "openblas" in line]
    if not paths:
        return None
    library = ctypes.CDLL(paths[0])
    # The packages of PyPI and builds with 64-bit sizes rename all functions.
    for prefix in ("", "scipy_"):
        for suffix in ("", "64_"):
            name = getattr(library, f"{prefix}openblas_get_corename{suffix}", None)
            if name is not None:
                name.restype = ctypes.c_char_p
                return name().decode()
    return "unknown"


print(json.dumps({"numpy": np.__version__, "kernel": blas_kernel()}), flush=True)
for line in sys.stdin:
    request, *arguments = line.split()
    answer = take_steps(*arguments) if request == "steps" else time_product(*arguments)
    print(json.dumps(answer), flush=True)
