#!/usr/bin/env node
// `backprop-execute FILE…`: the command of `npm run execute`, from any folder.
process.argv.splice(2, 0, "execute");
import("./run.mjs");
