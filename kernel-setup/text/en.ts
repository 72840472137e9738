import type { Translated } from "../../src/text/fill";

/**
 * What kernel, page and book say, in English: by room, each text by its name. `{blank}` is filled in.
 * The texts of `jupyterlab` are JupyterLab's own, to the letter: it is by them that it asks for others.
 */
export const en = {
  page: {
    title: "Notebooks",
    lessons: "Lessons",
    own: "My notebooks",
    newNotebook: "New notebook",
    openFile: "Open a file …",
    rename: "Rename",
    newName: "New name",
    nameTaken: 'There is a notebook called "{name}" already. Choose another name.',
    nameRefused:
      'A notebook cannot be called "{name}". A name has at most 80 letters and no / and \\ in it, and does not begin with a dot.',
    work: "My work",
    saveWork: "Save all my work …",
    saveWorkTitle: "All notebooks and the scorecard in one file, for another computer or a teacher",
    takeWork: "Take in a work file …",
    takeWorkTitle: "Takes in such a file; your notebooks stay as they are",
    copyLink: "Copy a link to this notebook",
    copyLinkTitle: "Its cells, without outputs, in an address that one can send",
    link: "Link to this notebook",
    linkCopied: "The link is copied, and can be pasted anywhere.",
    linkToCopy: "This browser lets no page copy; here is the link to be copied.",
    linkHoldsLesson:
      "It holds the cells that differ from the lesson ({count}), without outputs, and nothing of who you are.",
    linkHoldsAll:
      "It holds all cells of this notebook ({count}), without outputs, and nothing of who you are.",
    linkOpensHere: "It opens on this computer while npm start runs with this address.",
    linkOpensAnywhere: "Whoever opens it can keep the notebook as one of their own.",
    linkTitle: "This link brings a notebook",
    linkIsLesson: "It is a copy of {name} that somebody has changed. Cells that differ: {count}.",
    linkIsNotebook: "It is a notebook called {name}. Its cells: {count}.",
    linkFrom:
      "All of it came in the address that was opened, from whoever has sent it; nobody else has looked at it.",
    linkKept:
      "If you keep it, it becomes a new notebook, and yours stay as they are. Nothing in it has been run, or is by itself. Its code can do whatever your own can: read it before you run it.",
    linkKeep: "Keep it as a new notebook",
    linkLeave: "Not now",
    linkCode: "What its cells hold",
    close: "Close",
    notOpened: "This file is no notebook",
    notOpenedWords:
      "Expected a notebook (.ipynb), but got a file of another kind, or a damaged one.",
    none: "none yet",
    welcome: "Choose a lesson on the left.",
    progress: "{done} of {total} exercises passed",
    dark: "Dark",
    light: "Light",
    moreMenu: "More",
    lessMenu: "Close the menu",
    hide: "Hide list",
    show: "Show list",
    run: "Run",
    runTitle: "Run the cell and go on (Shift+Enter)",
    runAll: "Run all",
    runAllTitle: "Run all cells, from the first",
    interrupt: "Interrupt",
    interruptTitle: "Stop the running cell (I, I)",
    restart: "Restart",
    restartTitle: "Restart the kernel: all variables are lost, the notebook stays (0, 0)",
    restartRun: "Restart and run all",
    restartAsk: "Restart the kernel? All variables are lost; the notebook stays.",
    cancel: "Cancel",
    addCell: "+ Cell",
    addCellTitle: "A new cell below (B)",
    save: "Save",
    saveTitle: "Save now (Ctrl+S); it is saved by itself too",
    code: "Code",
    markdown: "Text",
    raw: "Raw",
    cellType: "Kind of cell",
    cells: "Cells",
    cellField: "What the cell holds",
    trust: "Trust",
    trustTitle: "Outputs that were not made here are still pictures. Let their scripts run.",
    trustAsk:
      "Let the saved outputs of this notebook run their scripts? Do so only if you know where it comes from. Running a cell yourself makes its output live too.",
    keys: "Keys",
    saved: "Saved",
    unsaved: "Not saved yet",
    saving: "Saving …",
    saveFailed: "Could not be saved",
    idle: "Kernel ready",
    busy: "Kernel busy",
    starting: "Kernel starts …",
    restarting: "Kernel restarts …",
    dead: "Kernel has ended",
    connecting: "Connecting …",
    serverGone:
      "The server does not answer. Is npm start still running? Your last changes are in this page only.",
    locked:
      "These notebooks open from the address that npm start has printed: it holds a key. Open the whole of it once in this browser; this page then goes on by itself.",
    newStart:
      "The server has been started anew, with another key. Open the address that it has printed once in this browser; this page then goes on by itself. Until then your last changes are in this page only.",
    saveTrouble:
      "Could not be saved; your last changes are in this page only, and saving is tried again and again. The server says: {why}",
    fileGone:
      "This notebook is not at its place any more: it was deleted, moved or renamed elsewhere. What you see is in this page only.",
    fileRenamed: "This notebook has been renamed elsewhere: it is now {name}.",
    fileDamaged:
      "Another program has changed this file, and it is no notebook that can be read any more. What you see is in this page only. The server says: {why}",
    saveHere: "Save it here again",
    saveOver: "Save mine over it",
    saveCopy: "Save mine as a copy",
    openThere: "Go on there",
    deadTitle: "The kernel has ended",
    deadWords: "Your notebook is safe; the variables are gone. The cell that was running says why.",
    goneWords:
      "The server that it belonged to has ended. Your notebook is safe; the variables are gone.",
    unstarted:
      "The kernel did not start, so nothing has run; what the cells show is as it was. npm run doctor says what is missing.",
    conflictTitle: "This notebook has changed elsewhere",
    conflictWords:
      "Another tab or program has saved it since. Nothing was overwritten. What shall be kept?",
    keepBoth: "Both: save mine as a copy",
    keepTheirs: "The other one",
    keepMine: "Mine",
    openFailed: "This notebook cannot be opened",
    restored: "Reloaded: it was saved in another tab.",
    keysHelp:
      "Shift+Enter run · Ctrl+Enter run in place · Tab complete · Shift+Tab look up · Esc leave the cell, then: A/B cell above/below, D D delete, Z undo, M text, Y code, C/X/V copy/cut/paste, I I interrupt, 0 0 restart",
    blocked:
      "This browser keeps nothing for this address, so the key of the notebooks is lost from page to page. Allow the site to keep data, and reload the address that was printed.",
    saveTroubleInPage:
      "Could not be saved; your last changes are in this page only, and saving is tried again and again. The reason: {why}",
    storageFull:
      "Could not be saved: this browser has no more room for this site. Your last changes are in this page only, and saving is tried again and again. Free some space on this device, or delete notebooks of yours that are no longer needed.",
    fileDamagedInPage:
      "This file was changed elsewhere, and it is no notebook that can be read any more. What you see is in this page only. The reason: {why}",
    unstartedInPage:
      "The kernel did not start, so nothing has run; what the cells show is as it was. Reload the page to try again.",
    lessonBehind:
      "This lesson has changed since you began to work in it. Your work stays as it is.",
    lessonUnreadable:
      "Your copy of this lesson is no notebook that can be read any more, and was left alone.",
    takeNewLesson: "Take the new lesson, keep mine beside it",
    newerLesson: "There is a newer version of this lesson; your work in it stays.",
    lessonMissing:
      "This lesson could not be fetched from its site. Reload the page when there is a connection. The reason: {why}",
    noRoomForLesson:
      "This lesson cannot be opened: this browser has no more room for this site. Free some space on this device, or delete notebooks of yours that are no longer needed.",
    delete: "Delete",
    deleteAsk: "Delete {name}? It cannot be brought back.",
    keptHere: "Kept in this browser only.",
    keptHereTitle:
      "What you change stays in this browser on this device. Nobody else sees it; whoever clears the data of this site deletes it. Variables last until the page is left or reloaded.",
    notStarted:
      "This page has not started. It needs JavaScript, and comes from a web server: browsers do not start it where it is opened as a file.",
    notKept:
      "This browser keeps nothing for this site, as in some private windows: your work lasts as long as this page is open.",
    fromElsewhere: "Another page has led here.",
    openNotebooks: "Open the notebooks",
  },
  /** What is said of a file with a learner's work, and of a notebook in a link. */
  work: {
    otherFile:
      'Expected a work file (.backprop), as "Save all my work …" writes it, but got another file. Nothing was changed.',
    notebookInstead:
      'Expected a work file (.backprop), but got a notebook; "Open a file …" takes one. Nothing was changed.',
    damaged:
      "Expected a whole work file, but got one that is damaged or cut off; perhaps it was not copied to its end. Nothing was changed.",
    tooLarge:
      "Expected a work file that holds at most {most} MB, but got one that holds more. Nothing was changed.",
    later:
      "Expected a work file of form {known}, but got form {came}: a later edition of the lessons has made it. Bring this one up to date, then take the file in again. Nothing was changed.",
    laterScorecard:
      "Expected a scorecard of this edition or an earlier one, but got a later edition's. Bring the lessons up to date, then take the work in again. No scorecard was changed.",
    wrongPart:
      "Expected a work file as the lessons write it, but got one whose part {part} is of another form; perhaps another program has written it. Nothing was changed.",
    wrongPath:
      "Expected notebooks at places inside the folder of notebooks, but got {path}; the lessons write no such file. Nothing was changed.",
    wrongName:
      "Expected names that files can have here, but got {path}. Give the notebook another name where it comes from, and save the work there again. Nothing was changed.",
    twice:
      "Expected each notebook once, but got {path} twice; the lessons write no such file. Nothing was changed.",
    noNotebook:
      "Expected notebooks alone in the work file, but got something else. {why} Nothing was changed.",
    tooMuch:
      "Expected notebooks of at most {most} MB together, but got more. The largest is {path} with {size} MB: without its outputs it may well fit.",
    wrongTime: "Expected the time as in 2026-11-29T10:00:00Z, but got {came}.",
    tooDeep: "it lies deeper than in eight folders.",
    damagedScorecard: "it is damaged.",
    saved: "Saved in {name}: the scorecard and all notebooks ({count}).",
    leftOut: "Not in it: {path}: {why}",
    moreLeftOut: "And more that is not in it: {count}.",
    taken: "Taken ({count}): {names}.",
    beside: "Kept beside yours, which stay as they are ({count}): {names}.",
    skipped: "Skipped, since there is nothing new in them: {count}.",
    refused: "Not taken: {path}: {why}",
    nothing: "There is no work in it.",
    passed: "Exercises that have passed besides: {ids}.",
    nothingPassed: "Your scorecard holds all of its exercises already.",
    setAside: "Your scorecard was damaged: it is kept as {name}, and a new one is begun.",
    scorecardRefused: "The scorecard could not be written: {why}",
    linkTooLong:
      'Expected a notebook whose link has at most {most} signs, but its link would have {came}. "Save all my work …" makes a file of it instead, of any length.',
    linkDamaged:
      "Expected a link that holds a notebook, but got one that is damaged or cut off; programs for messages sometimes cut long ones. Nothing was kept.",
    linkLater:
      "Expected a link of form {known}, but got form {came}: a later edition of the lessons has made it. Bring this one up to date, then open the link again. Nothing was kept.",
    linkNoLesson:
      "Expected a lesson of this edition, but got what somebody has changed in another one, {path}. Ask for the work file instead, or bring the lessons up to date. Nothing was kept.",
    linkNoNotebook:
      "Expected a link that holds a notebook, but got something else. {why} Nothing was kept.",
  },
  jupyterlab: {
    cancel: "Cancel",
    ok: "Ok",
    close: "Close",
    select: "Select",
    restart: "Restart",
    run: "Run",
    revert: "Revert",
    overwrite: "Overwrite",
    loadError: "File Load Error for %1",
    saveError: "File Save Error for %1",
    fileChanged: "File Changed",
    fileChangedAsk:
      '"%1" has changed on disk since the last time it was opened or saved.\nDo you want to overwrite the file on disk with the version open here,\nor load the version on disk (revert)?',
    noKernel: "No Kernel",
    selectKernel: "Select Kernel",
    selectKernelFor: "Select kernel for:",
    startKernel: "Start Kernel",
    startThatKernel: "Start %1 Kernel",
    useNoKernel: "Use No Kernel",
    connectToKernel: "Connect to Existing Kernel",
    connectToThatKernel: "Connect to Existing %1 Kernel",
    connectToOther: "Connect to Other Kernel",
    unknownKernel: "Unknown Kernel",
    path: "Path: %1",
    name: "Name: %1",
    kernelName: "Kernel Name: %1",
    kernelId: "Kernel Id: %1",
    alwaysStart: "Always start the preferred kernel",
    rememberChoice: "Remember my choice and always start the preferred kernel",
    startingFailed: "Error Starting Kernel",
    restarting: "Kernel Restarting",
    died: "The kernel for %1 appears to have died. It will restart automatically.",
    terminating: "Kernel Terminating",
    terminatingWords:
      "The kernel for %1 appears to be terminating. You can not run any cell for now.",
    notExecuted: "Cell not executed due to pending input",
    notExecutedWords:
      "The cell has not been executed to avoid kernel deadlock as there is another pending input! Type your input in the input box, press Enter and try again.",
    typeNotChanged: "Cell type not changed due to pending input",
    typeNotChangedWords:
      "The cell type has not been changed to avoid kernel deadlock as this cell has pending input! Submit your pending input and try again.",
    readOnly: "The cell is read-only, its type cannot be changed!",
    empty: "The notebook is empty. Click the + button on the toolbar to add a new cell.",
    addCell: "Click to add a cell.",
    writeHere: "Type Markdown and LaTeX: $ α^2 $",
    codeCell: "Code Cell Content",
    codeCellWithOutput: "Code Cell Content with Output",
    markdownCell: "Markdown Cell Content",
    rawCell: "Raw Cell Content",
    expandOutput: "Expand Output",
    collapseOutput: "Collapse Output",
    moreOutputs: "Show more outputs",
    firstOutputs: "The first %1 are displayed",
    history: "↑↓ for history. Search history with c-↑/c-↓",
    noJavaScript: "JavaScript output is disabled in JupyterLab",
    inlineScripts:
      "This HTML output contains inline scripts. Are you sure that you want to run arbitrary Javascript within your JupyterLab session?",
  },
  /** What stands below a cell in the place of what cannot be shown there. */
  outputs: {
    untrusted:
      "This output brings a script, a style sheet or a form of its own. It is shown, in a frame apart from the page, once you have pressed Trust or run the cell yourself.",
    frame: "Output in a frame of its own",
    framed:
      "This output brings a script, a style sheet or a form of its own. Where scripts run, it is shown in a frame apart from the page.",
  },
  /** What stands at the cells of a page that can be run there. */
  run: {
    run: "Run",
    runCell: "Run cell {n}",
    stop: "Stop",
    stopAll: "Stop cell {n} and those that wait",
    said: "Cell {n}: {state}",
    starting: "The kernel starts …",
    waiting: "Waiting",
    running: "Running …",
    done: "Done",
    failed: "Failed",
    held: "Not run: a cell above has failed",
    stopped: "Stopped",
    noScript:
      "What runs cells could not be loaded. Is there a connection to this site? Press Run once more.",
    notLoaded:
      "The kernel could not be loaded. Is there a connection to this site? Press Run once more.",
    asFile:
      "This page was opened as a file, and browsers run no cells for files. Open it from the address of its site, or run npm start in a clone: cells run there.",
    howToRun: "How to run it",
  },
  site: {
    open: "Open as notebook",
    toLessons: "To the lessons",
    skip: "To the text",
    theme: "Light or dark",
    contents: "On this page",
    lessons: "Lessons",
    others: "Beside the lessons",
    before: "Previous",
    after: "Next",
    needs: "first",
    code: "Code",
    output: "Output",
    language: "Language",
    fixed:
      "The pages are complete as they are: drawings, charts and inputs work without a network. On a web server their cells run in the page; to change the code, open the notebooks.",
    licences: "Licences of what comes with them.",
  },
  book: {
    solution: "Solution of {exercise}",
    minutes: "{minutes} min",
    lesson: "lesson",
    time: "time",
    needs: "needs",
    inCode: "in the code",
    meaning: "meaning",
    introducedIn: "introduced in",
  },
  /** Plain sentences below a message of TypeScript; `cells/hints.ts` says which goes with which. */
  hints: {
    label: "Hint: {hint}",
    theValue: "the value",
    expected: "TypeScript expected {what} at this place; look also at what stands right before it.",
    expectedEnd:
      "The statement should end here; perhaps a bracket too many stands before the mark, or an operator is missing.",
    valueMissing: "A value is missing here: what stands before the mark is not finished.",
    noBeginning: "Nothing can begin like this; perhaps a bracket too many stands before it.",
    nameUnknown:
      "Nothing is called {name} so far. Run the cell that defines it, import it, or check its spelling.",
    moduleUnknown:
      "Nothing is installed or saved under {name}. Check the name; a file of your own begins with ./",
    otherType: "The value is of type {type}, but the place that it is meant for takes {wanted}.",
    noExport: "A cell needs no export: later cells see all its names.",
    noProperty:
      "A value of type {type} has no {name}. Check the spelling, and whether the value is what you expect.",
    promise: "The value is still on its way: write await before it.",
    otherArgument:
      "The function was given a value of type {type}, but takes {wanted} at this place.",
    notCallable: "Brackets after a name call a function, and this is none.",
    unknownProperty: "Type {type} knows no property {name}: check its spelling, or leave it out.",
    noReturn: "The function promises a value of this type, but never returns one.",
    leftNumber: "Arithmetic needs a number on the left; Number(…) makes one of a text.",
    rightNumber: "Arithmetic needs a number on the right; Number(…) makes one of a text.",
    operator: "The operator {operator} cannot work on these two together.",
    arrays:
      "Arrays are not added or compared as a whole: take their elements, as in a.map((x, i) => x + b[i]).",
    someReturn: "On some way through the function nothing is returned.",
    neverEqual: "The two sides can never be equal, since their types have no value in common.",
    twice:
      "Two things in this cell have the same name: rename one. Only a later cell may use it again.",
    notIterable: "Only arrays and the like can be looped over or taken apart, and this is none.",
    maybeMissing:
      "{name} may be missing here. Ask first, as in if ({name}) { … }, or write ?. or ?? instead.",
    argumentCount:
      "The call has more or fewer values in its brackets than the function has parameters.",
    initialize: "Give {name} a value where it is declared, or in the constructor.",
    unknownType: "Nothing is known of its type. Ask first, with typeof or instanceof.",
    notInNode: "Cells run in Node.js, not in the page, so there is no {name}.",
    constant: "A const keeps its value. Declare it with let if it is to change.",
    typeOnly:
      "{name} exists only while types are checked; there is no such value when the cell runs.",
    addThese: "Add to the object what is named after the colon.",
    addThis: "Add {name} to the object.",
    overloads: "The function can be called in several ways, and these values fit none of them.",
    untyped:
      "TypeScript cannot tell what {name} will be. Write its type behind it, as in ({name}: number).",
    noKey: "The object's type has no such key.",
    packageUntyped:
      "The package {name} has no types. One with types is checked; this one can be had with require.",
    print: "In TypeScript one prints with console.log(…).",
    len: "In TypeScript an array or text has a property length, as in a.length.",
    none: "TypeScript says null or undefined instead of None.",
    true: "TypeScript writes true.",
    false: "TypeScript writes false.",
    self: "TypeScript says this instead of self.",
    outOfReach:
      "{name} is out of a cell's reach here: in a page, cells compute and show; the page itself, the network and what the browser keeps are not theirs.",
    ofNode:
      "{name} belongs to Node.js, which a page does not have. With npm start, cells run in Node.js.",
    moduleNotInPage:
      "A page has {there} to import, and files beside the notebook; {name} is none of them. With npm start, a notebook can import whatever is installed, and all of Node.js.",
    throwError: 'Only an Error tells its line, as in throw new Error("…").',
  },
  /** What the kernel says besides. */
  kernel: {
    notShown: "a value that cannot be shown: {why}",
    inspectionFails: "its own inspection fails",
    moreCharacters: "{count} more characters",
    beforeThis: "The kernel before this one: {reason}",
    andMore: "… and {count} more",
    more: " (and {count} more)",
    causedBy: "Caused by ",
    oneOfThese: "Error {n} of these is ",
    interrupted: "The cell was stopped before its end.",
    notReached:
      "{name} was not reached: cell [{count}], which declares it, stopped before that line. Run that cell again.",
    promptEnded: "prompt: expected to be called while its cell runs, but the cell has ended",
    promptNotAllowed:
      "prompt: expected a front end that can ask the reader, but this one allows no input",
    promptRefused: "prompt: expected an answer from the front end, but got none: {why}",
    displayFailed: "The value's own display failed, so its text is shown.",
    growthFailed: "What grew below this cell could not be shown at its end.",
    fenced:
      "{name}: expected only what computes and shows, but this reaches out of the cell. In a page, cells reach neither the network nor what the browser keeps.",
    noModuleInPage:
      "require: expected a module that a page has ({there}) or a file beside the notebook, but got {name}. With npm start, a notebook can import whatever is installed, and all of Node.js.",
    promptInPage: "a page cannot wait for one while a cell runs",
    replaced:
      "The cell was stopped before its end. It could not be stopped without its variables, and those of all other cells are gone with it: run the cells again from the first.",
    mnist: "MNIST's images (11 MB)",
    supplied: "Loading {what}: {percent} %",
    supplyFailed:
      "The cell needs {what}, which could not be loaded: {why}. Run it again to try once more.",
    replacedAlone:
      "The cell was stopped before its end. What it was doing cannot be stopped by itself, so the kernel was started anew.",
    replaying:
      "The cell could not be stopped by itself, so its kernel was ended. The cells before it are run again; stop once more to leave that.",
    replayed:
      "The cell was stopped before its end. What it was doing cannot be stopped by itself, so the kernel was started anew, and the cells before it were run again: {cells}.",
    leftOut:
      "Left out, since they failed, took too long or were stopped: {left}. Run them again where you need what they declare.",
    workerLost:
      "The browser has ended the kernel without saying why, as it does when memory runs short.",
    shutDown: "The kernel was shut down.",
    endedWith: "The cell ended the kernel with {call}.",
    outOfMemory: "The kernel ran out of memory: it used {used}, and its heap may hold {limit}.",
    endedSilently: "The kernel ended without saying why.",
    crashed: "The kernel crashed in native code ({signal}).",
    killed: "The kernel was killed (SIGKILL), as systems do when memory runs short.",
    used: " It used {used}.",
    endedBySignal: "The kernel ended with {signal}.",
    endedByCode: "The kernel ended with exit code {code}.",
    variablesGone: "{reason} Its variables are gone: run the cells again from the first.",
    whileCellRan: " That was while cell [{count}] ran.",
    before: "The kernel before this one has ended, and its variables are gone. {reason}",
  },
} as const;

/** All texts of one language. */
export type Texts = Translated<typeof en>;
