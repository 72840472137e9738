// What every npm command calls: `node kernel-setup/commands/boot/run.mjs NAME …`.
// Plain JavaScript in old syntax and without static imports, so that an old Node can read it and say what is wrong.

var needed = [20, 19];
var found = process.versions.node.split(".").map(Number);

if (found[0] < needed[0] || (found[0] === needed[0] && found[1] < needed[1])) {
  console.error(
    "This project needs Node " +
      needed.join(".") +
      " or newer, but this is Node " +
      process.versions.node +
      ". Install a newer one from https://nodejs.org and run the same command again.",
  );
  process.exitCode = 1;
} else {
  import("./bootstrap.mjs")
    .then((bootstrap) => bootstrap.run(process.argv.slice(2)))
    .then(leave, (error) => {
      console.error(error instanceof Error ? error.stack : error);
      leave(1);
    });
}

// A command that has ended is over, whatever it or others have left open. All that it said is read first.
function leave(code) {
  var unread = 2;
  function read() {
    unread -= 1;
    if (unread === 0) process.exit(code);
  }
  for (var stream of [process.stdout, process.stderr]) {
    // Nobody reads it any more.
    stream.on("error", () => {});
    stream.write("", read);
  }
}
