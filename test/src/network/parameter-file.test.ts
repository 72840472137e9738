import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { flat } from "../../../src/arrays/flat";
import { type NdArray, nj } from "../../../src/arrays/nj";
import type { FloatType } from "../../../src/arrays/numjs-types";
import { Random } from "../../../src/arrays/random";
import { Affine } from "../../../src/layers/affine";
import { loadParameters } from "../../../src/network/load-parameters";
import { multiLayerNet } from "../../../src/network/multi-layer-net";
import { Network } from "../../../src/network/network";
import { saveParameters } from "../../../src/network/save-parameters";

const numbers = ({ parameters }: Network) =>
  Object.values(parameters).flatMap((array) => Array.from(flat(array)));

describe("saveParameters and loadParameters", () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "parameters-"));
    path = join(folder, "net.safetensors");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const netOf = (seed: number, dtype: FloatType = "float32", sizes = [4, 3, 2]) =>
    multiLayerNet(sizes, { seed, dtype });

  for (const dtype of ["float32", "float64"] as const) {
    it(`bring every ${dtype} number back, into the very arrays of the layers`, () => {
      const saved = netOf(1, dtype);
      saved.parameters.b1.set(0, -0.5);
      saveParameters(saved, path);
      const loaded = netOf(2, dtype);
      const { W1 } = loaded.parameters;
      loadParameters(loaded, path);
      expect(numbers(loaded)).to.deep.equal(numbers(saved));
      expect(loaded.parameters.W1).to.equal(W1);
      expect(readdirSync(folder)).to.deep.equal(["net.safetensors"]);
    });
  }

  it("bring parameters of any name back", () => {
    const netWith = (slope: number) => {
      const layer = {
        slope: nj.array([slope, 2 * slope], "float64"),
        dslope: undefined,
        forward: (x: NdArray) => x,
        backward: (dout: NdArray) => dout,
      };
      return new Network({ Mine: layer, Affine: new Affine([[1], [2]], [slope]) });
    };
    saveParameters(netWith(0.5), path);
    const loaded = netWith(3);
    loadParameters(loaded, path);
    expect(numbers(loaded)).to.deep.equal(numbers(netWith(0.5)));
    expect(Object.keys(loaded.parameters)).to.deep.equal(["slope1", "W1", "b1"]);
  });

  it("keep one array under two names one, and refuse two different ones for it", () => {
    const tied = (W: NdArray, V = W) => {
      const b = () => nj.zeros([2], "float64");
      return new Network({ A: new Affine(W, b()), B: new Affine(V, b()) });
    };
    const [W, V, other] = [1, 2, 3].map((seed) => new Random(seed).normal([2, 2]));
    saveParameters(tied(W), path);
    loadParameters(tied(other), path);
    expect(other.tolist()).to.deep.equal(W.tolist());
    saveParameters(tied(W, V), path);
    expect(() => loadParameters(tied(other), path)).to.throw(
      "expected W1 and W2, one array in the net, to be equal in net.safetensors, but got others",
    );
    expect(other.tolist()).to.deep.equal(W.tolist());
  });

  it("write what the format safetensors says", () => {
    saveParameters(netOf(1), path);
    const file = readFileSync(path);
    const length = Number(file.readBigUInt64LE(0));
    expect(length % 8).to.equal(0);
    const head = JSON.parse(file.toString("utf8", 8, 8 + length));
    expect(head.W1).to.deep.equal({ dtype: "F32", shape: [4, 3], data_offsets: [0, 48] });
    expect(head.b1).to.deep.equal({ dtype: "F32", shape: [3], data_offsets: [48, 60] });
    expect(head.__metadata__).to.include({ format: "backprop", version: "1" });
    expect(file.length).to.equal(8 + length + 4 * (12 + 3 + 6 + 2));
    expect(file.readFloatLE(8 + length)).to.equal(netOf(1).parameters.W1.get(0, 0));
  });

  it("replace an older file, and leave it when the new one cannot be written", () => {
    saveParameters(netOf(1), path);
    const before = readFileSync(path);
    expect(() => saveParameters(netOf(2), join(folder, "none", "net"))).to.throw("no such folder");
    expect(() => saveParameters(netOf(2), folder)).to.throw();
    const broken = netOf(2);
    (broken.layers.Affine1 as { W: unknown }).W = [[1]];
    expect(() => saveParameters(broken, path)).to.throw("expected W to be an NdArray");
    expect(readFileSync(path)).to.deep.equal(before);
    expect(readdirSync(folder)).to.deep.equal(["net.safetensors"]);
    saveParameters(netOf(2), path);
    const loaded = netOf(1);
    loadParameters(loaded, path);
    expect(numbers(loaded)).to.deep.equal(numbers(netOf(2)));
  });

  const refuses = (bytes: Buffer | undefined, message: string | RegExp, net = netOf(2)) => {
    if (bytes) writeFileSync(path, bytes);
    const before = numbers(net);
    expect(() => loadParameters(net, path)).to.throw(message);
    expect(numbers(net)).to.deep.equal(before);
  };

  it("say so when the file is missing, empty, cut off or changed, wherever, and change nothing", () => {
    refuses(undefined, `loadParameters: expected to read ${path}, but got no such file`);
    refuses(Buffer.alloc(0), "expected a file that saveParameters wrote, but got another kind");
    saveParameters(netOf(1), path);
    const file = readFileSync(path);
    for (let end = 0; end < file.length; end += 7) refuses(file.subarray(0, end), "expected a ");
    refuses(Buffer.concat([file, Buffer.alloc(1)]), "do not fit their checksum");
    let refused = 0;
    for (let at = 0; at < file.length; at++) {
      const changed = Buffer.from(file);
      changed[at] ^= 0x11;
      writeFileSync(path, changed);
      const net = netOf(2);
      try {
        loadParameters(net, path);
        // Only a change that changes nothing may pass, such as one in the padding.
        expect(numbers(net)).to.deep.equal(numbers(netOf(1)));
      } catch (error) {
        expect(String(error)).to.match(/loadParameters: expected /);
        expect(numbers(net)).to.deep.equal(numbers(netOf(2)));
        refused++;
      }
    }
    expect(refused).to.be.above(file.length - 30);
  });

  it("say so when the file is another program's or of another version", () => {
    refuses(Buffer.from('{"W1": [1, 2]}'), "expected a file that saveParameters wrote");
    const head = (text: string) => {
      const length = Buffer.alloc(8);
      length.writeBigUInt64LE(BigInt(text.length));
      return Buffer.concat([length, Buffer.from(text)]);
    };
    refuses(head("{}"), "but got one of another program");
    refuses(head('{"__metadata__":null}'), "but got one of another program");
    refuses(
      head('{"__metadata__":{"format":"backprop","version":"2"}}'),
      "but got one of version 2",
    );
    refuses(head('{"__metadata__"}'), "whose head cannot be read");
  });

  it("say what does not fit the net", () => {
    saveParameters(netOf(1), path);
    refuses(
      undefined,
      "expected parameters W1, b1 in net.safetensors, but got W1, W2, b1, b2",
      netOf(1, "float32", [4, 2]),
    );
    refuses(
      undefined,
      "expected W1 of shape [5, 3], but got [4, 3]",
      netOf(1, "float32", [5, 3, 2]),
    );
    refuses(
      undefined,
      "expected W1 in float64, as the net has it, but got float32",
      netOf(1, "float64"),
    );
    const broken = netOf(1);
    broken.parameters.b2.set(1, Number.NaN);
    saveParameters(broken, path);
    refuses(undefined, "expected b2 to be finite");
  });
});
