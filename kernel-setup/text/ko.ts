import type { Texts } from "./en";

/** What kernel, page and book say, in Korean. */
export const ko: Texts = {
  page: {
    title: "노트북",
    lessons: "레슨",
    own: "내 노트북",
    newNotebook: "새 노트북",
    openFile: "파일 열기 …",
    rename: "이름 바꾸기",
    newName: "새 이름",
    nameTaken: '이름이 "{name}"인 노트북이 이미 있습니다. 다른 이름을 고르세요.',
    nameRefused:
      '"{name}"은(는) 노트북 이름으로 쓸 수 없습니다. 이름은 80자까지이고, /와 \\를 쓸 수 없으며, 점으로 시작하지 않습니다.',
    work: "내 작업",
    saveWork: "내 작업 모두 저장 …",
    saveWorkTitle: "모든 노트북과 점수표를 파일 하나로: 다른 컴퓨터로 옮기거나 선생님께 낼 때",
    takeWork: "작업 파일 가져오기 …",
    takeWorkTitle: "그런 파일을 가져옵니다. 내 노트북은 그대로 남습니다",
    copyLink: "이 노트북의 링크 복사",
    copyLinkTitle: "출력을 뺀 셀을 주소 하나에 담아 보낼 수 있습니다",
    link: "이 노트북의 링크",
    linkCopied: "링크를 복사했습니다. 어디에나 붙여넣을 수 있습니다.",
    linkToCopy: "이 브라우저에서는 페이지가 복사할 수 없습니다. 아래 링크를 직접 복사하세요.",
    linkHoldsLesson: "레슨과 다른 부분만 담겨 있습니다: 셀 {count}개, 출력 없음, 개인 정보 없음.",
    linkHoldsAll: "노트북 전체가 담겨 있습니다: 셀 {count}개, 출력 없음, 개인 정보 없음.",
    linkOpensHere: "이 컴퓨터에서 npm start가 이 주소로 실행되는 동안 열립니다.",
    linkOpensAnywhere: "링크를 연 사람은 노트북을 자기 것으로 보관할 수 있습니다.",
    linkTitle: "링크에 노트북이 들어 있습니다",
    linkIsLesson: "{name}의 사본이며, 누군가 셀 {count}개를 바꾸었습니다.",
    linkIsNotebook: "이름이 {name}인 노트북이며, 셀은 {count}개입니다.",
    linkFrom:
      "모든 내용은 방금 연 주소에 담겨 왔으며, 보낸 사람이 만든 것입니다. 다른 누구도 살펴보지 않았습니다.",
    linkKept:
      "보관하면 새 노트북이 되고 내 노트북은 그대로 남습니다. 실행된 것은 없으며 저절로 실행되지도 않습니다. 코드는 내 코드와 같은 일을 할 수 있으니 실행하기 전에 읽어 보세요.",
    linkKeep: "새 노트북으로 보관",
    linkLeave: "나중에",
    linkCode: "셀의 내용",
    close: "닫기",
    notOpened: "이 파일은 노트북이 아닙니다",
    notOpenedWords: "노트북(.ipynb)이 필요하지만 종류가 다르거나 손상된 파일이 왔습니다.",
    none: "아직 없음",
    welcome: "왼쪽에서 레슨을 고르세요.",
    progress: "연습문제 {total}개 중 {done}개 통과",
    dark: "어둡게",
    light: "밝게",
    moreMenu: "더 보기",
    lessMenu: "메뉴 닫기",
    hide: "목록 숨기기",
    show: "목록 보기",
    run: "실행",
    runTitle: "셀을 실행하고 다음으로 (Shift+Enter)",
    runAll: "모두 실행",
    runAllTitle: "처음부터 모든 셀 실행",
    interrupt: "중단",
    interruptTitle: "실행 중인 셀 중단 (I, I)",
    restart: "재시작",
    restartTitle: "커널 재시작: 변수는 모두 사라지고 노트북은 그대로 남습니다 (0, 0)",
    restartRun: "재시작 후 모두 실행",
    restartAsk: "커널을 재시작할까요? 변수는 모두 사라지고 노트북은 그대로 남습니다.",
    cancel: "취소",
    addCell: "+ 셀",
    addCellTitle: "아래에 새 셀 (B)",
    save: "저장",
    saveTitle: "지금 저장 (Ctrl+S); 자동으로도 저장됩니다",
    code: "코드",
    markdown: "글",
    raw: "원문",
    cellType: "셀 종류",
    cells: "셀",
    cellField: "셀의 내용",
    trust: "신뢰",
    trustTitle: "여기서 만들지 않은 출력은 정지된 그림입니다. 스크립트 실행을 허용합니다.",
    trustAsk:
      "저장된 출력의 스크립트 실행을 허용할까요? 출처를 아는 노트북일 때만 허용하세요. 셀을 직접 실행해도 그 출력이 살아납니다.",
    keys: "단축키",
    saved: "저장됨",
    unsaved: "저장 전",
    saving: "저장 중 …",
    saveFailed: "저장하지 못함",
    idle: "커널 준비됨",
    busy: "커널 실행 중",
    starting: "커널 시작 중 …",
    restarting: "커널 재시작 중 …",
    dead: "커널이 종료됨",
    connecting: "연결 중 …",
    serverGone:
      "서버가 응답하지 않습니다. npm start가 아직 실행 중인가요? 마지막 변경은 이 페이지에만 있습니다.",
    locked:
      "이 노트북은 npm start가 출력한 주소로 엽니다. 주소에 열쇠가 들어 있습니다. 이 브라우저에서 주소 전체를 한 번 열어 주세요. 그러면 이 페이지도 저절로 이어집니다.",
    newStart:
      "서버가 새 열쇠로 다시 시작되었습니다. 새로 출력된 주소를 이 브라우저에서 한 번 열어 주세요. 그러면 이 페이지도 저절로 이어집니다. 그때까지 마지막 변경은 이 페이지에만 있습니다.",
    saveTrouble:
      "저장하지 못했습니다. 마지막 변경은 이 페이지에만 있으며, 저장은 계속 다시 시도합니다. 서버의 설명: {why}",
    fileGone:
      "이 노트북이 제자리에 없습니다. 다른 곳에서 삭제되었거나 옮겨졌거나 이름이 바뀌었습니다. 지금 보이는 내용은 이 페이지에만 있습니다.",
    fileRenamed: "다른 곳에서 이 노트북의 이름이 바뀌었습니다. 새 이름: {name}",
    fileDamaged:
      "다른 프로그램이 이 파일을 바꾸어 더는 읽을 수 있는 노트북이 아닙니다. 지금 보이는 내용은 이 페이지에만 있습니다. 서버의 설명: {why}",
    saveHere: "여기에 다시 저장",
    saveOver: "내 것으로 덮어쓰기",
    saveCopy: "내 것을 사본으로 저장",
    openThere: "새 이름으로 계속하기",
    deadTitle: "커널이 종료되었습니다",
    deadWords: "노트북은 안전하지만 변수는 사라졌습니다. 실행 중이던 셀에 이유가 나옵니다.",
    goneWords: "커널을 실행하던 서버가 종료되었습니다. 노트북은 안전하지만 변수는 사라졌습니다.",
    unstarted:
      "커널이 시작되지 않아 아무것도 실행하지 않았습니다. 셀의 출력은 그대로입니다. 무엇이 빠졌는지는 npm run doctor로 알 수 있습니다.",
    conflictTitle: "이 노트북이 다른 곳에서 바뀌었습니다",
    conflictWords:
      "다른 탭이나 프로그램이 그사이 저장했습니다. 아무것도 덮어쓰지 않았습니다. 무엇을 남길까요?",
    keepBoth: "둘 다: 내 것을 사본으로 저장",
    keepTheirs: "다른 쪽",
    keepMine: "내 것",
    openFailed: "이 노트북을 열 수 없습니다",
    restored: "다시 불러옴: 다른 탭에서 저장되었습니다.",
    keysHelp:
      "Shift+Enter 실행 · Ctrl+Enter 제자리 실행 · Tab 자동 완성 · Shift+Tab 설명 보기 · Esc 셀에서 나온 뒤: A/B 위/아래 새 셀, D D 삭제, Z 되돌리기, M 글, Y 코드, C/X/V 복사/잘라내기/붙여넣기, I I 중단, 0 0 재시작",
    blocked:
      "이 브라우저는 이 주소의 데이터를 저장하지 않아 노트북의 열쇠가 페이지를 옮길 때마다 사라집니다. 사이트 데이터 저장을 허용하고 출력된 주소를 다시 열어 주세요.",
    saveTroubleInPage:
      "저장하지 못했습니다. 마지막 변경은 이 페이지에만 있으며, 저장은 계속 다시 시도합니다. 이유: {why}",
    storageFull:
      "저장하지 못했습니다. 이 브라우저에 이 사이트를 위한 공간이 더 없습니다. 마지막 변경은 이 페이지에만 있으며, 저장은 계속 다시 시도합니다. 기기의 공간을 비우거나 더는 필요 없는 내 노트북을 지우세요.",
    fileDamagedInPage:
      "다른 곳에서 이 파일이 바뀌어 더는 읽을 수 있는 노트북이 아닙니다. 지금 보이는 내용은 이 페이지에만 있습니다. 이유: {why}",
    unstartedInPage:
      "커널이 시작되지 않아 아무것도 실행하지 않았습니다. 셀의 출력은 그대로입니다. 페이지를 새로 고치면 다시 시도합니다.",
    lessonBehind: "작업을 시작한 뒤 이 레슨이 바뀌었습니다. 작업한 내용은 그대로 있습니다.",
    lessonUnreadable: "이 레슨의 사본이 더는 읽을 수 있는 노트북이 아니어서 그대로 두었습니다.",
    takeNewLesson: "새 레슨 받기, 내 것은 옆에 보관",
    newerLesson: "이 레슨의 새 판이 있습니다. 작업한 내용은 그대로 있습니다.",
    lessonMissing:
      "사이트에서 이 레슨을 가져오지 못했습니다. 연결되면 페이지를 새로 고치세요. 이유: {why}",
    noRoomForLesson:
      "이 레슨을 열 수 없습니다. 이 브라우저에 이 사이트를 위한 공간이 더 없습니다. 기기의 공간을 비우거나 더는 필요 없는 내 노트북을 지우세요.",
    delete: "삭제",
    deleteAsk: "{name}: 이 노트북을 삭제할까요? 되돌릴 수 없습니다.",
    keptHere: "이 브라우저에만 저장됩니다.",
    keptHereTitle:
      "바꾼 내용은 이 기기의 이 브라우저에만 남습니다. 다른 사람은 볼 수 없으며, 이 사이트의 데이터를 지우면 함께 사라집니다. 변수는 페이지를 떠나거나 새로 고칠 때까지만 남습니다.",
    notStarted:
      "이 페이지가 시작되지 않았습니다. 자바스크립트가 필요하며 웹 서버에서 열어야 합니다. 파일로 열면 브라우저가 시작하지 않습니다.",
    notKept:
      "이 브라우저는 이 사이트의 데이터를 저장하지 않습니다. 일부 비공개 창이 그렇습니다. 작업한 내용은 이 페이지가 열려 있는 동안만 남습니다.",
    fromElsewhere: "다른 페이지에서 이 주소로 왔습니다.",
    openNotebooks: "노트북 열기",
  },
  work: {
    otherFile:
      '"내 작업 모두 저장 …"으로 만든 작업 파일(.backprop)이 필요하지만 다른 파일이 왔습니다. 아무것도 바뀌지 않았습니다.',
    notebookInstead:
      '작업 파일(.backprop)이 필요하지만 노트북이 왔습니다. 노트북은 "파일 열기 …"로 엽니다. 아무것도 바뀌지 않았습니다.',
    damaged:
      "온전한 작업 파일이 필요하지만 손상되었거나 잘린 파일이 왔습니다. 끝까지 복사되지 않았을 수 있습니다. 아무것도 바뀌지 않았습니다.",
    tooLarge:
      "담긴 내용이 {most} MB 이하인 작업 파일이 필요하지만 더 큰 파일이 왔습니다. 아무것도 바뀌지 않았습니다.",
    later:
      "형식 {known}의 작업 파일이 필요하지만 형식 {came}이(가) 왔습니다. 더 새로운 레슨에서 만든 파일입니다. 여기 레슨을 새것으로 바꾼 뒤 다시 가져오세요. 아무것도 바뀌지 않았습니다.",
    laterScorecard:
      "이 레슨이나 더 이전 레슨의 점수표가 필요하지만 더 새로운 레슨의 점수표가 왔습니다. 레슨을 새것으로 바꾼 뒤 작업을 다시 가져오세요. 점수표는 바뀌지 않았습니다.",
    wrongPart:
      "레슨이 만든 그대로의 작업 파일이 필요하지만 {part} 부분의 형식이 다릅니다. 다른 프로그램이 만들었을 수 있습니다. 아무것도 바뀌지 않았습니다.",
    wrongPath:
      "노트북 폴더 안의 자리만 쓸 수 있는데 {path}이(가) 왔습니다. 레슨은 이런 파일을 만들지 않습니다. 아무것도 바뀌지 않았습니다.",
    wrongName:
      "여기서 쓸 수 있는 파일 이름이 필요하지만 {path}이(가) 왔습니다. 원래 자리에서 노트북 이름을 바꾼 뒤 작업을 다시 저장하세요. 아무것도 바뀌지 않았습니다.",
    twice:
      "노트북은 하나씩만 있어야 하는데 {path}이(가) 두 번 나옵니다. 레슨은 이런 파일을 만들지 않습니다. 아무것도 바뀌지 않았습니다.",
    noNotebook:
      "작업 파일에는 노트북만 있어야 하는데 다른 것이 들어 있습니다. {why} 아무것도 바뀌지 않았습니다.",
    tooMuch:
      "노트북은 모두 합쳐 {most} MB 이하여야 하는데 더 많습니다. 가장 큰 것은 {path}({size} MB)이며, 출력을 지우면 들어갈 수 있습니다.",
    wrongTime: "2026-11-29T10:00:00Z와 같은 시각이 필요하지만 {came}이(가) 왔습니다.",
    tooDeep: "폴더 여덟 개보다 더 깊은 곳에 있습니다.",
    damagedScorecard: "손상되었습니다.",
    saved: "{name}에 저장했습니다: 점수표와 모든 노트북({count}개).",
    leftOut: "들어가지 않음: {path}: {why}",
    moreLeftOut: "그 밖에 들어가지 않은 것: {count}개.",
    taken: "가져옴({count}개): {names}.",
    beside: "내 것은 그대로 두고 곁에 보관함({count}개): {names}.",
    skipped: "새로운 내용이 없어 건너뜀: {count}개.",
    refused: "가져오지 못함: {path}: {why}",
    nothing: "작업이 들어 있지 않습니다.",
    passed: "새로 통과한 연습문제: {ids}.",
    nothingPassed: "통과한 연습문제는 모두 이미 점수표에 있습니다.",
    setAside: "점수표가 손상되어 {name}(으)로 보관하고 새로 시작합니다.",
    scorecardRefused: "점수표를 쓰지 못했습니다: {why}",
    linkTooLong:
      '링크는 {most}자 이하여야 하는데 이 노트북의 링크는 {came}자입니다. "내 작업 모두 저장 …"은 길이와 상관없이 파일로 만듭니다.',
    linkDamaged:
      "노트북이 담긴 링크가 필요하지만 손상되었거나 잘린 링크가 왔습니다. 메시지 프로그램은 긴 링크를 자르기도 합니다. 아무것도 보관하지 않았습니다.",
    linkLater:
      "형식 {known}의 링크가 필요하지만 형식 {came}이(가) 왔습니다. 더 새로운 레슨에서 만든 링크입니다. 여기 레슨을 새것으로 바꾼 뒤 다시 여세요. 아무것도 보관하지 않았습니다.",
    linkNoLesson:
      "여기 있는 레슨이 필요하지만 다른 판의 레슨 {path}에서 바꾼 내용이 왔습니다. 대신 작업 파일을 부탁하거나 레슨을 새것으로 바꾸세요. 아무것도 보관하지 않았습니다.",
    linkNoNotebook:
      "노트북이 담긴 링크가 필요하지만 다른 것이 들어 있습니다. {why} 아무것도 보관하지 않았습니다.",
  },
  jupyterlab: {
    cancel: "취소",
    ok: "확인",
    close: "닫기",
    select: "선택",
    restart: "재시작",
    run: "실행",
    revert: "되돌리기",
    overwrite: "덮어쓰기",
    loadError: "%1 파일을 불러오지 못했습니다",
    saveError: "%1 파일을 저장하지 못했습니다",
    fileChanged: "파일이 바뀌었습니다",
    fileChangedAsk:
      '"%1" 파일이 디스크에서 바뀌었습니다. 여기 열린 내용으로 덮어쓸까요, 디스크의 내용을 불러올까요(되돌리기)?',
    noKernel: "커널 없음",
    selectKernel: "커널 선택",
    selectKernelFor: "커널을 고르세요:",
    startKernel: "커널 시작",
    startThatKernel: "%1 커널 시작",
    useNoKernel: "커널 쓰지 않기",
    connectToKernel: "실행 중인 커널에 연결",
    connectToThatKernel: "실행 중인 %1 커널에 연결",
    connectToOther: "다른 커널에 연결",
    unknownKernel: "알 수 없는 커널",
    path: "경로: %1",
    name: "이름: %1",
    kernelName: "커널 이름: %1",
    kernelId: "커널 ID: %1",
    alwaysStart: "언제나 같은 커널로 시작",
    rememberChoice: "선택을 기억하고 언제나 같은 커널로 시작합니다",
    startingFailed: "커널을 시작하지 못했습니다",
    restarting: "커널 재시작",
    died: "%1의 커널이 종료되어 자동으로 다시 시작합니다.",
    terminating: "커널 종료 중",
    terminatingWords: "%1의 커널이 종료되는 중이라 지금은 셀을 실행할 수 없습니다.",
    notExecuted: "입력을 기다리는 중이라 실행하지 않았습니다",
    notExecutedWords:
      "다른 셀이 입력을 기다리고 있어 실행하지 않았습니다. 입력 칸에 적고 Enter를 누른 다음 다시 실행하세요.",
    typeNotChanged: "입력을 기다리는 중이라 셀 종류를 바꾸지 않았습니다",
    typeNotChangedWords:
      "이 셀이 입력을 기다리고 있어 종류를 바꾸지 않았습니다. 입력을 마친 다음 다시 시도하세요.",
    readOnly: "읽기 전용 셀이라 종류를 바꿀 수 없습니다.",
    empty: "빈 노트북입니다. 도구 모음의 + 버튼을 눌러 셀을 추가하세요.",
    addCell: "누르면 셀이 하나 늘어납니다.",
    writeHere: "Markdown과 LaTeX를 적으세요: $ α^2 $",
    codeCell: "코드 셀",
    codeCellWithOutput: "출력이 있는 코드 셀",
    markdownCell: "글 셀",
    rawCell: "원문 셀",
    expandOutput: "출력 펼치기",
    collapseOutput: "출력 접기",
    moreOutputs: "출력 더 보기",
    firstOutputs: "처음 %1개만 보입니다",
    history: "↑↓로 지난 입력, Ctrl+↑/↓로 찾기",
    noJavaScript: "JavaScript 출력은 꺼져 있습니다",
    inlineScripts: "이 HTML 출력에는 스크립트가 들어 있습니다. 이 페이지에서 실행할까요?",
  },
  outputs: {
    untrusted:
      "이 출력에는 자체 스크립트나 스타일시트, 입력 양식이 들어 있습니다. 신뢰를 누르거나 셀을 직접 실행하면 페이지와 분리된 틀 안에 표시됩니다.",
    frame: "따로 분리된 틀 안의 출력",
    framed:
      "이 출력에는 자체 스크립트나 스타일시트, 입력 양식이 들어 있습니다. 스크립트가 실행되는 곳에서는 페이지와 분리된 틀 안에 표시됩니다.",
  },
  run: {
    run: "실행",
    runCell: "셀 {n} 실행",
    stop: "중지",
    stopAll: "셀 {n}과 기다리는 셀 모두 중지",
    said: "셀 {n}: {state}",
    starting: "커널 시작 중 …",
    waiting: "기다리는 중",
    running: "실행 중 …",
    done: "완료",
    failed: "실패",
    held: "실행되지 않음: 위의 셀이 실패했습니다",
    stopped: "중지됨",
    noScript:
      "셀을 실행하는 데 필요한 것을 불러오지 못했습니다. 이 사이트에 연결되어 있나요? 실행을 다시 눌러 보세요.",
    notLoaded: "커널을 불러오지 못했습니다. 이 사이트에 연결되어 있나요? 실행을 다시 눌러 보세요.",
    asFile:
      "이 페이지는 파일로 열려 있는데, 브라우저는 파일에서 셀을 실행하지 않습니다. 사이트 주소로 열거나 복제한 폴더에서 npm start를 실행하면 셀이 실행됩니다.",
    howToRun: "실행하는 방법",
  },
  site: {
    open: "노트북으로 열기",
    toLessons: "한국어 노트북으로",
    skip: "본문으로",
    theme: "밝게 또는 어둡게",
    contents: "이 페이지의 내용",
    lessons: "레슨",
    others: "함께 볼 것",
    before: "이전",
    after: "다음",
    needs: "먼저",
    code: "코드",
    output: "출력",
    language: "언어",
    fixed:
      "이 페이지들만 있으면 볼 수 있습니다. 그림과 차트, 입력은 네트워크 없이도 움직입니다. 웹 서버에서 열면 셀이 페이지 안에서 실행되고, 코드를 고치려면 노트북을 여세요.",
    licences: "함께 들어 있는 것들의 라이선스",
  },
  book: {
    solution: "{exercise} 풀이",
    minutes: "{minutes}분",
    lesson: "노트북",
    time: "시간",
    needs: "먼저 볼 것",
    inCode: "코드에서",
    meaning: "뜻",
    introducedIn: "처음 나오는 곳",
  },
  hints: {
    label: "도움말: {hint}",
    theValue: "이 값",
    expected: "이 자리에 와야 할 것은 {what}입니다. 바로 앞의 코드도 함께 살펴보세요.",
    expectedEnd:
      "문장이 여기서 끝나야 합니다. 표시된 곳 앞에 괄호가 하나 더 있거나 연산자가 빠졌을 수 있습니다.",
    valueMissing: "여기에 값이 빠졌습니다. 표시된 곳 앞의 식이 끝나지 않았습니다.",
    noBeginning: "이렇게 시작하는 문장은 없습니다. 앞에 괄호가 하나 더 있을 수 있습니다.",
    nameUnknown:
      "아직 정의되지 않은 이름입니다: {name}. 정의하는 셀을 먼저 실행하거나 import하거나 철자를 확인하세요.",
    moduleUnknown:
      "설치되거나 저장된 것 중에 {name}에 해당하는 것이 없습니다. 이름을 확인하세요. 직접 만든 파일은 ./로 시작합니다.",
    otherType: "값의 타입은 {type}인데, 이 자리에는 {wanted} 타입이 와야 합니다.",
    noExport: "셀에는 export가 필요 없습니다. 뒤의 셀에서 모든 이름을 볼 수 있습니다.",
    noProperty:
      "{type} 타입의 값에는 {name} 속성이 없습니다. 철자를 확인하고, 예상한 값이 맞는지도 살펴보세요.",
    promise: "값이 아직 오지 않았습니다. 앞에 await를 쓰세요.",
    otherArgument: "함수에 넘긴 값의 타입은 {type}인데, 이 자리에는 {wanted} 타입이 와야 합니다.",
    notCallable: "이름 뒤의 괄호는 함수를 호출하는데, 이것은 함수가 아닙니다.",
    unknownProperty: "{type} 타입에는 {name} 속성이 없습니다. 철자를 확인하거나 빼세요.",
    noReturn: "이 타입의 값을 반환하기로 한 함수인데, 아무것도 반환하지 않습니다.",
    leftNumber: "산술 연산의 왼쪽에는 숫자가 와야 합니다. 문자열은 Number(…)로 숫자로 바꿉니다.",
    rightNumber: "산술 연산의 오른쪽에는 숫자가 와야 합니다. 문자열은 Number(…)로 숫자로 바꿉니다.",
    operator: "{operator} 연산자는 이 둘에 함께 쓸 수 없습니다.",
    arrays:
      "배열은 통째로 더하거나 비교할 수 없습니다. a.map((x, i) => x + b[i])처럼 원소를 꺼내 쓰세요.",
    someReturn: "함수 안에 값을 반환하지 않는 경로가 있습니다.",
    neverEqual: "두 쪽의 타입에 공통된 값이 없어서 결코 같을 수 없습니다.",
    twice:
      "이 셀에 같은 이름이 두 번 나옵니다. 하나의 이름을 바꾸세요. 같은 이름은 다음 셀에서만 다시 쓸 수 있습니다.",
    notIterable:
      "배열처럼 여러 값을 담은 것만 반복하거나 분해할 수 있는데, 이것은 그렇지 않습니다.",
    maybeMissing:
      "여기서는 {name}의 값이 없을 수 있습니다. if ({name}) { … }처럼 먼저 확인하거나 ?. 또는 ??를 쓰세요.",
    argumentCount: "괄호 안에 넣은 값이 함수의 매개변수보다 많거나 적습니다.",
    initialize: "{name}의 값을 선언하는 곳이나 생성자에서 넣으세요.",
    unknownType: "타입을 전혀 알 수 없습니다. 먼저 typeof나 instanceof로 확인하세요.",
    notInNode: "셀은 웹 페이지가 아니라 Node.js에서 실행되므로 {name}에 해당하는 것이 없습니다.",
    constant: "const의 값은 바뀌지 않습니다. 값을 바꾸려면 let으로 선언하세요.",
    typeOnly: "타입을 검사할 때만 있는 이름입니다: {name}. 셀을 실행할 때는 이런 값이 없습니다.",
    addThese: "메시지에 나온 속성들을 객체에 추가하세요.",
    addThis: "객체에 {name} 속성을 추가하세요.",
    overloads: "이 함수를 호출하는 방법이 여러 가지인데, 이 값들은 그중 어느 것에도 맞지 않습니다.",
    untyped:
      "TypeScript가 {name}의 타입을 알 수 없습니다. ({name}: number)처럼 뒤에 타입을 쓰세요.",
    noKey: "객체의 타입에 그런 키가 없습니다.",
    packageUntyped:
      "{name} 패키지에는 타입이 없습니다. 타입이 있는 패키지는 검사를 받으며, 이 패키지는 require로 쓸 수 있습니다.",
    print: "TypeScript에서는 console.log(…)로 출력합니다.",
    len: "TypeScript의 배열과 문자열에는 a.length처럼 쓰는 length 속성이 있습니다.",
    none: "TypeScript에서는 None 대신 null이나 undefined를 씁니다.",
    true: "TypeScript에서는 true라고 씁니다.",
    false: "TypeScript에서는 false라고 씁니다.",
    self: "TypeScript에서는 self 대신 this를 씁니다.",
    outOfReach:
      "여기에서는 셀이 {name}에 닿을 수 없습니다. 페이지 안의 셀은 계산하고 보여 주기만 하며, 페이지 자체와 네트워크, 브라우저가 보관하는 것은 다루지 않습니다.",
    ofNode:
      "{name}은(는) Node.js에 속하며, 페이지에는 없습니다. npm start에서는 셀이 Node.js에서 실행됩니다.",
    moduleNotInPage:
      "페이지에서 가져올 수 있는 것은 {there}와(과) 노트북 옆의 파일이며, {name}은(는) 그중에 없습니다. npm start에서는 설치된 패키지와 Node.js의 모든 모듈을 가져올 수 있습니다.",
    throwError: 'throw new Error("…")처럼 Error를 던져야 줄 번호를 알 수 있습니다.',
  },
  kernel: {
    notShown: "표시할 수 없는 값: {why}",
    inspectionFails: "값을 살펴보는 코드가 실패합니다",
    moreCharacters: "글자 {count}개 생략",
    beforeThis: "앞의 커널: {reason}",
    andMore: "… 그 밖에 {count}개",
    more: " (그 밖에 {count}개)",
    causedBy: "원인: ",
    oneOfThese: "그중 {n}번째 오류: ",
    interrupted: "셀이 끝나기 전에 중단되었습니다.",
    notReached:
      "{name}의 선언에 이르지 못했습니다. 이를 선언하는 셀 [{count}]의 실행이 그 줄 앞에서 멈췄습니다. 그 셀을 다시 실행하세요.",
    promptEnded: "prompt: 셀이 실행되는 동안 호출해야 하는데, 셀이 이미 끝났습니다",
    promptNotAllowed:
      "prompt: 입력을 받을 수 있는 화면이 필요한데, 여기서는 입력을 받을 수 없습니다",
    promptRefused: "prompt: 화면에서 답을 받아야 하는데, 받지 못했습니다: {why}",
    displayFailed: "값이 스스로 정한 방법으로 표시되지 않아 글로 표시합니다.",
    growthFailed: "이 셀 아래에서 갱신되던 것을 셀이 끝날 때 표시하지 못했습니다.",
    fenced:
      "{name}: 계산하고 보여 주는 것만 기대했지만, 이것은 셀 밖으로 나갑니다. 페이지 안의 셀은 네트워크에도, 브라우저가 보관하는 것에도 닿지 않습니다.",
    noModuleInPage:
      "require: 페이지에 있는 모듈({there})이나 노트북 옆의 파일을 기대했지만, {name}이(가) 주어졌습니다. npm start에서는 설치된 패키지와 Node.js의 모든 모듈을 가져올 수 있습니다.",
    promptInPage: "페이지에서는 셀이 실행되는 동안 대답을 기다릴 수 없습니다",
    replaced:
      "셀이 끝나기 전에 중지되었습니다. 변수를 남긴 채로는 멈출 수 없어서, 다른 모든 셀의 변수도 함께 사라졌습니다. 첫 셀부터 다시 실행하세요.",
    mnist: "MNIST 이미지 (11 MB)",
    supplied: "{what} 불러오는 중: {percent} %",
    supplyFailed:
      "이 셀에는 {what}이(가) 필요하지만 불러오지 못했습니다: {why}. 다시 시도하려면 셀을 다시 실행하세요.",
    replacedAlone:
      "셀이 끝나기 전에 중단되었습니다. 셀이 하던 일만 따로 멈출 수 없어서 커널을 새로 시작했습니다.",
    replaying:
      "셀만 따로 멈출 수 없어서 커널을 끝냈습니다. 앞의 셀들을 다시 실행하는 중이며, 한 번 더 중단하면 그만둡니다.",
    replayed:
      "셀이 끝나기 전에 중단되었습니다. 셀이 하던 일만 따로 멈출 수 없어서 커널을 새로 시작하고, 앞의 셀들을 다시 실행했습니다: {cells}.",
    leftOut:
      "실패했거나 너무 오래 걸렸거나 중단되어 제외한 셀: {left}. 그 셀이 선언하는 것이 필요하면 다시 실행하세요.",
    workerLost:
      "브라우저가 이유를 말하지 않고 커널을 끝냈습니다. 메모리가 부족할 때 그렇게 합니다.",
    shutDown: "커널이 종료되었습니다.",
    endedWith: "셀의 {call} 호출로 커널이 종료되었습니다.",
    outOfMemory: "커널의 메모리가 부족해졌습니다. {used}를 썼고, 힙의 한도는 {limit}입니다.",
    endedSilently: "커널이 이유를 알리지 않고 종료되었습니다.",
    crashed: "커널이 네이티브 코드에서 비정상 종료되었습니다({signal}).",
    killed: "커널이 강제 종료되었습니다(SIGKILL). 메모리가 부족할 때 시스템이 이렇게 합니다.",
    used: " 사용한 메모리는 {used}입니다.",
    endedBySignal: "커널이 {signal} 신호로 종료되었습니다.",
    endedByCode: "커널이 종료되었습니다. 종료 코드는 {code}입니다.",
    variablesGone: "{reason} 변수가 모두 사라졌으니 첫 셀부터 다시 실행하세요.",
    whileCellRan: " 셀 [{count}] 실행 중의 일입니다.",
    before: "앞의 커널이 종료되어 변수가 모두 사라졌습니다. {reason}",
  },
};
