// The notices that must go wherever we hand on the work of others: read from the installed packages themselves.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { fontNotice } from "./font-notice.mjs";

const HERE = path.dirname(fileURLToPath(import.meta.url));
const IS_LICENCE = /^(licen[cs]e|copying|notice|third-?party-?(notice|licen[cs]e))/i;
// Plain ASCII: a browser takes a text file of an unknown encoding for whatever it likes.
const LINE = "=".repeat(80);

/**
 * The packages of which something is in what a bundler has made; its record of that is the only list
 * that cannot forget one.
 * @param {import("esbuild").Metafile} metafile
 * @param {string} root the folder that its paths start from
 * @returns {{ folders: string[], fonts: string[] }} the packages' folders, and the font files
 */
export function redistributed({ outputs }, root) {
  const files = Object.values(outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    // A path may follow the name of a namespace, as in `picture-text:node_modules/…`.
    .map(([name]) => path.resolve(root, name.replace(/^[^/]*:/, "")));
  return {
    folders: [...new Set(files.flatMap((file) => packageOf(file) ?? []))].sort(),
    fonts: [...new Set(files.filter((file) => file.endsWith(".woff2")))].sort(),
  };
}

/** The folder of the package that a file belongs to; nothing for a file of our own. */
export function packageOf(file) {
  const inside = file.replaceAll("\\", "/");
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(inside)?.[0];
}

/**
 * One text with the licences of all of them: what has the same licence text is listed above it.
 * @param {{ folders: string[], fonts?: string[] }} redistributed packages by their folders, and fonts
 *   (woff2) beside which the same font stands as ttf
 * @returns {string}
 */
export function licencesText({ folders, fonts = [] }) {
  const byText = new Map();
  const add = (name, text) => byText.set(text, [...(byText.get(text) ?? []), name]);
  for (const folder of folders) {
    const { name, text } = readLicence(folder);
    add(name, text);
  }
  if (fonts.length > 0) {
    const notices = fonts.map((font) => fontNotice(font.replace(/woff2$/, "ttf")));
    const licence = fs.readFileSync(path.join(HERE, "OFL-1.1.txt"), "utf8");
    const text = [...new Set(notices.map(({ notice }) => notice))].join("\n\n");
    add(`the fonts ${notices.map(({ name }) => name).join(", ")}`, `${text}\n\n${licence}`.trim());
  }
  const parts = [...byText]
    .map(([text, names]) => [[...new Set(names)].sort().join("\n"), text])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    "Parts of these files are the work of others. Here is whose, and under which licence.",
    ...parts.map(([names, text]) => `${LINE}\n${names}\n${LINE}\n\n${text}`),
  ]
    .join("\n\n")
    .concat("\n");
}

function readLicence(folder) {
  const file = path.join(folder, "package.json");
  const { name, version, license, repository } = JSON.parse(fs.readFileSync(file, "utf8"));
  const address = typeof repository === "string" ? repository : (repository?.url ?? "");
  const repositoryName = /([^/:]+\/[^/]+?)(\.git)?$/.exec(address)?.[1] ?? "";
  const named = fs.readdirSync(folder).filter((one) => IS_LICENCE.test(one));
  // Packages of one repository are published without the file that lies at its top.
  const kept = path.join(HERE, `${repositoryName.replace("/", "-")}.txt`);
  const files = named.length > 0 ? named.sort().map((one) => path.join(folder, one)) : [kept];
  const text = files
    .filter((one) => fs.existsSync(one))
    .map((one) => fs.readFileSync(one, "utf8").replaceAll("\r\n", "\n").trim())
    .join("\n\n");
  if (text === "")
    throw new Error(
      `licences: expected a licence text in the package ${name} ${version}, or in ${path.basename(kept)} beside ` +
        `licences.mjs for its repository, but found none. Without its licence it must not be handed on.`,
    );
  return { name: `${name} ${version} (${license ?? "licence as below"})`, text };
}
