/** OpenBLAS's kernels by the names that OPENBLAS_CORETYPE takes, and what a processor must know for each. */
const X86: [kernel: string, flags: string[]][] = [
  ["SapphireRapids", ["avx512f", "avx512dq", "avx512bw", "avx512vl", "avx512_bf16"]],
  ["Cooperlake", ["avx512f", "avx512dq", "avx512bw", "avx512vl", "avx512_bf16"]],
  ["SkylakeX", ["avx512f", "avx512dq", "avx512bw", "avx512vl"]],
  ["Zen", ["avx2", "fma"]],
  ["Haswell", ["avx2", "fma"]],
  ["Excavator", ["avx", "fma4"]],
  ["Sandybridge", ["avx"]],
  ["Nehalem", ["sse4_2"]],
  ["Core2", ["ssse3"]],
  ["Prescott", ["pni"]],
];
const ARM: typeof X86 = [
  ["NEOVERSEV1", ["asimd", "sve"]],
  ["NEOVERSEN2", ["asimd", "sve2"]],
  ["ARMV8SVE", ["asimd", "sve"]],
  ["NEOVERSEN1", ["asimd"]],
  ["CORTEXA57", ["asimd"]],
  ["ARMV8", ["asimd"]],
];

/**
 * The kernels that a processor should be able to run. A processor newer than an OpenBLAS is unknown to
 * it and gets a kernel that is twenty years old, though others, several times as fast, would run too.
 *
 * @param cpuinfo What Linux says in /proc/cpuinfo.
 */
export function kernelsFor(cpuinfo: string): string[] {
  const line = /^(flags|Features)\s*:(.*)$/m.exec(cpuinfo);
  const flags = new Set(line?.[2].trim().split(/\s+/));
  return (line?.[1] === "Features" ? ARM : X86)
    .filter(([, needed]) => needed.every((flag) => flags.has(flag)))
    .map(([kernel]) => kernel);
}
