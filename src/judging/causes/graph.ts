/** Single nodes are right, their combination is not; or a value was taken for another one. */
export const graphCauses = {
  "node-missing": {
    en: "A node of the graph was left out on the way to `{parameter}`. Follow its edges one by one.",
    ko: "`{parameter}`에 이르는 길에서 노드 하나가 빠졌습니다. 계산 그래프의 에지를 하나씩 따라가 보세요.",
  },
  "discount-on-all": {
    en: "The discount reached the apples as well. It belongs to the oranges alone.",
    ko: "할인이 사과에도 적용되었습니다. 할인은 귤에만 적용됩니다.",
  },
  "upstream-missing": {
    en: "A local derivative stands there without everything that comes from upstream. Give each node what the node after it sent back, not 1.",
    ko: "상류에서 온 미분이 빠진 채 국소적 미분만 남은 곳이 있습니다. 각 노드에는 1이 아니라 바로 뒤 노드가 돌려준 미분을 넣으세요.",
  },
  "shared-layer": {
    en: "One layer object probably serves two nodes. Its second `forward` replaces the inputs it kept for the first. Make one object per node.",
    ko: "계층 객체 하나를 두 노드에 함께 쓴 것 같습니다. 두 번째 `forward`가 첫 번째 노드의 입력을 덮어씁니다. 노드마다 객체를 하나씩 만드세요.",
  },
  "pair-exchanged": {
    en: "On the way to `{parameter}` a pair was taken apart in the wrong order. `backward` returns two gradients in the order in which `forward` took its two inputs.",
    ko: "`{parameter}`에 이르는 길에서 미분 한 쌍의 순서가 바뀌었습니다. `backward`는 `forward`가 두 입력을 받은 순서대로 미분 두 개를 돌려줍니다.",
  },
  "part-missing": {
    en: "This value feeds two nodes, so its gradient has two parts, one from each. Add them: here only one is left.",
    ko: "이 값은 두 노드로 들어가므로 미분도 두 곳에서 옵니다. 둘을 더해야 하는데 하나만 남아 있습니다.",
  },
  "output-itself": {
    en: "This is the price itself. The question is how fast the price changes with the tax.",
    ko: "이 값은 가격 자체입니다. 질문은 소비세가 변할 때 가격이 얼마나 빠르게 변하는가입니다.",
  },
  "price-afterwards": {
    en: "This is the price after the rise. The question is by how much it rises.",
    ko: "이 값은 오른 뒤의 가격입니다. 질문은 가격이 얼마나 오르는가입니다.",
  },
  "change-not-rate": {
    en: "This is the tax part of the price, what a step of 0.1 is worth. A gradient is the change per 1.0 of tax.",
    ko: "이 값은 가격에 포함된 세금, 곧 소비세가 0.1만큼 변할 때의 차이입니다. 미분은 소비세 1.0당 변화량입니다.",
  },
  "input-itself": {
    en: "This is the value of the input itself. At a multiply node the gradient of one input comes from the other one.",
    ko: "이 값은 입력 자체입니다. 곱셈 노드에서 한 입력의 미분은 상대 입력에서 나옵니다.",
  },
  "another-gradient": {
    en: "This is the gradient of another input of the same graph.",
    ko: "이 값은 같은 계산 그래프에 있는 다른 입력의 미분입니다.",
  },
  "whole-edge-missing": {
    en: "The tax multiplies the price of all the apples. One apple alone is not what arrives at that node.",
    ko: "소비세는 사과 전체의 가격에 곱해집니다. 그 노드에 들어오는 값은 사과 한 개의 가격이 아닙니다.",
  },
  "step-itself": {
    en: "This is the change where it starts. Each node on the way multiplies it by something.",
    ko: "이 값은 출발할 때의 변화입니다. 지나가는 노드마다 무언가가 곱해집니다.",
  },
  "result-not-change": {
    en: "This is the price itself. The question is by how much it changes.",
    ko: "이 값은 가격 자체입니다. 질문은 가격이 얼마나 변하는가입니다.",
  },
  "change-for-rate": {
    en: "This is the tax that you pay. A gradient is the change per 1.0 of the input, and not what its present value brings.",
    ko: "이 값은 지금 내는 세금입니다. 미분은 입력이 1.0만큼 변할 때의 변화량이지, 지금 값이 가져온 몫이 아닙니다.",
  },
  "started-from-one": {
    en: "This is the work of one node alone, started from 1 again. Multiply it by what the node to its right sent back.",
    ko: "1에서 다시 시작해 노드 하나만 계산한 값입니다. 오른쪽 노드가 돌려보낸 미분을 여기에 곱하세요.",
  },
  "gradients-added": {
    en: "What came back was added. On its way back through a multiply node a gradient is multiplied.",
    ko: "돌아온 미분을 더했습니다. 곱셈 노드를 거꾸로 지날 때는 곱합니다.",
  },
  "tax-on-delivery": {
    en: "The delivery was taxed as well. Its node comes behind the tax.",
    ko: "배송비에도 소비세가 붙었습니다. 배송비를 더하는 노드는 소비세 노드 뒤에 옵니다.",
  },
  "tax-on-one": {
    en: "Only one kind of goods was taxed. Add the goods first, then multiply their sum by the tax.",
    ko: "상품 한 종류에만 소비세가 붙었습니다. 상품값을 먼저 더한 다음 그 합에 소비세를 곱하세요.",
  },
  "edges-missing": {
    en: "The count of edges is off. Go through the drawing column by column, and leave out the line that leads to the result at the right.",
    ko: "에지의 수가 맞지 않습니다. 그림을 열마다 차례로 세고, 오른쪽 끝 결과로 나가는 선은 빼세요.",
  },
  "edge-of-result": {
    en: "The line that leads to the result was counted too. It brings the 1 in, and costs no multiplication.",
    ko: "결과로 나가는 선까지 세었습니다. 그 선으로는 1이 들어올 뿐 곱셈이 없습니다.",
  },
  "nodes-counted": {
    en: "This is the number of nodes. Each edge costs a multiplication, and most nodes have several.",
    ko: "이 값은 노드의 개수입니다. 곱셈은 에지마다 한 번 하고, 노드에는 대개 에지가 여럿 있습니다.",
  },
  "tax-way-too-long": {
    en: "The tax got a way as long as the others. It comes in at the last node, so its way has one edge.",
    ko: "소비세까지 가는 길을 다른 길만큼 길게 세었습니다. 소비세는 마지막 노드로 들어오므로 에지가 하나입니다.",
  },
  "way-missing": {
    en: "Some ways were left out. There is one for each price, one for each number, and a short one for the tax.",
    ko: "빠진 길이 있습니다. 값마다 하나, 개수마다 하나, 그리고 소비세로 가는 짧은 길이 하나 있습니다.",
  },
  "inputs-counted": {
    en: "This is the number of inputs. The way to an input has several edges, and each costs a multiplication.",
    ko: "이 값은 입력의 개수입니다. 입력까지 가는 길에는 에지가 여럿이고, 에지마다 곱셈을 한 번 합니다.",
  },
  "results-exchanged": {
    en: "This is the other one of the two results: they have changed places.",
    ko: "두 결과의 자리가 서로 바뀌었습니다.",
  },
};
