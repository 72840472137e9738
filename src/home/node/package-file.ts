/** Where a file of an installed package stands, and the package's version. */
export function packageFile(name: string, path: string): { version: string; file: string } {
  const { version } = require(`${name}/package.json`) as { version: string };
  return { version, file: require.resolve(`${name}/${path}`) };
}
