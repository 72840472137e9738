#!/bin/sh
# Runs the kernel (all arguments: Node, its flags, main.js, the connection file). When it dies, the
# same command runs once more with --died, to say why: to the cell, in the log, to the next kernel.
# A shell, since it needs 1 MB and 2 ms where a parent in Node needs 40 MB and 40 ms.

# Interrupts are for the cell.
trap : INT
KERNEL_PARENT_PID=$PPID "$@"
code=$?
[ "$code" -eq 0 ] && exit 0
# Nobody is left who could be told.
kill -0 "$PPID" 2>/dev/null || exit "$code"
exec "$@" --died "$code"
