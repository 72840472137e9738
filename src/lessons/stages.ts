import type { Words } from "../text/language";

/** A stretch of the way: what it is for, and what happens in each of its lessons. */
export interface Stage {
  title: Words;
  lessons: Record<string, Words>;
}

/** The whole way, in the order in which it is walked. */
export const STAGES: readonly Stage[] = [
  {
    title: {
      en: "Understand: where gradients come from",
      ko: "이해하기: 미분은 어디서 오는가",
    },
    lessons: {
      "00": { en: "Run, predict, check", ko: "실행하고 예측하고 확인하기" },
      "01": { en: "Values forward, gradients back", ko: "값은 앞으로, 미분은 거꾸로" },
      "02": { en: "A bill becomes a graph", ko: "계산서를 계산 그래프로" },
      "03": { en: "Why gradients multiply", ko: "미분을 곱하는 까닭" },
      "04": { en: "Nodes that add, multiply, choose", ko: "더하고 곱하고 고르는 노드" },
    },
  },
  {
    title: { en: "Build: layers of your own", ko: "만들기: 내 손으로 만드는 계층" },
    lessons: {
      "05": { en: "A node becomes a class", ko: "노드를 클래스로" },
      "06": { en: "ReLU lets through or stops", ko: "통과시키거나 막는 ReLU" },
      "07": { en: "Sigmoid, a soft switch", ko: "부드러운 스위치, 시그모이드" },
      "08": { en: "Affine: many neurons at once", ko: "뉴런 여럿을 한꺼번에, Affine" },
      "09": { en: "From scores to one loss", ko: "점수에서 손실 하나로" },
    },
  },
  {
    title: { en: "Train: a net that learns", ko: "학습시키기: 배우는 신경망" },
    lessons: {
      "10": { en: "Trust no gradient unchecked", ko: "미분은 검산하고 믿기" },
      "11": { en: "Learn to read digits", ko: "손글씨 숫자 읽기" },
      "12": { en: "Find the bug, repair it", ko: "버그를 찾아 고치기" },
    },
  },
];
