import { createHash, createHmac, randomBytes } from "node:crypto";
import { expect } from "chai";
import { pageSecrets } from "../../../../../kernel-setup/page/homes/browser/secrets";
import { toHex } from "../../../../../kernel-setup/page/server/bytes";

describe("a page's hashes", () => {
  it("are those of the standards", () => {
    // FIPS 180-2, appendix B.1; RFC 4231, test case 2.
    expect(pageSecrets.sha256("abc")).to.equal(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
    const key = new TextEncoder().encode("Jefe");
    expect(toHex(pageSecrets.hmac(key, "what do ya want for nothing?"))).to.equal(
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    );
  });

  it("are those of Node, of bytes and of texts in any letters", () => {
    for (const size of [0, 1, 55, 56, 63, 64, 65, 1000, 100_000]) {
      const bytes = randomBytes(size);
      expect(pageSecrets.sha256(bytes)).to.equal(createHash("sha256").update(bytes).digest("hex"));
      const text = `${"가😀".repeat(size % 100)}${size}`;
      expect(pageSecrets.sha256(text)).to.equal(createHash("sha256").update(text).digest("hex"));
      const signed = createHmac("sha256", bytes).update(text).digest("hex");
      expect(toHex(pageSecrets.hmac(bytes, text))).to.equal(signed);
    }
  });

  it("begin with chance that differs", () => {
    const [a, b] = [pageSecrets.random(32), pageSecrets.random(32)];
    expect(a).to.have.length(32);
    expect(toHex(a)).to.not.equal(toHex(b));
  });
});
