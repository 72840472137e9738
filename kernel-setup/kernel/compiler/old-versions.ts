import type { Cell } from "./cell";
import { importOfKey } from "./imports";
import { isOwnFile, isRelative } from "./own-files";
import type { Resolved } from "./resolution";
import type { SourceFiles } from "./source-files";

/** By names, in files by the keys of imports. */
type Imports = Map<string, Resolved>;

/** What an import of a file stands for, as things are now. */
type PlaceOf = (importer: string, key: string) => Resolved;

function targetOf({ resolvedModule }: Resolved): string {
  return resolvedModule?.resolvedFileName ?? "";
}

function redirected(resolved: Resolved, path: string): Resolved {
  const { resolvedModule } = resolved;
  if (resolvedModule === undefined) return resolved;
  return { ...resolved, resolvedModule: { ...resolvedModule, resolvedFileName: path } };
}

/**
 * The files beside the notebook as they were before they changed. Variables of earlier cells keep
 * what they have from them, so they keep its types: a file as it was stays in the program under
 * another name, `shapes (version 1).ts`, and what imported it goes on with that.
 */
export class OldVersions {
  readonly #files: SourceFiles;
  /** What the imports of each file were found to be. */
  readonly #imports = new Map<string, Imports>();
  /** The file that an old version is one of. */
  readonly #origins = new Map<string, string>();
  /** The old versions that the latest change brought, by their files. */
  #latest = new Map<string, string>();

  readonly #isBuiltin: (name: string) => boolean;

  constructor(files: SourceFiles, isBuiltin: (name: string) => boolean) {
    this.#files = files;
    this.#isBuiltin = isBuiltin;
  }

  /** What an import in a file was found to be, if it was looked up. */
  imported(importer: string, key: string): Resolved | undefined {
    return this.#imports.get(importer)?.get(key);
  }

  /** The files of which an import now leads elsewhere than it did, or at last somewhere. */
  misled(placeOf: PlaceOf): string[] {
    const found: string[] = [];
    for (const [importer, imports] of this.#imports) {
      if (this.#origins.has(importer)) continue;
      for (const [key, resolved] of imports) {
        if (!this.#mayMove(key, resolved)) continue;
        if (targetOf(placeOf(importer, key)) === targetOf(resolved)) continue;
        found.push(importer);
        break;
      }
    }
    return found;
  }

  /** Whether an import may lead elsewhere later: what an installed package is found to be stays that. */
  #mayMove(key: string, resolved: Resolved): boolean {
    const { name } = importOfKey(key);
    if (isRelative(name)) return true;
    const path = targetOf(resolved);
    return path === "" ? !this.#isBuiltin(name) : isOwnFile(path) || name.startsWith("#");
  }

  /** Takes down what an import in a file was found to be. */
  note(importer: string, key: string, resolved: Resolved): void {
    let imports = this.#imports.get(importer);
    if (imports === undefined) {
      imports = new Map();
      this.#imports.set(importer, imports);
    }
    imports.set(key, resolved);
  }

  /**
   * Files, or what they import, have changed: lets what imported them have them as they were.
   *
   * @param changed - The texts they had, by path.
   * @param cells - All that a later cell may see something of.
   */
  keep(changed: ReadonlyMap<string, string>, cells: readonly Cell[], placeOf: PlaceOf): void {
    const affected = this.#importersOf(changed);
    const users = [
      ...cells.map(({ imports }) => imports),
      ...[...this.#origins.keys()].map((path) => this.#imports.get(path) ?? new Map()),
    ] as Imports[];
    const isUsed = users.some((imports) =>
      [...imports.values()].some((resolved) => affected.has(targetOf(resolved))),
    );
    if (isUsed) this.#redirectAll(users, this.#makeVersions(affected, changed));
    else if (this.#isUndone(placeOf)) {
      this.#redirectAll(users, new Map([...this.#latest].map(([file, old]) => [old, file])));
      this.#latest.clear();
    }
    this.#forgetUnused(cells);
    for (const path of affected) this.#imports.delete(path);
  }

  /** The changed files and those that import them, directly or not. */
  #importersOf(changed: ReadonlyMap<string, string>): Set<string> {
    const affected = new Set(changed.keys());
    for (let before = -1; before !== affected.size; ) {
      before = affected.size;
      for (const [importer, imports] of this.#imports) {
        if (this.#origins.has(importer)) continue;
        if ([...imports.values()].some((resolved) => affected.has(targetOf(resolved)))) {
          affected.add(importer);
        }
      }
    }
    return affected;
  }

  #makeVersions(
    affected: ReadonlySet<string>,
    changed: ReadonlyMap<string, string>,
  ): Map<string, string> {
    const made = new Map<string, string>();
    for (const path of affected) {
      const text = changed.get(path) ?? this.#files.known(path);
      if (text === undefined) continue;
      const old = this.#newName(path);
      this.#files.setVirtual(old, text);
      this.#origins.set(old, path);
      this.#imports.set(old, new Map(this.#imports.get(path)));
      made.set(path, old);
    }
    this.#redirectAll(
      [...made.values()].map((old) => this.#imports.get(old) ?? new Map()),
      made,
    );
    this.#latest = made;
    return made;
  }

  #newName(path: string): string {
    const [, base, extension] = /^(.*?)((?:\.[^./]+)?)$/s.exec(path) ?? [];
    for (let version = 1; ; version++) {
      const name = `${base} (version ${version})${extension}`;
      if (!this.#files.exists(name)) return name;
    }
  }

  /** Whether nobody has used what came after the latest change, and all is as it was before it. */
  #isUndone(placeOf: PlaceOf): boolean {
    return [...this.#latest].every(
      ([file, old]) =>
        this.#files.read(file) === this.#files.read(old) &&
        [...(this.#imports.get(old) ?? [])].every(([key, resolved]) => {
          const path = targetOf(resolved);
          return targetOf(placeOf(file, key)) === (this.#origins.get(path) ?? path);
        }),
    );
  }

  #redirectAll(users: readonly Imports[], paths: ReadonlyMap<string, string>): void {
    for (const imports of users) {
      for (const [name, resolved] of imports) {
        const path = paths.get(targetOf(resolved));
        if (path !== undefined) imports.set(name, redirected(resolved, path));
      }
    }
  }

  #forgetUnused(cells: readonly Cell[]): void {
    const used = new Set<string>();
    const follow = (imports: Imports | undefined): void => {
      for (const resolved of imports?.values() ?? []) {
        const path = targetOf(resolved);
        if (!this.#origins.has(path) || used.has(path)) continue;
        used.add(path);
        follow(this.#imports.get(path));
      }
    };
    for (const { imports } of cells) follow(imports);
    for (const path of this.#origins.keys()) {
      if (used.has(path)) continue;
      this.#origins.delete(path);
      this.#imports.delete(path);
      this.#files.removeVirtual(path);
    }
  }
}
