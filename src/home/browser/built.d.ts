// What the build puts into a bundle for pages: see kernel-setup/commands/boot/browser-bundle.mjs.

/** numjs without what a page does not need of it. */
declare module "built:numjs" {
  const numjs: unknown;
  export default numjs;
}

/** The script of live drawings. */
declare module "built:graph-script" {
  const code: string;
  export default code;
}

/** What is known of the lessons; the texts of a lesson's exercises come with its chunk. */
declare module "built:lessons" {
  interface Chunk {
    texts: Record<string, object>;
    load(): Promise<unknown>;
  }
  /** As `lessons.json`, with no texts in the exercises. */
  export const facts: {
    lessons: { number: string; name: string; exercises: Record<string, object> }[];
  };
  /** By number and name, such as `05-simple-layers`. */
  export const chunks: Record<string, () => Promise<Chunk>>;
}

/** The languages that come when they are asked for. */
declare module "built:words" {
  export const languages: Record<string, () => Promise<void>>;
}
