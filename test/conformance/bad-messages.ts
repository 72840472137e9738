import { createHmac } from "node:crypto";
import type { Header } from "../../kernel-setup/jupyter/messages/message";
import { encode } from "../../kernel-setup/jupyter/messages/wire";
import type { Random } from "../../src/arrays/random";

export type Frames = Uint8Array[];

/** Before the signed parts (header, parent header, metadata, content): the delimiter and the signature. */
const FIRST_PART = 2;

const HEADER = { msg_id: "1", msg_type: "execute_request", session: "s" };
const NO_OBJECTS = ["7", "null", "true", '"{}"', "[]", "[{}]", "{", "[".repeat(100_000)];
const NO_HEADERS = [
  {},
  { ...HEADER, msg_id: 1 },
  { ...HEADER, msg_id: undefined },
  { ...HEADER, msg_type: null },
  { ...HEADER, msg_type: ["execute_request"] },
  { ...HEADER, session: {} },
  { header: HEADER },
];

/** Makes bad messages out of a cell that must never run. Which ones is decided by the random numbers alone. */
export class BadMessages {
  readonly #random: Random;
  readonly #key: string;
  readonly #code: string;
  #count = 0;

  /** @param code - What is sent as a cell; when it runs, a bad message was let in. */
  constructor(random: Random, key: string, code: string) {
    this.#random = random;
    this.#key = key;
    this.#code = code;
  }

  /** The ways a message can be bad, by name. */
  readonly kinds: Record<string, () => Frames> = {
    "signed with another key": () => this.cell("another key"),
    "not signed": () => this.cell(""),
    "with a signature of random bytes": () => this.cell().with(1, this.#bytes(100)),
    "cut after some frames": () => this.cell().slice(0, 1 + this.#random.integer(5)),
    "with a frame cut short": () => this.#changed((frame, at) => frame.subarray(0, at)),
    "with a bit turned": () =>
      this.#changed((frame, at) => frame.with(at, frame[at] ^ (1 << this.#random.integer(8)))),
    "with a frame of random bytes": () => this.#changed(() => this.#bytes(300)),
    "with a frame missing": () => this.cell().toSpliced(this.#random.integer(6), 1),
    "with a frame twice": () => {
      const frames = this.cell();
      // Not the last one: what comes after the content is an attachment.
      const at = this.#random.integer(frames.length - 1);
      return frames.toSpliced(at, 0, frames[at]);
    },
    "with the frames in another order": () => {
      const [delimiter, signature, header, ...rest] = this.cell();
      const orders = [
        [signature, delimiter, header, ...rest],
        [delimiter, header, signature, ...rest],
        [delimiter, signature, ...rest, header],
        [header, ...rest, delimiter, signature],
        [...rest.toReversed(), header, signature, delimiter],
      ];
      return this.#one(orders);
    },
    "of random frames": () => this.#frames(() => this.#bytes(200)),
    "of empty frames": () => this.#frames(() => new Uint8Array()),
    "of one huge frame": () => [new Uint8Array(1 + this.#random.integer(1 << 20))],
    "well signed, but not JSON": () => this.#signed(this.#random.integer(4), this.#bytes(50)),
    "well signed, but no objects": () =>
      this.#signed(this.#random.integer(4), Buffer.from(this.#one(NO_OBJECTS))),
    "well signed, with a header that lacks something": () =>
      this.#signed(0, Buffer.from(JSON.stringify(this.#one(NO_HEADERS)))),
  };

  /** A good message, never the same one twice. */
  cell(key = this.#key): Frames {
    const header = { ...HEADER, msg_id: `bad-${this.#count++}` } as Header;
    const content = { code: this.#code, silent: false, store_history: true };
    const rest = { identities: [], parent_header: {}, metadata: {}, buffers: [] };
    return encode({ ...rest, header, content }, key);
  }

  #one<T>(list: readonly T[]): T {
    return list[this.#random.integer(list.length)];
  }

  #bytes(below: number): Uint8Array {
    const length = this.#random.integer(below);
    return Uint8Array.from({ length }, () => this.#random.integer(256));
  }

  #frames(make: () => Uint8Array): Frames {
    return Array.from({ length: 1 + this.#random.integer(9) }, make);
  }

  /** A cell with one frame changed. */
  #changed(change: (frame: Uint8Array, at: number) => Uint8Array): Frames {
    const frames = this.cell();
    const which = this.#random.integer(frames.length);
    const frame = Uint8Array.from(frames[which]);
    return frames.with(which, change(frame, this.#random.integer(frame.length)));
  }

  /** A cell with one of its four parts replaced, and the right signature for that. */
  #signed(part: number, bytes: Uint8Array): Frames {
    const [delimiter, , ...parts] = this.cell().with(FIRST_PART + part, bytes);
    const hmac = createHmac("sha256", this.#key);
    for (const each of parts) hmac.update(each);
    return [delimiter, Buffer.from(hmac.digest("hex")), ...parts];
  }
}
