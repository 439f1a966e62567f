import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Parts of an installation by their paths; the first that fits. */
const parts: readonly (readonly [what: string, paths: RegExp])[] = [
  ['Node', /^node_modules\/node\//],
  ['native parts of packages', /^node_modules\/.*(\.node|\.so(\.[\d.]+)?|\/bin\/esbuild)$/],
  ['WebAssembly of packages', /^node_modules\/.*(\.wasm|\.data)$/],
  ['fonts', /^node_modules\/(@expo-google-fonts|@fontsource)\//],
  ['scripts of packages', /^node_modules\//],
  ['the site of a first start', /^built\//],
  ['the project', /^/],
];

/** A table of its parts, in megabytes before they are packed. */
export function describeParts(installation: string): string {
  const sums = new Map(parts.map(([what]) => [what, { bytes: 0, files: 0 }]));
  for (const entry of readdirSync(installation, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const [what = ''] =
      parts.find(([, paths]) => paths.test(path.slice(installation.length + 1))) ?? [];
    const sum = sums.get(what);
    if (sum === undefined) continue;
    sum.bytes += statSync(path).size;
    sum.files += 1;
  }
  const lines = [...sums].map(
    ([what, { bytes, files }]) =>
      `${(bytes / 1e6).toFixed(1).padStart(8)} MB ${String(files).padStart(6)} files  ${what}`,
  );
  return ['An installation is made of, unpacked:', ...lines].join('\n');
}
