/** The languages of the page. */
export type Language = "en" | "ko";

const WORDS = {
  title: { en: "Notebooks", ko: "노트북" },
  lessons: { en: "Lessons", ko: "레슨" },
  own: { en: "My notebooks", ko: "내 노트북" },
  newNotebook: { en: "New notebook", ko: "새 노트북" },
  openFile: { en: "Open a file …", ko: "파일 열기 …" },
  rename: { en: "Rename", ko: "이름 바꾸기" },
  notOpened: { en: "This file is no notebook", ko: "이 파일은 노트북이 아닙니다" },
  none: { en: "none yet", ko: "아직 없음" },
  welcome: { en: "Choose a lesson on the left.", ko: "왼쪽에서 레슨을 고르세요." },
  progress: {
    en: "{done} of {total} exercises passed",
    ko: "연습문제 {total}개 중 {done}개 통과",
  },
  dark: { en: "Dark", ko: "어둡게" },
  light: { en: "Light", ko: "밝게" },
  hide: { en: "Hide list", ko: "목록 숨기기" },
  show: { en: "Show list", ko: "목록 보기" },
  run: { en: "Run", ko: "실행" },
  runTitle: {
    en: "Run the cell and go on (Shift+Enter)",
    ko: "셀을 실행하고 다음으로 (Shift+Enter)",
  },
  runAll: { en: "Run all", ko: "모두 실행" },
  runAllTitle: { en: "Run all cells, from the first", ko: "처음부터 모든 셀 실행" },
  interrupt: { en: "Interrupt", ko: "중단" },
  interruptTitle: { en: "Stop the running cell (I, I)", ko: "실행 중인 셀 중단 (I, I)" },
  restart: { en: "Restart", ko: "재시작" },
  restartTitle: {
    en: "Restart the kernel: all variables are lost, the notebook stays (0, 0)",
    ko: "커널 재시작: 변수는 모두 사라지고 노트북은 그대로 남습니다 (0, 0)",
  },
  restartRun: { en: "Restart and run all", ko: "재시작 후 모두 실행" },
  restartAsk: {
    en: "Restart the kernel? All variables are lost; the notebook stays.",
    ko: "커널을 재시작할까요? 변수는 모두 사라지고 노트북은 그대로 남습니다.",
  },
  cancel: { en: "Cancel", ko: "취소" },
  addCell: { en: "+ Cell", ko: "+ 셀" },
  addCellTitle: { en: "A new cell below (B)", ko: "아래에 새 셀 (B)" },
  save: { en: "Save", ko: "저장" },
  saveTitle: {
    en: "Save now (Ctrl+S); it is saved by itself too",
    ko: "지금 저장 (Ctrl+S); 자동으로도 저장됩니다",
  },
  code: { en: "Code", ko: "코드" },
  markdown: { en: "Text", ko: "글" },
  raw: { en: "Raw", ko: "원문" },
  cellType: { en: "Kind of cell", ko: "셀 종류" },
  trust: { en: "Trust", ko: "신뢰" },
  trustTitle: {
    en: "Outputs that were not made here are still pictures. Let their scripts run.",
    ko: "여기서 만들지 않은 출력은 정지된 그림입니다. 스크립트 실행을 허용합니다.",
  },
  trustAsk: {
    en: "Let the saved outputs of this notebook run their scripts? Do so only if you know where it comes from. Running a cell yourself makes its output live too.",
    ko: "저장된 출력의 스크립트 실행을 허용할까요? 출처를 아는 노트북일 때만 허용하세요. 셀을 직접 실행해도 그 출력이 살아납니다.",
  },
  keys: { en: "Keys", ko: "단축키" },
  saved: { en: "Saved", ko: "저장됨" },
  unsaved: { en: "Not saved yet", ko: "저장 전" },
  saving: { en: "Saving …", ko: "저장 중 …" },
  saveFailed: { en: "Could not be saved", ko: "저장하지 못함" },
  idle: { en: "Kernel ready", ko: "커널 준비됨" },
  busy: { en: "Kernel busy", ko: "커널 실행 중" },
  starting: { en: "Kernel starts …", ko: "커널 시작 중 …" },
  restarting: { en: "Kernel restarts …", ko: "커널 재시작 중 …" },
  dead: { en: "Kernel has ended", ko: "커널이 종료됨" },
  connecting: { en: "Connecting …", ko: "연결 중 …" },
  serverGone: {
    en: "The server does not answer. Is npm start still running? Your last changes are in this page only.",
    ko: "서버가 응답하지 않습니다. npm start가 아직 실행 중인가요? 마지막 변경은 이 페이지에만 있습니다.",
  },
  locked: {
    en: "These notebooks open from the address that npm start has printed: it holds a key. Open the whole of it once in this browser; this page then goes on by itself.",
    ko: "이 노트북은 npm start가 출력한 주소로 엽니다. 주소에 열쇠가 들어 있습니다. 이 브라우저에서 주소 전체를 한 번 열어 주세요. 그러면 이 페이지도 저절로 이어집니다.",
  },
  newStart: {
    en: "The server has been started anew, with another key. Open the address that it has printed once in this browser; this page then goes on by itself. Until then your last changes are in this page only.",
    ko: "서버가 새 열쇠로 다시 시작되었습니다. 새로 출력된 주소를 이 브라우저에서 한 번 열어 주세요. 그러면 이 페이지도 저절로 이어집니다. 그때까지 마지막 변경은 이 페이지에만 있습니다.",
  },
  saveTrouble: {
    en: "Could not be saved; your last changes are in this page only, and saving is tried again and again. The server says: {why}",
    ko: "저장하지 못했습니다. 마지막 변경은 이 페이지에만 있으며, 저장은 계속 다시 시도합니다. 서버의 설명: {why}",
  },
  fileGone: {
    en: "This notebook is not at its place any more: it was deleted, moved or renamed elsewhere. What you see is in this page only.",
    ko: "이 노트북이 제자리에 없습니다. 다른 곳에서 삭제되었거나 옮겨졌거나 이름이 바뀌었습니다. 지금 보이는 내용은 이 페이지에만 있습니다.",
  },
  fileRenamed: {
    en: "This notebook has been renamed elsewhere: it is now {name}.",
    ko: "다른 곳에서 이 노트북의 이름이 바뀌었습니다. 새 이름: {name}",
  },
  fileDamaged: {
    en: "Another program has changed this file, and it is no notebook that can be read any more. What you see is in this page only. The server says: {why}",
    ko: "다른 프로그램이 이 파일을 바꾸어 더는 읽을 수 있는 노트북이 아닙니다. 지금 보이는 내용은 이 페이지에만 있습니다. 서버의 설명: {why}",
  },
  saveHere: { en: "Save it here again", ko: "여기에 다시 저장" },
  saveOver: { en: "Save mine over it", ko: "내 것으로 덮어쓰기" },
  saveCopy: { en: "Save mine as a copy", ko: "내 것을 사본으로 저장" },
  openThere: { en: "Go on there", ko: "새 이름으로 계속하기" },
  deadTitle: { en: "The kernel has ended", ko: "커널이 종료되었습니다" },
  deadWords: {
    en: "Your notebook is safe; the variables are gone. The cell that was running says why.",
    ko: "노트북은 안전하지만 변수는 사라졌습니다. 실행 중이던 셀에 이유가 나옵니다.",
  },
  goneWords: {
    en: "The server that it belonged to has ended. Your notebook is safe; the variables are gone.",
    ko: "커널을 실행하던 서버가 종료되었습니다. 노트북은 안전하지만 변수는 사라졌습니다.",
  },
  unstarted: {
    en: "The kernel did not start, so nothing has run; what the cells show is as it was. npm run doctor says what is missing.",
    ko: "커널이 시작되지 않아 아무것도 실행하지 않았습니다. 셀의 출력은 그대로입니다. 무엇이 빠졌는지는 npm run doctor로 알 수 있습니다.",
  },
  conflictTitle: {
    en: "This notebook has changed elsewhere",
    ko: "이 노트북이 다른 곳에서 바뀌었습니다",
  },
  conflictWords: {
    en: "Another tab or program has saved it since. Nothing was overwritten. What shall be kept?",
    ko: "다른 탭이나 프로그램이 그사이 저장했습니다. 아무것도 덮어쓰지 않았습니다. 무엇을 남길까요?",
  },
  keepBoth: { en: "Both: save mine as a copy", ko: "둘 다: 내 것을 사본으로 저장" },
  keepTheirs: { en: "The other one", ko: "다른 쪽" },
  keepMine: { en: "Mine", ko: "내 것" },
  openFailed: { en: "This notebook cannot be opened", ko: "이 노트북을 열 수 없습니다" },
  restored: {
    en: "Reloaded: it was saved in another tab.",
    ko: "다시 불러옴: 다른 탭에서 저장되었습니다.",
  },
  keysHelp: {
    en: "Shift+Enter run · Ctrl+Enter run in place · Tab complete · Shift+Tab look up · Esc leave the cell, then: A/B cell above/below, D D delete, Z undo, M text, Y code, C/X/V copy/cut/paste, I I interrupt, 0 0 restart",
    ko: "Shift+Enter 실행 · Ctrl+Enter 제자리 실행 · Tab 자동 완성 · Shift+Tab 설명 보기 · Esc 셀에서 나온 뒤: A/B 위/아래 새 셀, D D 삭제, Z 되돌리기, M 글, Y 코드, C/X/V 복사/잘라내기/붙여넣기, I I 중단, 0 0 재시작",
  },
} as const;

let language: Language = "en";

export function setLanguage(wanted: Language): void {
  language = wanted;
  document.documentElement.lang = wanted;
}

export const currentLanguage = () => language;

/** A word of the page in its language, with texts in the place of `{names}`. */
export const say = (key: keyof typeof WORDS, texts: Record<string, string> = {}): string =>
  WORDS[key][language].replaceAll(/\{(\w+)\}/g, (whole, name) => texts[name] ?? whole);

/** A word of the page in each language. */
export const both = (key: keyof typeof WORDS): [Language, string][] =>
  Object.entries(WORDS[key]) as [Language, string][];
