#!/bin/sh
# Runs the kernel (all arguments: Node, its flags, main.js, the connection file). When it dies, the
# same command runs once more with --died, to say why: to the cell, in the log, to the next kernel.
# A shell, since it needs 1 MB and 2 ms where a parent in Node needs 40 MB and 40 ms.

# Interrupts are for the cell. And a shell says that a child was killed, also where nobody reads that.
trap : INT PIPE
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

# Nobody is left who could be told, or who would remove the folder that was made for the connection file.
if ! kill -0 "$PPID" 2>/dev/null; then
  case " $* " in
    *" ${KERNEL_CONNECTION_FOLDER:-/dev/null}/"*) rm -rf "$KERNEL_CONNECTION_FOLDER" ;;
  esac
  exit "$code"
fi
[ "$code" -eq 0 ] && exit 0
exec "$@" --died "$code"
