#!/bin/sh
# Runs the kernel (all arguments: Node, its flags, main.js, the connection file). When it dies, the
# same command runs once more with --died, to say why: to the cell, in the log, to the next kernel.
# A shell, since it needs 1 MB and 2 ms where a parent in Node needs 40 MB and 40 ms.

# Interrupts are for the cell.
trap : INT
KERNEL_PARENT_PID=$PPID "$@"
code=$?

# What the cells have started and left ends too. All of it is in one group of processes, which is ours
# to end where this shell leads it, as under Jupyter. Who does not listen is made to, once this shell,
# or what follows in its place, is over.
if kill -0 -$$ 2>/dev/null; then
  trap : TERM
  kill -TERM -$$
  (
    trap '' HUP
    trap - TERM
    looks=0
    while [ "$looks" -lt 50 ] && kill -0 $$; do
      sleep 0.1 || sleep 1
      looks=$((looks + 1))
    done
    sleep 0.2 || sleep 1
    kill -KILL -$$
  ) </dev/null >/dev/null 2>&1 &
fi

[ "$code" -eq 0 ] && exit 0
# Nobody is left who could be told.
kill -0 "$PPID" 2>/dev/null || exit "$code"
exec "$@" --died "$code"
