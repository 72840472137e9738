/**
 * What each place in the sources that knows something of the operating system does on Windows, and on a
 * Mac where that differs from Linux. A place is `file function: what`, as `systemCalls` names it.
 */
export const ELSEWHERE: { does: string; places: string[] }[] = [
  {
    does: "Names of modules and paths of a page's own files have / everywhere: no system sees them.",
    places: [
      'kernel-setup/commands/parts/without-node.ts isModule: split "/"',
      "kernel-setup/book/reading/in-page/run-buttons.ts load: import() of a path",
      'kernel-setup/book/site/page-html.ts firstCellsHtml: split "/"',
      'kernel-setup/kernel/web/signal-post.ts SignalPost.#heed: split "/"',
      "kernel-setup/page/ui/home.ts inPage: import() of a path",
      'src/home/browser/memory-files.ts join: join "/"',
      'src/home/browser/memory-files.ts join: startsWith "/"',
      'src/home/browser/memory-files.ts memoryFiles: "open"',
      'src/home/browser/memory-files.ts memoryFiles: join "/"',
      'src/home/browser/memory-files.ts parent: join "/"',
      'src/home/browser/memory-files.ts parent: startsWith "/"',
      'src/home/browser/memory-files.ts parts: split "/"',
      'src/page/in-worker.ts openInWorker: startsWith "/"',
    ],
  },
  {
    does: "Node starts itself by its own path, which is the same call everywhere.",
    places: [
      "kernel-setup/commands/boot/build.mjs runNode: spawn process.execPath",
      "kernel-setup/commands/check.ts output: spawn process.execPath",
      "kernel-setup/commands/doctor.ts lookAtZeromq: spawnSync process.execPath",
      "test/support/counting-reporter.test.ts : spawnSync process.execPath",
      "test/support/fake-kernel.ts COMMANDS: spawn process.execPath",
      "kernel-setup/commands/boot/packages.mjs runNode: spawn process.execPath",
    ],
  },
  {
    does: "The npm that is found is started as a file of JavaScript; only where none is found as npm.cmd, in a shell.",
    places: [
      'kernel-setup/commands/boot/install.mjs findNpm: "npm"',
      'kernel-setup/commands/boot/install.mjs findNpm: "npm.cmd"',
      "kernel-setup/commands/boot/install.mjs runNpm: spawn command",
      "kernel-setup/commands/boot/install.mjs runNpm: shell",
    ],
  },
  {
    does: "The kernelspec has no shell there: Node is its command, in a hidden window, in the group of its parent.",
    places: [
      'kernel-setup/commands/parts/project-kernelspec.ts projectKernelSpec: "watch.sh"',
      'kernel-setup/jupyter/kernelspecs/kernelspec.ts makeKernelSpec: "/bin/sh"',
      "kernel-setup/jupyter/client/kernel-process.ts KernelProcess.start: spawn command",
      "kernel-setup/jupyter/client/kernel-process.ts KernelProcess.start: detached",
      "kernel-setup/jupyter/client/kernel-process.ts KernelProcess.start: windowsHide",
    ],
  },
  {
    does: "Each of these signals ends a kernel at once there, alone: what its cells have started lives on.",
    places: [
      "kernel-setup/jupyter/client/kernel-client.ts KernelClient.shutdown: this.kill",
      "kernel-setup/jupyter/client/kernel-process.ts : SIGKILL",
      "kernel-setup/jupyter/client/kernel-process.ts : kernel.kill",
      "kernel-setup/jupyter/client/kernel-process.ts KernelProcess.kill: this.#child.kill",
      "kernel-setup/jupyter/runner/run-notebook.ts runNotebook: client?.kill",
      "kernel-setup/jupyter/client/kernel-client.ts KernelClient.constructor: this.kill",
      "kernel-setup/jupyter/client/kernel-process.ts KernelProcess.end: SIGKILL",
      "kernel-setup/jupyter/client/kernel-process.ts KernelProcess.end: SIGTERM",
      "kernel-setup/jupyter/client/kernel-process.ts KernelProcess.end: this.kill",
      "kernel-setup/jupyter/client/start-kernel.ts waitFor: client.kill",
    ],
  },
  {
    does: "Not reached there: Windows has no groups of processes.",
    places: [
      "kernel-setup/jupyter/client/kernel-process.ts KernelProcess.#endGroup: SIGKILL",
      "kernel-setup/jupyter/client/kernel-process.ts KernelProcess.#endGroup: SIGTERM",
      "kernel-setup/jupyter/client/kernel-process.ts KernelProcess.#signalGroup: process.kill",
    ],
  },
  {
    does: "A kernel that wants signals cannot be interrupted there, and a sentence says so; ours takes messages.",
    places: [
      "kernel-setup/jupyter/client/kernel-client.ts KernelClient.interrupt: SIGINT",
      "kernel-setup/jupyter/client/kernel-client.ts KernelClient.interrupt: this.process.kill",
      "kernel-setup/kernel/node/start-cells.ts startCells.heedSignal: SIGINT",
    ],
  },
  {
    does: "The kernel ends itself, in the same way there; the group is 0 there, and nobody else is touched.",
    places: [
      "kernel-setup/kernel/node/sockets/thread.ts killProcess: SIGKILL",
      "kernel-setup/kernel/node/sockets/thread.ts killProcess: process.kill",
    ],
  },
  {
    does: "Signal 0 asks whether a process is there on every system; nothing is sent.",
    places: [
      "kernel-setup/jupyter/is-alive.ts isAlive: process.kill",
      "kernel-setup/jupyter/is-alive.ts isOurs: process.kill",
      "kernel-setup/commands/boot/lock.mjs isAlive: process.kill",
      "test/support/processes.ts isAlive: process.kill",
      "src/home/node/file-lock.ts isAlive: process.kill",
    ],
  },
  {
    does: "An orphan keeps the number of its parent there, so the parent itself is looked for.",
    places: [
      "kernel-setup/kernel/main.ts parents: process.ppid",
      "kernel-setup/kernel/node/death/parent-watch.ts watchParent: process.ppid",
      "kernel-setup/commands/parts/interrupted.ts PARENT: process.ppid",
      "kernel-setup/commands/parts/interrupted.ts watchNpm: process.ppid",
    ],
  },
  {
    does: "An orphan keeps the number of its parent there: a command that lasts starts, looks for npm itself, and ends then.",
    places: ["kernel-setup/commands/boot/bootstrap.mjs run: process.ppid"],
  },
  {
    does: "A name in a table: what a cell does to its own process. Windows knows some of them, and SIGBREAK alone.",
    places: [
      "kernel-setup/kernel/node/watch-end.ts ENDING: SIGBREAK",
      "kernel-setup/kernel/node/watch-end.ts ENDING: SIGHUP",
      "kernel-setup/kernel/node/watch-end.ts ENDING: SIGQUIT",
      "kernel-setup/kernel/node/watch-end.ts ENDING: SIGTERM",
      "kernel-setup/kernel/node/watch-end.ts FATAL: SIGABRT",
      "kernel-setup/kernel/node/watch-end.ts FATAL: SIGBUS",
      "kernel-setup/kernel/node/watch-end.ts FATAL: SIGFPE",
      "kernel-setup/kernel/node/watch-end.ts FATAL: SIGILL",
      "kernel-setup/kernel/node/watch-end.ts FATAL: SIGKILL",
      "kernel-setup/kernel/node/watch-end.ts FATAL: SIGSEGV",
      "kernel-setup/kernel/node/watch-end.ts FATAL: SIGTRAP",
      "kernel-setup/kernel/node/watch-end.ts nameOf: SIGTERM",
    ],
  },
  {
    does: "Read from the exit code that watch.sh sees: there is no watch.sh there, and the next kernel tells of the end.",
    places: [
      "kernel-setup/kernel/node/death/reason.ts ABORTS: SIGABRT",
      "kernel-setup/kernel/node/death/reason.ts ABORTS: SIGILL",
      "kernel-setup/kernel/node/death/reason.ts ABORTS: SIGTRAP",
      "kernel-setup/kernel/node/death/reason.ts CRASHES: SIGBUS",
      "kernel-setup/kernel/node/death/reason.ts CRASHES: SIGFPE",
      "kernel-setup/kernel/node/death/reason.ts CRASHES: SIGSEGV",
      "kernel-setup/kernel/node/death/reason.ts reasonFor: SIGKILL",
    ],
  },
  {
    does: "Ctrl-C is SIGINT there too, Ctrl-Break SIGBREAK, a closed window SIGHUP; nothing sends SIGTERM.",
    places: [
      "kernel-setup/book/build/run-lessons.ts runLessons: SIGINT",
      "kernel-setup/commands/parts/interrupted.ts ENDINGS: SIGBREAK",
      "kernel-setup/commands/parts/interrupted.ts ENDINGS: SIGHUP",
      "kernel-setup/commands/parts/interrupted.ts ENDINGS: SIGINT",
      "kernel-setup/commands/parts/interrupted.ts ENDINGS: SIGTERM",
    ],
  },
  {
    does: "Jupyter is asked over HTTP to end there, and its tree of processes ended by taskkill if it does not.",
    places: [
      "kernel-setup/commands/parts/jupyter-server.ts endTree: SIGKILL",
      'kernel-setup/commands/parts/jupyter-server.ts endTree: "taskkill"',
      "kernel-setup/commands/parts/jupyter-server.ts endTree: process.kill",
      'kernel-setup/commands/parts/jupyter-server.ts endTree: spawnSync "taskkill"',
      "kernel-setup/commands/parts/jupyter-server.ts endTree: windowsHide",
      "kernel-setup/commands/parts/jupyter-server.ts startJupyter: detached",
      "kernel-setup/commands/parts/jupyter-server.ts startJupyter: spawn jupyter.command",
      "kernel-setup/commands/parts/jupyter-server.ts startJupyter: windowsHide",
      "kernel-setup/commands/parts/jupyter-server.ts stopJupyter: SIGTERM",
      "kernel-setup/commands/parts/jupyter-server.ts stopJupyter: child.kill",
    ],
  },
  {
    does: "There is no administrator's number there, and Jupyter wants no flag of one.",
    places: ["kernel-setup/commands/parts/jupyter-server.ts jupyterArguments: process.getuid"],
  },
  {
    does: "Jupyter's commands end in .exe there; Python is python.exe or the launcher py.exe. PATH may be Path.",
    places: [
      "kernel-setup/commands/parts/find-jupyter.ts askVersion: spawnSync command",
      "kernel-setup/commands/parts/find-jupyter.ts askVersion: windowsHide",
      'kernel-setup/commands/parts/find-jupyter.ts findJupyter: "py.exe"',
      'kernel-setup/commands/parts/find-jupyter.ts findJupyter: "python"',
      'kernel-setup/commands/parts/find-jupyter.ts findJupyter: "python.exe"',
      'kernel-setup/commands/parts/find-jupyter.ts findJupyter: "python3"',
      "kernel-setup/commands/parts/find-jupyter.ts findOnPath: env.PATH",
    ],
  },
  {
    does: "rundll32 opens the browser there, open on a Mac; where there is none, the address is printed anyway.",
    places: [
      'kernel-setup/commands/parts/open-browser.ts openBrowser: "open"',
      'kernel-setup/commands/parts/open-browser.ts openBrowser: "rundll32"',
      'kernel-setup/commands/parts/open-browser.ts openBrowser: "xdg-open"',
      "kernel-setup/commands/parts/open-browser.ts openBrowser: detached",
      "kernel-setup/commands/parts/open-browser.ts openBrowser: spawn command as string",
    ],
  },
  {
    does: "Windows sets no LANG: its own language is asked for.",
    places: ["kernel-setup/commands/parts/lesson-language.ts lessonLanguage: env.LANG"],
  },
  {
    does: "Jupyter's folders there are those below APPDATA and PROGRAMDATA, on a Mac also ~/Library/Jupyter.",
    places: [
      'kernel-setup/jupyter/kernelspecs/jupyter-paths.ts systemDataFolders: "/usr/local/share/jupyter"',
      'kernel-setup/jupyter/kernelspecs/jupyter-paths.ts systemDataFolders: "/usr/share/jupyter"',
    ],
  },
  {
    does: "The mode is ignored there: the file lies in a folder that Windows gives to its user alone.",
    places: [
      "kernel-setup/jupyter/client/connection.ts writeConnectionFile: mode",
      "kernel-setup/jupyter/notebook-files/write-file-whole.ts writeFileWhole: mode",
      "kernel-setup/kernel/node/death/note.ts NoteKeeper.write: mode",
      "kernel-setup/page/homes/machine/files.ts machineFiles.makeFolders: mode",
    ],
  },
  {
    does: "The mode is ignored there: the file is as private as the learner's home that it lies in.",
    places: ["kernel-setup/commands/parts/open-browser.ts openBrowser: mode"],
  },
  {
    does: "Every file is user 0's there, and so is the kernel: the note is read.",
    places: [
      "kernel-setup/kernel/node/death/note.ts readNote: .uid",
      "kernel-setup/kernel/node/death/note.ts readNote: process.getuid",
    ],
  },
  {
    does: "Says there whether a file is protected from writing; every file that is there may be run.",
    places: [
      "kernel-setup/jupyter/notebook-files/write-file-whole.ts whereToWrite: access",
      "kernel-setup/page/homes/machine/files.ts machineFiles.isWritable: access",
      "kernel-setup/commands/parts/check-kernel.ts brokenSpec: access",
      "kernel-setup/commands/parts/find-jupyter.ts findOnPath: access",
    ],
  },
  {
    does: "Says yes of every folder there: so one is made in it and removed.",
    places: ["kernel-setup/jupyter/kernelspecs/home.ts canKeep: access"],
  },
  {
    does: "Says yes of every folder there: what cannot be written is told when the set-up meets it.",
    places: ["kernel-setup/commands/boot/writable.mjs canWrite: access"],
  },
  {
    does: "Not reached there: Windows numbers no users, and the owner has no name. A Mac has id too.",
    places: [
      "kernel-setup/commands/boot/writable.mjs ownerOf: .uid",
      "kernel-setup/commands/boot/writable.mjs ownerOf: process.getuid",
      'kernel-setup/commands/boot/writable.mjs ownerOf: spawnSync "id"',
    ],
  },
  {
    does: "Tried for two seconds there, while another program has one of the files open.",
    places: [
      "kernel-setup/commands/boot/rename-over.mjs renameOver: rename",
      "kernel-setup/jupyter/notebook-files/rename-over.ts renameOver: rename",
      "src/home/node/rename-over.ts renameOver: rename",
    ],
  },
  {
    does: "Fails there while another program has a file of it open, which is caught: the next start of a kernel removes it.",
    places: [
      "kernel-setup/jupyter/client/connection.ts sweep: rm of a folder without maxRetries",
      "kernel-setup/kernel/node/death/connection-folder.ts removeConnectionFolder: rm of a folder without maxRetries",
    ],
  },
  {
    does: "Fails there while another program has the file open: what is kept is made again at the next start.",
    places: [
      "kernel-setup/kernel/node/code-cache.ts keep: rename",
      "src/home/node/code-cache.ts keepFile: rename",
    ],
  },
  {
    does: "Renamed there too while it is read by Node; where another program holds it, the next look tries again. NTFS has hard links.",
    places: [
      "src/home/node/file-lock.ts removeStale: link",
      "src/home/node/file-lock.ts removeStale: rename",
    ],
  },
  {
    does: "Other spellings of one name: Windows and Macs ignore case, and take two forms of a letter for one.",
    places: [
      "kernel-setup/jupyter/notebook-files/move-to-free-name.ts isOtherSpelling: .ino",
      "kernel-setup/jupyter/notebook-files/move-to-free-name.ts moveToFreeName: rename",
    ],
  },
  {
    does: "Not reached there: a folder never replaces another on Windows, and is renamed at once.",
    places: ["kernel-setup/jupyter/notebook-files/move-to-free-name.ts moveFolder: rename"],
  },
  {
    does: "NTFS has hard links and numbers of files; where a file system has none, the name is reserved instead.",
    places: [
      "kernel-setup/jupyter/notebook-files/move-to-free-name.ts moveFile: .ino",
      "kernel-setup/jupyter/notebook-files/move-to-free-name.ts moveFile: link",
    ],
  },
  {
    does: "Who can move a link there may make one; else the error says so, and the link stays.",
    places: [
      "kernel-setup/jupyter/notebook-files/move-to-free-name.ts moveLink: readlink",
      "kernel-setup/jupyter/notebook-files/move-to-free-name.ts moveLink: realpath",
      "kernel-setup/jupyter/notebook-files/move-to-free-name.ts moveLink: symlink",
    ],
  },
  {
    does: "Follows links and junctions there, and keeps short names (RUNNER~1) in all paths that are compared.",
    places: [
      "kernel-setup/jupyter/notebook-files/write-file-whole.ts whereToWrite: realpath",
      "kernel-setup/commands/execute.ts main: realpath",
      "kernel-setup/page/homes/machine/files.ts machineFiles: realpath",
      "test/support/notebook-server.ts TestServer.start: realpath",
    ],
  },
  {
    does: "Rounded there, as NTFS has larger numbers; time and size are compared with it.",
    places: ["kernel-setup/page/homes/machine/files.ts machineFiles.stat: .ino"],
  },
  {
    does: "Paths of addresses, of the API, of MIME types or of texts have / everywhere.",
    places: [
      'kernel-setup/kernel/cells/mime-bundle.ts toMimeBundle: includes "/"',
      'kernel-setup/kernel/cells/package-names.ts resolve: split "/"',
      'kernel-setup/kernel/cells/package-names.ts resolve: join "/"',
      'kernel-setup/kernel/cells/package-names.ts PackageNames.#moduleName: includes "/"',
      'kernel-setup/kernel/web/module-home.ts addressOf: split "/"',
      'kernel-setup/kernel/web/module-home.ts addressOf: join "/"',
      'kernel-setup/kernel/web/stacks.ts nameOf: split "/"',
      'kernel-setup/kernel/compiler/inspection.ts readComments: startsWith "/"',
      'kernel-setup/commands/boot/licences/licences.mjs packageOf: replaceAll "/"',
      'kernel-setup/commands/boot/licences/licences.mjs readLicence: replace "/"',
      'kernel-setup/commands/parts/house.ts houseCounts: join "/"',
      'kernel-setup/commands/parts/house.ts houseCounts: split "/"',
      'kernel-setup/page/build.mjs pictures.setup: replaceAll "/"',
      'kernel-setup/page/homes/browser/web/open-home.ts read: join "/"',
      'kernel-setup/page/homes/browser/web/open-home.ts read: split "/"',
      'kernel-setup/page/site/notebook-page.ts pageHtml: replaceAll "/"',
      'kernel-setup/page/ui/address.ts encoded: join "/"',
      'kernel-setup/page/ui/address.ts encoded: split "/"',
      'kernel-setup/page/ui/address.ts notebookAt: join "/"',
      'kernel-setup/page/ui/address.ts notebookAt: split "/"',
      'kernel-setup/page/ui/download.ts download: split "/"',
      'kernel-setup/page/ui/language.ts languageOf: split "/"',
      'kernel-setup/page/ui/lesson-list.ts LessonList.#rename: split "/"',
      'kernel-setup/page/ui/main.ts main: split "/"',
      'kernel-setup/page/ui/shared-link.ts nameFor: split "/"',
      'kernel-setup/page/homes/machine/entrance.ts entranceOf.guard: startsWith "/"',
      'kernel-setup/page/homes/machine/page-routes.ts isPage: startsWith "/"',
      'kernel-setup/page/homes/machine/server.ts startServer: join "/"',
      'kernel-setup/page/homes/machine/server.ts startServer: split "/"',
      'kernel-setup/page/server/contents/folder.ts Folder.normal: join "/"',
      'kernel-setup/page/server/contents/folder.ts Folder.normal: split "/"',
      'kernel-setup/page/server/request.ts pathAfter: join "/"',
      'kernel-setup/page/server/request.ts pathAfter: replaceAll "/"',
      'kernel-setup/page/server/request.ts pathAfter: split "/"',
      'kernel-setup/page/server/work/learner-work.ts LearnerWork.#checkPaths: split "/"',
      'kernel-setup/page/server/work/learner-work.ts LearnerWork.#makeFolders: join "/"',
      'kernel-setup/page/server/work/learner-work.ts LearnerWork.#makeFolders: split "/"',
      'kernel-setup/page/server/work/notebook-link.ts base64Url: replaceAll "/"',
      'kernel-setup/page/server/work/place.ts isPlace: split "/"',
      'kernel-setup/page/server/routes/kernels.ts folderOf: join "/"',
      'kernel-setup/page/server/routes/kernels.ts folderOf: split "/"',
    ],
  },
  {
    does: "Paths of a home have / everywhere: those of Windows get it as they come in, and Node takes them so.",
    places: [
      'kernel-setup/page/homes/browser/memory-files.ts MemoryFiles.#find: split "/"',
      'kernel-setup/page/server/paths.ts inFolder: endsWith "/"',
      'kernel-setup/page/server/paths.ts nameOf: lastIndexOf "/"',
      'kernel-setup/page/server/paths.ts parentOf: includes "/"',
      'kernel-setup/page/server/paths.ts parentOf: lastIndexOf "/"',
    ],
  },
  {
    does: "The name of a script of npm's (kernel:install), no path.",
    places: ['kernel-setup/commands/boot/bootstrap.mjs run: replace ":"'],
  },
  {
    does: "A path in the clone that a learner is told: Windows and our commands take / as well.",
    places: ['kernel-setup/commands/parts/learner-home.ts copyName: join "/"'],
  },
  {
    does: "TypeScript's own paths have / everywhere; a drive (C:) before it is told apart.",
    places: [
      'kernel-setup/kernel/compiler/paths.ts above: lastIndexOf "/"',
      'kernel-setup/kernel/compiler/paths.ts isInstalled: includes "/"',
      'kernel-setup/kernel/compiler/own-files.ts isOwnFile: includes "/"',
      'kernel-setup/kernel/compiler/resolution.ts ModuleResolver.#isLibrary: includes "/"',
      'kernel-setup/kernel/compiler/resolution.ts ModuleResolver.resolve: includes "/"',
      'kernel-setup/kernel/compiler/resolution.ts isBare: startsWith "/"',
      'kernel-setup/kernel/compiler/session.ts Session.#asksForNode: includes "/"',
      'kernel-setup/kernel/compiler/source-files.ts SourceFiles.#isOwn: includes "/"',
    ],
  },
  {
    does: "No program: the word of Plotly's for a symbol, of browsers' for a shadow tree, or one that a README is searched for.",
    places: [
      'src/browser/graph/stepper.ts stepper: "open"',
      'kernel-setup/outputs/safe-html.ts SCHEMA: "open"',
      'src/show/house-style.ts SCATTER: "open"',
      'test/support/shell-commands.ts faultsOfCommands: "npm"',
    ],
  },
  {
    does: "For tests of what Debian has; where these files are not, the tests are skipped by name.",
    places: [
      'test/support/needs.ts CHROMIUM: "/usr/bin/chromium"',
      'test/support/needs.ts FIREFOX: "/usr/bin/firefox-esr"',
      'test/support/needs.ts MINI_BROWSER: "/usr/lib/"',
      'test/support/needs.ts TOOLS: "/usr/bin/Xvfb"',
      'test/support/needs.ts WEBKIT_DRIVER: "/usr/bin/WebKitWebDriver"',
      'test/support/needs.ts PYTHON: "/usr/bin/python3"',
      "test/support/needs.ts pythonHas: spawnSync PYTHON",
      "test/support/webkit.ts launchWebKit: mode",
      'test/support/webkit.ts launchWebKit: spawn "Xvfb"',
      "test/support/webkit.ts launchWebKit: spawn WEBKIT_DRIVER",
      "test/support/webkit.ts launchWebKit.close: display.kill",
      "test/support/webkit.ts launchWebKit.close: driver.kill",
    ],
  },
  {
    does: "For tests of a second user, whom Debian's useradd makes; elsewhere they are skipped by name.",
    places: [
      'test/support/other-user.ts OtherUser.constructor: "/bin/sh"',
      "test/support/other-user.ts OtherUser.constructor: .gid",
      "test/support/other-user.ts OtherUser.constructor: .uid",
      'test/support/other-user.ts OtherUser.start: "/tmp"',
      "test/support/other-user.ts OtherUser.start: env.PATH",
      "test/support/other-user.ts OtherUser.start: spawn command",
      "test/support/other-user.ts run: spawnSync command",
    ],
  },
  {
    does: "Finds out what the system has: tests that need it are skipped by name where it has not.",
    places: ['test/support/needs.ts SYSTEM: "/proc"', "test/support/needs.ts canLink: symlink"],
  },
  {
    does: "For tests that are skipped by name there: they need signals, ps or a group of processes.",
    places: [
      "test/support/fake-kernel.ts main: SIGINT",
      "test/support/fake-kernel.ts main: SIGTERM",
      'test/support/process-memory.ts treeMemory: "ps"',
      'test/support/process-memory.ts treeMemory: execFileSync "ps"',
      "test/support/raw-kernel.ts RawKernel.#start: detached",
      "test/support/needs.ts TOOLS: process.getuid",
      'test/support/needs.ts TOOLS: spawnSync "useradd"',
      'test/support/descendants.ts descendants: "ps"',
      'test/support/descendants.ts descendants: spawnSync "ps"',
    ],
  },
  {
    does: "A Mac has no /proc: the signal alone tells.",
    places: ['test/support/processes.ts isAlive: "/proc/"'],
  },
  {
    does: "SIGKILL ends a process at once there too.",
    places: [
      "test/support/processes.ts expectEnd: SIGKILL",
      "test/support/processes.ts expectEnd: process.kill",
      "test/support/raw-kernel.ts RawKernel.stop: SIGKILL",
      "test/support/raw-kernel.ts RawKernel.stop: this.process.kill",
    ],
  },
  {
    does: "Starts what a test names, which is Node where the test runs on all systems.",
    places: [
      "test/support/raw-kernel.ts RawKernel.#start: spawn program",
      "test/support/run-command.ts runCommand: spawn command",
    ],
  },
];
