import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { description, home, name, root, runIn, version } from './project.ts';
import { settle } from './stage.ts';

const deploy = join(root, 'assets', 'deploy');

/** Packages that an installation calls or waits for. Node comes along. */
export const depends = [
  ...['debconf (>= 0.5) | debconf-2.0', 'ucf', 'passwd', 'util-linux', 'init-system-helpers'],
  ...['postgresql (>= 15)', 'redis-server | valkey-server', 'nginx', 'ssl-cert'],
  ...['ffmpeg', 'espeak-ng', 'libc6', 'libstdc++6'],
];
/** Kept as an administrator changed them; dpkg asks when a new version has others. */
const conffiles: Readonly<Record<string, string>> = {
  '/etc/nginx/conf.d/up-cop-outreach.conf': 'nginx-upstreams.conf',
  '/etc/nginx/up-cop-outreach-locations.conf': 'nginx-locations.conf',
  '/etc/nginx/up-cop-outreach-proxy.conf': 'nginx-proxy.conf',
};
const units = [
  'up-cop-outreach@.service',
  'up-cop-outreach-worker@.service',
  'up-cop-outreach-receiver.service',
  'up-cop-outreach-redirect.service',
  'up-cop-outreach-backup.service',
  'up-cop-outreach-backup.timer',
  'up-cop-outreach-drill.service',
  'up-cop-outreach-drill.timer',
];
const scripts = ['config', 'preinst', 'postinst', 'prerm', 'postrm'];

export interface Staged {
  /** An installation as it is in `home`. */
  installation: string;
  /** Bill of materials, licences, changes. */
  papers: string;
  epoch: number;
}

/** Makes the Debian package. @returns its path */
export function makeDeb(
  { installation, papers, epoch }: Staged,
  work: string,
  out: string,
): string {
  const folder = join(work, 'deb');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, dirname(home)), { recursive: true });
  // Hard links: half a gigabyte need not be written once more.
  runIn(root, 'cp', '-al', installation, join(folder, home));
  writeConfiguration(folder);
  writeDocuments(folder, papers);
  settle(folder, epoch);
  writeControl(folder);
  settle(join(folder, 'DEBIAN'), epoch);
  const path = join(out, `${name}_${version}_${architecture()}.deb`);
  // A fifth smaller than Zstandard, which would be unpacked some seconds sooner.
  const how = ['--root-owner-group', '--uniform-compression', '-Zxz', '-z9'];
  runIn(root, 'env', `SOURCE_DATE_EPOCH=${epoch}`, 'dpkg-deb', ...how, '--build', folder, path);
  rmSync(folder, { recursive: true });
  return path;
}

export const architecture = () => runIn(root, 'dpkg', '--print-architecture').trim();

/** A deployed file as the package installs it: without the commands that install it by hand. */
export function deployed(file: string): string {
  return readFileSync(join(deploy, file), 'utf8')
    .replaceAll('/opt/up-cop-outreach', home)
    .replace(/^(\s*ssl_certificate) .*/m, '$1 /etc/ssl/certs/ssl-cert-snakeoil.pem;')
    .replace(/^(\s*ssl_certificate_key) .*/m, '$1 /etc/ssl/private/ssl-cert-snakeoil.key;')
    .replace(/^(#.*\n)+/, (head) => (head.includes('\n#   ') ? '' : head));
}

function writeConfiguration(folder: string): void {
  for (const [path, file] of Object.entries(conffiles)) write(folder, path, deployed(file));
  for (const unit of units) write(folder, `/usr/lib/systemd/system/${unit}`, deployed(unit));
  const shared = `/usr/share/${name}`;
  write(folder, `${shared}/nginx-site.conf`, deployed('nginx-site.conf'));
  const settings = readFileSync(join(deploy, 'debian', `${name}.env`), 'utf8');
  write(folder, `${shared}/${name}.env`, settings);
  const command = join(folder, 'usr', 'sbin', name);
  mkdirSync(dirname(command), { recursive: true });
  copyFileSync(join(deploy, 'debian', name), command);
  chmodSync(command, 0o755);
}

function writeDocuments(folder: string, papers: string): void {
  const documents = `/usr/share/doc/${name}`;
  cpSync(papers, join(folder, documents), { recursive: true });
  const packed = (text: string) => gzipSync(text, { level: 9 });
  write(
    folder,
    `${documents}/changelog.gz`,
    packed(readFileSync(join(papers, 'CHANGELOG.md'), 'utf8')),
  );
  rmSync(join(folder, documents, 'CHANGELOG.md'));
  write(folder, `${documents}/env.example`, readFileSync(join(root, '.env.example'), 'utf8'));
  write(
    folder,
    `${documents}/copyright`,
    `UP COP outreach toolkit, of Uttar Pradesh Police.\nPackages of others in it, each with its licence: THIRD-PARTY.md, sbom.json.\n`,
  );
  const manual = readFileSync(join(deploy, 'debian', `${name}.8`), 'utf8');
  write(folder, `/usr/share/man/man8/${name}.8.gz`, packed(manual.replace('@VERSION@', version)));
}

function writeControl(folder: string): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  const bytes = files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  const sums = files.map((file) => {
    const sum = createHash('md5')
      .update(readFileSync(join(folder, file)))
      .digest('hex');
    return `${sum}  ${file}\n`;
  });
  const fields = {
    Package: name,
    Version: version,
    Architecture: architecture(),
    Maintainer: 'Uttar Pradesh Police <root@localhost>',
    'Installed-Size': Math.ceil(bytes / 1024),
    Depends: depends.join(', '),
    Section: 'web',
    Priority: 'optional',
    Description: description,
  };
  const control = Object.entries(fields).map(([field, value]) => `${field}: ${value}\n`);
  write(folder, '/DEBIAN/control', control.join(''));
  write(folder, '/DEBIAN/conffiles', Object.keys(conffiles).join('\n').concat('\n'));
  write(folder, '/DEBIAN/md5sums', sums.join(''));
  for (const file of [...scripts, 'templates'])
    write(folder, `/DEBIAN/${file}`, debianScript(file));
  for (const script of scripts) chmodSync(join(folder, 'DEBIAN', script), 0o755);
}

/** A script of Debian's, with what it reads from beside it put in. */
export function debianScript(file: string): string {
  const read = (name: string) => readFileSync(join(deploy, 'debian', name), 'utf8');
  return read(file)
    .replace('. ./answers.sh\n', () => read('answers.sh'))
    .replaceAll('@VERSION@', version);
}

function write(folder: string, path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}
