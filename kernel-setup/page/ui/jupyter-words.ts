/** The words of Jupyter's own widgets that a reader meets, in Korean; a text that is missing here stays English. */
export const KOREAN: Readonly<Record<string, string>> = {
  // buttons
  Cancel: "취소",
  Ok: "확인",
  Close: "닫기",
  Select: "선택",
  Restart: "재시작",
  Run: "실행",
  Revert: "되돌리기",
  Overwrite: "덮어쓰기",
  // files
  "File Load Error for %1": "%1 파일을 불러오지 못했습니다",
  "File Save Error for %1": "%1 파일을 저장하지 못했습니다",
  "File Changed": "파일이 바뀌었습니다",
  [`"%1" has changed on disk since the last time it was opened or saved.
Do you want to overwrite the file on disk with the version open here,
or load the version on disk (revert)?`]:
    '"%1" 파일이 디스크에서 바뀌었습니다. 여기 열린 내용으로 덮어쓸까요, 디스크의 내용을 불러올까요(되돌리기)?',
  // the choice of a kernel
  "No Kernel": "커널 없음",
  "Select Kernel": "커널 선택",
  "Select kernel for:": "커널을 고르세요:",
  "Start Kernel": "커널 시작",
  "Start %1 Kernel": "%1 커널 시작",
  "Use No Kernel": "커널 쓰지 않기",
  "Connect to Existing Kernel": "실행 중인 커널에 연결",
  "Connect to Existing %1 Kernel": "실행 중인 %1 커널에 연결",
  "Connect to Other Kernel": "다른 커널에 연결",
  "Unknown Kernel": "알 수 없는 커널",
  "Path: %1": "경로: %1",
  "Name: %1": "이름: %1",
  "Kernel Name: %1": "커널 이름: %1",
  "Kernel Id: %1": "커널 ID: %1",
  "Always start the preferred kernel": "언제나 같은 커널로 시작",
  "Remember my choice and always start the preferred kernel":
    "선택을 기억하고 언제나 같은 커널로 시작합니다",
  // the life of a kernel
  "Error Starting Kernel": "커널을 시작하지 못했습니다",
  "Kernel Restarting": "커널 재시작",
  "The kernel for %1 appears to have died. It will restart automatically.":
    "%1의 커널이 종료되어 자동으로 다시 시작합니다.",
  "Kernel Terminating": "커널 종료 중",
  "The kernel for %1 appears to be terminating. You can not run any cell for now.":
    "%1의 커널이 종료되는 중이라 지금은 셀을 실행할 수 없습니다.",
  // cells
  "Cell not executed due to pending input": "입력을 기다리는 중이라 실행하지 않았습니다",
  "The cell has not been executed to avoid kernel deadlock as there is another pending input! Type your input in the input box, press Enter and try again.":
    "다른 셀이 입력을 기다리고 있어 실행하지 않았습니다. 입력 칸에 적고 Enter를 누른 다음 다시 실행하세요.",
  "Cell type not changed due to pending input":
    "입력을 기다리는 중이라 셀 종류를 바꾸지 않았습니다",
  "The cell type has not been changed to avoid kernel deadlock as this cell has pending input! Submit your pending input and try again.":
    "이 셀이 입력을 기다리고 있어 종류를 바꾸지 않았습니다. 입력을 마친 다음 다시 시도하세요.",
  "The cell is read-only, its type cannot be changed!": "읽기 전용 셀이라 종류를 바꿀 수 없습니다.",
  "The notebook is empty. Click the + button on the toolbar to add a new cell.":
    "빈 노트북입니다. 도구 모음의 + 버튼을 눌러 셀을 추가하세요.",
  "Type Markdown and LaTeX: $ α^2 $": "Markdown과 LaTeX를 적으세요: $ α^2 $",
  "Code Cell Content": "코드 셀",
  "Code Cell Content with Output": "출력이 있는 코드 셀",
  "Markdown Cell Content": "글 셀",
  "Raw Cell Content": "원문 셀",
  // outputs
  "Expand Output": "출력 펼치기",
  "Collapse Output": "출력 접기",
  "Show more outputs": "출력 더 보기",
  "The first %1 are displayed": "처음 %1개만 보입니다",
  "↑↓ for history. Search history with c-↑/c-↓": "↑↓로 지난 입력, Ctrl+↑/↓로 찾기",
  "JavaScript output is disabled in JupyterLab": "JavaScript 출력은 꺼져 있습니다",
  "This HTML output contains inline scripts. Are you sure that you want to run arbitrary Javascript within your JupyterLab session?":
    "이 HTML 출력에는 스크립트가 들어 있습니다. 이 페이지에서 실행할까요?",
};
