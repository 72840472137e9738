import { expect } from "chai";
import { paintCanvas } from "../../../src/show/paint-canvas";

const svgOf = (url: string) => Buffer.from(url.split("base64,")[1], "base64").toString();

describe("paintCanvas", () => {
  it("keeps one path for each colour and leaves out what cannot be seen", () => {
    const painting = paintCanvas({ width: 4, height: 2 });
    for (const [colour, x] of [
      ["rgb(1,2,0)", 0],
      ["rgba(9,9,9,0)", 1],
      ["rgb(1,2,0)", 2],
    ] as const) {
      painting.fillStyle = colour;
      painting.fillRect(x, 0, 1, 2);
    }
    const svg = svgOf(painting.toDataURL());
    expect(svg).to.include('<path fill="rgb(1,2,0)" d="M0,0h1v2h-1zM2,0h1v2h-1z"/>');
    expect(svg.match(/<path/g)).to.have.length(1);
  });

  it("joins neighbouring pixels of one colour", () => {
    const painting = paintCanvas({ width: 3, height: 1 });
    const pixels = painting.createImageData(3, 1);
    pixels.data.set([255, 0, 0, 255, 255, 0, 0, 255, 0, 0, 255, 255]);
    painting.putImageData(pixels, 0, 0);
    const svg = svgOf(painting.toDataURL());
    expect(svg).to.include('fill="#ff0000" d="M0,0h2v1h-2z"');
    expect(svg).to.include('fill="#0000ff" d="M2,0h1v1h-1z"');
  });
});
