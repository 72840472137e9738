import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { loadParameters } from "../../../src/network/load-parameters";
import { multiLayerNet } from "../../../src/network/multi-layer-net";
import { show } from "../../../src/show/show";
import { writingTrouble } from "../../../src/text/file-trouble";
import { setLanguage } from "../../../src/text/language";
import { expectSnapshot } from "../../support/snapshot";
import { CALLS, messageOf, openFolder } from "./failing-calls";

/** What stands in the messages of all languages alike: names of the code. */
const CODE = new Set(
  `addBias Affine1 MulLayer DataView Function Infinity Mine NaN NdArray Relu Relu1 Relu2 W1 W2 activation alt
   anonymous array b1 b2 backward batchSize below beta1 classes contour count dW data display
   displayId dout dtype dx end epochs float32 float64 fma forward heatmap int16 int32 int8
   javascript layout loss lr momentum net.safetensors noise null places saveParameters scatter
   seed series simd sizes spread start step stop surface title true uint16 uint32 uint8
   undefined update values unit out input mul new most tolerance
   nj shape transposeA transposeB needsDx reuseGradients Affine multiLayerNet random
   Random samples mnist train path parameters.W1 parameters gradients test optimizer onStep onEpoch
   relu.backward id await async Promise`.split(/\s+/),
);

const numbersIn = (message: string) => (message.match(/\d+(?:\.\d+)?/g) ?? []).sort();
const shapesIn = (message: string) => (message.match(/\[[^\][]*\]/g) ?? []).sort();
/** Values as they were written, which no language changes. */
const quotesIn = (message: string) => message.match(/"[^"]*"|'[^']*'/g) ?? [];
const latinIn = (message: string): string[] => message.match(/[A-Za-z][\w.-]*\w|[A-Za-z]/g) ?? [];

describe("the library's errors", () => {
  let folder: string;
  beforeEach(() => {
    folder = openFolder();
  });
  afterEach(() => {
    setLanguage("en");
    rmSync(folder, { recursive: true });
  });

  for (const [run, message] of CALLS)
    it(`say in every language: ${message}`, () => {
      expect(messageOf(run)).to.equal(message);
      setLanguage("ko");
      const korean = messageOf(run);
      expect(korean).to.match(/[가-힣](?:니다|세요)\.$/);
      expect(korean).to.not.match(/expected|but got/);
      expect(numbersIn(korean), korean).to.deep.equal(numbersIn(message));
      expect(shapesIn(korean), korean).to.include.members(shapesIn(message));
      // The callee stands in front in both; after it only names of the code are in Latin letters.
      const who = /^(?:the loss layer: )?((?:[\w.]+(?:, node "\w+")?: )*)/.exec(message)?.[1] ?? "";
      const after = korean.replace(/^손실 계층: /, "").replace(/^([\w.]+), 노드 /, "$1, node ");
      expect(after.slice(0, who.length)).to.equal(who);
      for (const quote of quotesIn(korean)) expect(message).to.include(quote);
      const said = latinIn(after.slice(who.length).replace(/"[^"]*"|'[^']*'/g, ""));
      expect(latinIn(message), korean).to.include.members(said);
      const words = said.filter((word) => word.length > 1 && !CODE.has(word));
      expect(words, korean).to.deep.equal([]);
    });

  it("name a file that is not there, by the path as it was given", () => {
    const missing = join(folder, "net.safetensors");
    const run = () => loadParameters(multiLayerNet([2, 3]), missing);
    expect(messageOf(run)).to.equal(
      `loadParameters: expected to read ${missing}, but got no such file`,
    );
    setLanguage("ko");
    expect(messageOf(run)).to.equal(
      `loadParameters: 파일(${missing})을 읽을 수 있어야 합니다. 받은 것은 없는 파일입니다.`,
    );
    const folderAsFile = messageOf(() => loadParameters(multiLayerNet([2, 3]), folder));
    expect(folderAsFile).to.match(/받은 것은 (?:폴더|읽을 권한이 없는 파일)입니다\.$/);
  });

  it("name no draft of a file that cannot be written, whatever the system says of it", () => {
    const draft = "/home/ada/.net.safetensors.5638.tmp";
    for (const end of [`, open '${draft}'`, `, rename '${draft}' -> '/home/ada/net'`, ", write"]) {
      const error = new Error(`ENOSPC: no space left on device${end}`);
      const { en, ko } = writingTrouble(Object.assign(error, { code: "ENOSPC" }));
      expect([en, ko]).to.deep.equal([
        "ENOSPC: no space left on device",
        "오류(ENOSPC: no space left on device)",
      ]);
    }
  });

  it("leave what the chart library says in its own words", () => {
    setLanguage("ko");
    expect(messageOf(() => show({ data: [{ y: [1], mode: "curly" }], layout: {} }))).to.match(
      /^show: 올바른 차트여야 합니다\. 잘못된 곳: in data trace 0, key mode is set to an invalid value/,
    );
  });

  it("read in Korean as a Korean engineer writes them", () => {
    setLanguage("ko");
    const messages = CALLS.map(([run]) => `${messageOf(run)}\n`);
    expectSnapshot(messages.join(""), "src/text/snapshots/errors-ko.txt");
  });
});
