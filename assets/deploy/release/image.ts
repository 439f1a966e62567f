import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { architecture, type Staged } from './deb.ts';
import { makeDebianRoot } from './debian-root.ts';
import { description, home, name, runIn, version } from './project.ts';
import { settle } from './stage.ts';
import { type Owned, packRoot, packTar } from './tar.ts';

/** The user in a container: neither root nor anybody of the machine. */
const userId = 10_001;
const dataDir = `/var/lib/${name}`;
const own: readonly Owned[] = [
  { path: dataDir.slice(1), owner: userId, mode: '0711' },
  { path: 'tmp', owner: 0, mode: '1777' },
];
const mediaType = (kind: string) => `application/vnd.oci.image.${kind}`;

/** Program and variables of a container, unless it is told otherwise. */
export const imageConfig = {
  User: `${userId}:${userId}`,
  WorkingDir: home,
  Entrypoint: ['node', '--disable-warning=ExperimentalWarning', 'assets/deploy/program.ts'],
  Cmd: ['start'],
  Env: [
    'PATH=/usr/bin',
    'NODE_ENV=production',
    `NODE_COMPILE_CACHE=${dataDir}/cache/compiled`,
    `DATA_DIR=${dataDir}`,
    'HOST=0.0.0.0',
    'LOG_FORMAT=json',
  ],
  ExposedPorts: { '8080/tcp': {}, '8081/tcp': {}, '8082/tcp': {} },
  Volumes: { [dataDir]: {} },
  // Of Docker; what reads the standard alone passes over it.
  Healthcheck: {
    Test: ['CMD', 'node', '--disable-warning=ExperimentalWarning', 'assets/deploy/healthy.ts'],
    Interval: 30e9,
    Timeout: 5e9,
    StartPeriod: 60e9,
  },
};

interface Layer {
  what: string;
  /** Of the layer unpacked, and as it is in the image. */
  diffId: string;
  blob: ImagePart;
}
/** A part of an image, by the sum of its bytes. */
interface ImagePart {
  mediaType: string;
  digest: string;
  size: number;
}

/** Makes the image as an archive of the OCI's image layout, which podman, skopeo and docker load take. @returns its path */
export function makeImage(
  { installation, papers, epoch }: Staged,
  apt: string,
  work: string,
  out: string,
): string {
  const layout = join(work, 'image');
  mkdirSync(join(layout, 'blobs', 'sha256'), { recursive: true });
  const system = join(work, 'system');
  makeDebianRoot(system, join(installation, 'node_modules/node/bin/node'), apt);
  furnish(system);
  settle(system, epoch);
  const program = join(work, 'program');
  mkdirSync(join(program, dirname(home)), { recursive: true });
  runIn(work, 'cp', '-al', installation, join(program, home));
  cpSync(papers, join(program, `usr/share/doc/${name}`), { recursive: true });
  settle(program, epoch);
  const layers = [
    addLayer(layout, { what: 'Debian', folder: system, owned: own }, epoch),
    addLayer(layout, { what: `${name} ${version}`, folder: program, owned: [] }, epoch),
  ];
  const config = addBlob(layout, mediaType('config.v1+json'), describeImage(layers, epoch));
  writeIndex(layout, config, layers);
  const path = join(out, `${name}_${version}.oci.tar`);
  packTar(layout, ['blobs', 'index.json', 'manifest.json', 'oci-layout'], path, epoch);
  return path;
}

/** User, folders and the two links that Debian's packages do not bring. */
function furnish(system: string): void {
  const write = (path: string, text: string) => writeFileSync(join(system, path), text);
  write(
    'etc/passwd',
    `root:x:0:0:root:/:/nonexistent\noutreach:x:${userId}:${userId}::${dataDir}:/nonexistent\n`,
  );
  write('etc/group', `root:x:0:\noutreach:x:${userId}:\n`);
  write('etc/nsswitch.conf', 'passwd: files\ngroup: files\nhosts: files dns\n');
  for (const folder of ['tmp', 'dev', 'proc', 'sys', 'run'])
    mkdirSync(join(system, folder), { recursive: true });
  mkdirSync(join(system, dataDir), { recursive: true });
  symlinkSync(`../lib/${name}/node_modules/node/bin/node`, join(system, 'usr/bin/node'));
  symlinkSync(`../lib/${name}/assets/deploy/${name}.mjs`, join(system, 'usr/bin', name));
}

function addLayer(
  layout: string,
  { what, folder, owned }: { what: string; folder: string; owned: readonly Owned[] },
  epoch: number,
): Layer {
  const tar = `${folder}.tar`;
  packRoot(folder, owned, tar, epoch);
  const sum = (file: string) => runIn(folder, 'sha256sum', file).split(' ')[0] ?? '';
  const diffId = `sha256:${sum(tar)}`;
  // A fifth smaller than gzip; taken by containerd, CRI-O, podman and Docker from 23.
  runIn(folder, 'zstd', '-q', '-12', '-T0', '--rm', tar);
  const digest = sum(`${tar}.zst`);
  const path = join(layout, 'blobs', 'sha256', digest);
  renameSync(`${tar}.zst`, path);
  const size = Number(runIn(folder, 'stat', '--format=%s', path));
  return {
    what,
    diffId,
    blob: { mediaType: mediaType('layer.v1.tar+zstd'), digest: `sha256:${digest}`, size },
  };
}

function addBlob(layout: string, type: string, content: object): ImagePart {
  const bytes = Buffer.from(JSON.stringify(content));
  const digest = createHash('sha256').update(bytes).digest('hex');
  writeFileSync(join(layout, 'blobs', 'sha256', digest), bytes);
  return { mediaType: type, digest: `sha256:${digest}`, size: bytes.length };
}

function describeImage(layers: readonly Layer[], epoch: number): object {
  const created = new Date(epoch * 1000).toISOString();
  return {
    created,
    architecture: architecture(),
    os: 'linux',
    config: {
      ...imageConfig,
      Labels: {
        'org.opencontainers.image.title': name,
        'org.opencontainers.image.description': description,
        'org.opencontainers.image.version': version,
      },
    },
    rootfs: { type: 'layers', diff_ids: layers.map(({ diffId }) => diffId) },
    history: layers.map(({ what }) => ({ created, created_by: what })),
  };
}

function writeIndex(layout: string, config: ImagePart, layers: readonly Layer[]): void {
  const type = mediaType('manifest.v1+json');
  const blobs = layers.map(({ blob }) => blob);
  const manifest = addBlob(layout, type, {
    schemaVersion: 2,
    mediaType: type,
    config,
    layers: blobs,
  });
  const tag = `${name}:${version}`;
  const annotations = {
    'org.opencontainers.image.ref.name': version,
    'io.containerd.image.name': `docker.io/library/${tag}`,
  };
  const place = ({ digest }: ImagePart) => `blobs/${digest.replace(':', '/')}`;
  const write = (file: string, content: object) =>
    writeFileSync(join(layout, file), JSON.stringify(content));
  write('oci-layout', { imageLayoutVersion: '1.0.0' });
  write('index.json', {
    schemaVersion: 2,
    mediaType: mediaType('index.v1+json'),
    manifests: [{ ...manifest, annotations }],
  });
  // For a docker that does not know the layout yet.
  write('manifest.json', [{ Config: place(config), RepoTags: [tag], Layers: blobs.map(place) }]);
}
