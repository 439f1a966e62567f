import { mkdirSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { downloadClosed } from './debian-packages.ts';
import { runIn } from './project.ts';

/** Programs that the project calls; nothing else of Debian is a program in the image, no shell either. */
const programs = ['ffmpeg', 'ffprobe', 'espeak-ng', 'sync', 'prlimit', 'env'];
const packages = [
  ...['ffmpeg', 'espeak-ng', 'coreutils', 'util-linux'],
  ...['libc6', 'libstdc++6', 'base-files'],
];
const keptShares = ['color', 'doc', 'fonts'];
/** Whatever they hold may be loaded: by Node's native packages, and by name when a host is looked up. */
const basePackages = /^(libc6|libgcc-s1|libstdc\+\+6)_/;

/**
 * Makes a root that has these programs, the libraries that they and Node load, and the licences of their packages: a
 * fifth of what the packages hold, which is for screens, editors and other programs.
 */
export function makeDebianRoot(folder: string, node: string, apt: string): void {
  mkdirSync(folder, { recursive: true });
  const debs = downloadClosed(packages, apt);
  const extract = (deb: string) => runIn(folder, 'dpkg-deb', '--extract', deb, folder);
  const [base, others] = [true, false].map((isBase) =>
    debs.filter((deb) => basePackages.test(basename(deb)) === isBase),
  ) as [string[], string[]];
  for (const deb of base) extract(deb);
  const libraries = findLibraries(folder);
  const ofBase = readdirSync(libraries);
  for (const deb of others) extract(deb);
  for (const name of ['bin', 'sbin', 'lib', 'lib64'])
    if (!readdirSync(folder).includes(name)) symlinkSync(`usr/${name}`, join(folder, name));
  linkAlternatives(libraries);
  const kept = new Set([...ofBase, ...loadedLibraries(folder, node)]);
  for (const entry of readdirSync(libraries, { recursive: true, withFileTypes: true })) {
    const isLibrary = /\.so(\.|$)/.test(entry.name) && !entry.isDirectory();
    if (isLibrary && !kept.has(entry.name)) rmSync(join(entry.parentPath, entry.name));
  }
  keepOnly(join(folder, 'usr/bin'), programs);
  keepOnly(join(folder, 'usr/share'), keptShares);
  keepOnly(join(folder, 'usr'), ['bin', 'lib', 'lib64', 'sbin', 'share']);
  keepOnly(join(folder, 'usr/sbin'), []);
  keepOnly(join(folder, 'usr/lib'), [basename(libraries), 'os-release']);
  keepOnly(join(folder, 'etc'), ['debian_version', 'os-release', 'fonts']);
  for (const name of ['gconv', 'perl-base', 'perl'])
    rmSync(join(libraries, name), { recursive: true, force: true });
  keepOnly(folder, ['bin', 'etc', 'lib', 'lib64', 'sbin', 'usr']);
  for (const document of readdirSync(join(folder, 'usr/share/doc')))
    keepOnly(join(folder, 'usr/share/doc', document), ['copyright']);
  listPackages(folder, debs);
}

/** Where libraries lie, by the name of the architecture. */
function findLibraries(folder: string): string {
  const names = readdirSync(join(folder, 'usr/lib'));
  return join(folder, 'usr/lib', names.find((name) => name.endsWith('-linux-gnu')) ?? '');
}

/** Where packages leave a choice, their scripts make the links, and no script has run. */
function linkAlternatives(libraries: string): void {
  for (const name of ['blas', 'lapack'])
    symlinkSync(`${name}/lib${name}.so.3`, join(libraries, `lib${name}.so.3`));
}

/** Names of the libraries that the programs and Node load, and of the files that these names lead to. */
function loadedLibraries(folder: string, node: string): string[] {
  const [loader = ''] = ['usr/lib64', 'usr/lib'].flatMap((place) =>
    readdirSync(join(folder, place))
      .filter((name) => name.startsWith('ld-linux-'))
      .map((name) => `/${place}/${name}`),
  );
  runIn(folder, 'cp', node, join(folder, 'usr/bin/node'));
  const paths = [...programs, 'node'].flatMap((program) => {
    const list = runIn(folder, 'chroot', folder, loader, '--list', `/usr/bin/${program}`);
    return [...list.matchAll(/(\/\S+) \(0x/g)].map(([, path = '']) => path);
  });
  return paths.flatMap((path) => {
    // A link may lead on to another one of the same folder, or of one below it.
    return [basename(path), basename(realpathSync(join(folder, path)))];
  });
}

function keepOnly(folder: string, names: readonly string[]): void {
  for (const name of readdirSync(folder))
    if (!names.includes(name)) rmSync(join(folder, name), { recursive: true });
}

/** By which programs that look for known vulnerabilities find what is in an image without a package manager. */
function listPackages(folder: string, debs: readonly string[]): void {
  const list = join(folder, 'var/lib/dpkg/status.d');
  mkdirSync(list, { recursive: true });
  for (const deb of debs) {
    const [name = ''] = basename(deb).split('_');
    writeFileSync(join(list, name), runIn(folder, 'dpkg-deb', '--field', deb));
  }
}
