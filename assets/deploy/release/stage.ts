import {
  chmodSync,
  copyFileSync,
  existsSync,
  lutimesSync,
  mkdirSync,
  readdirSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { root, runIn } from './project.ts';
import { runningPackages } from './running-packages.ts';

/** Programs, their data, and the papers for operators. */
const sources = [
  ...['assets', 'campaigns', 'docs', 'generator', 'messaging', 'site'],
  ...['.env.example', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'],
  ...['CHANGELOG.md', 'README.md', 'THIRD-PARTY.md'],
];
/** Needed only to make a release. */
const forReleases = /^assets\/deploy\/(release|debian|containers|kubernetes)\//;
/** Of packages: for editors, debuggers and readers, and what they are tested with. */
const forWork =
  /\.(map|d\.[cm]?ts|tsbuildinfo|flow)$|^(?!.*licen[cs]e).*\.md$|^(tests?|examples?|benchmarks?|docs|coverage)\//i;
/** Of packages that come in several forms: what no program of ours loads. */
const otherForms: readonly (readonly [name: RegExp, files: RegExp])[] = [
  // Extensions; the service asks for none.
  [/^@electric-sql\/pglite$/, /\.tar\.gz$|\.cjs$/],
  // Weights and formats that nothing is set in.
  [/^@expo-google-fonts\//, /^(200|300|600)|\.png$/],
  [/^@fontsource\//, /^files\/(?!.*-(400|600)-normal\.woff2$)/],
  [/^@hyzyla\/pdfium$/, /base64|worker|\.cjs$|esm\.(browser|cdn)/],
  [/^docx$/, /^dist\/(?!index\.mjs$)/],
  // Its native program lies in a package of the system's own.
  [/^esbuild$/, /^bin\//],
  [/^libheif-js$/, /^libheif\/|^libheif-wasm\/(?!libheif-bundle\.js$|LICENSE$)/],
  [/^satori$/, /^dist\/(experimental|standalone)|\.cjs$/],
  [/^zxing-wasm$/, /^dist\/((es|cjs)\/)?(full|writer)\//],
];

/** Copies all that an installation runs into a folder, as it will lie there: sources, packages, Node and the built site. */
export function stageInstallation(folder: string, builtSite: string): void {
  const tracked = runIn(root, 'git', 'ls-files', '-z', '--', ...sources).split('\0');
  for (const path of tracked.filter((each) => each !== '' && !forReleases.test(each)))
    copyTo(join(root, path), join(folder, path));
  stagePackages(folder);
  copyTree(builtSite, join(folder, 'built', 'site'), () => true);
}

function stagePackages(folder: string): void {
  for (const { path, name, optional } of runningPackages()) {
    const from = join(root, path);
    if (name === 'node') stageNode(folder);
    else if (existsSync(from)) copyTree(from, join(folder, path), (file) => isWanted(name, file));
    // Of another system.
    else if (!optional) throw new Error(`Expected ${path}, got nothing: npm run setup`);
  }
}

/** Whether an installation needs a file of a package. Nested packages are copied by their own names. */
export function isWanted(name: string, file: string): boolean {
  if (forWork.test(file) || /^node_modules(\/|$)/.test(file)) return false;
  return !otherForms.some(([names, files]) => names.test(name) && files.test(file));
}

/** Node itself, without the npm and the headers that come along. */
function stageNode(folder: string): void {
  const from = join(root, 'node_modules', 'node');
  const to = join(folder, 'node_modules', 'node');
  for (const path of ['package.json', 'bin/node']) copyTo(join(from, path), join(to, path));
  const [platform = ''] = readdirSync(join(from, 'node_modules')).filter((each) =>
    each.startsWith('node-linux-'),
  );
  copyTo(join(from, 'node_modules', platform, 'LICENSE'), join(to, 'LICENSE'));
  // Names for a debugger: an eighth of it.
  runIn(to, 'strip', '--strip-all', 'bin/node');
  mkdirSync(join(folder, 'node_modules', '.bin'));
  symlinkSync('../node/bin/node', join(folder, 'node_modules', '.bin', 'node'));
}

function copyTree(from: string, to: string, isKept: (path: string) => boolean): void {
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(from.length + 1);
    if (entry.isFile() && isKept(path)) copyTo(join(from, path), join(to, path));
  }
}

function copyTo(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

/** The same for every builder and time of build: modes by what a file is for, and one timestamp. */
export function settle(folder: string, epoch: number): void {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) chmodSync(path, 0o755);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644);
    lutimesSync(path, epoch, epoch);
  }
  chmodSync(folder, 0o755);
  lutimesSync(folder, epoch, epoch);
}
