import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { imageConfig } from '../../../assets/deploy/release/image.ts';
import { writeManifests } from '../../../assets/deploy/release/manifests.ts';
import { root, version } from '../../../assets/deploy/release/project.ts';
import { loadConfig } from '../../../messaging/config.ts';
import { openFolder } from '../../folders.ts';
import { readManifests, startedByCompose, startedByKubernetes } from './containers.ts';

const started = [...startedByCompose(), ...startedByKubernetes()];
/** Of Node and of the tools that the store's library reads. */
const ofOthers = new Set(['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'JOB_NAME']);
const documented = new Set(
  [...readFileSync(join(root, '.env.example'), 'utf8').matchAll(/^([A-Z_]+)=/gm)].map(
    ([, name = '']) => name,
  ),
);

const folder = openFolder('containers-');
beforeAll(() => writeManifests(folder));

test('compose and Kubernetes start the same: both sides, redirect, receiver, worker, backup', () => {
  const names = (list: typeof started) => list.map(({ where }) => where.split(' ')[1]).sort();
  const all = ['backup', 'console', 'public', 'receiver', 'redirect', 'worker'];
  expect(names(startedByCompose())).toEqual(all);
  expect(names(startedByKubernetes())).toEqual(all);
});

test.each(started)('$where: the program knows its arguments and variables', ({ args, env }) => {
  const [command = '', ...rest] = args;
  const said = execFileSync(
    process.execPath,
    [...imageConfig.Entrypoint.slice(1), command, '--help'],
    { cwd: root, encoding: 'utf8' },
  );
  for (const option of rest.filter((word) => word.startsWith('--'))) expect(said).toContain(option);
  const unknown = Object.keys(env).filter((name) => !documented.has(name) && !ofOthers.has(name));
  expect(unknown).toEqual([]);
  const ofImage = Object.fromEntries(imageConfig.Env.map((pair) => pair.split(/=(.*)/s, 2)));
  const config = loadConfig({ ...ofImage, ...env }, rest[0] === '--only' ? rest : []);
  expect(config).toMatchObject({ host: '0.0.0.0', dataDir: '/var/lib/up-cop-outreach' });
  if (command === 'receive') {
    expect(Object.keys(env).filter((name) => /DATABASE|AUTH/.test(name))).toEqual([]);
    return;
  }
  if (command === 'redirect') {
    expect(Object.keys(env).filter((name) => /AUTH|TOKEN/.test(name))).toEqual([]);
    return;
  }
  expect(config).toMatchObject({
    databaseUrl: expect.stringContaining('@postgres:5432/outreach'),
    redisUrl: 'redis://valkey:6379/0',
    filesUrl: expect.stringContaining('http://store:7070'),
  });
});

test('Kubernetes knows every field of the manifests, and misses none', () => {
  const typed = readManifests().map(({ file, manifest }, at) => {
    const { apiVersion, kind } = manifest;
    const [group = '', level] = apiVersion.split('/');
    const path = level === undefined ? `core/${group}` : `${group.split('.')[0]}/${level}`;
    const types = join(root, 'node_modules/kubernetes-types', `${path}.d.ts`);
    return `// ${file}
import type { ${kind} as Kind${at} } from '${types.replace('.d.ts', '.js')}';
export const manifest${at}: Kind${at} = ${JSON.stringify(manifest, null, 1)};\n`;
  });
  expect(check(typed.join('\n'))).toBe('');
  const misspelt = (typed[0] ?? '').replace('"schedule"', '"shedule"');
  expect(check(misspelt)).toContain('shedule');
});

/** What the compiler says of a module. */
function check(text: string): string {
  const file = join(folder, 'manifests.ts');
  writeFileSync(file, text);
  const compiler = join(root, 'node_modules/typescript-7/bin/tsc');
  const options = [
    '--noEmit',
    '--ignoreConfig',
    '--strict',
    '--module',
    'nodenext',
    '--skipLibCheck',
    '--types',
    '',
  ];
  try {
    return execFileSync(process.execPath, [compiler, ...options, file], { encoding: 'utf8' });
  } catch (error) {
    return String((error as { stdout: string }).stdout);
  }
}

test('each reference leads to something that is there, and every pod is behind a policy', () => {
  const manifests = readManifests().map(({ manifest }) => manifest);
  const named = (kind: string) =>
    manifests.filter((each) => each.kind === kind).map(({ metadata }) => metadata.name);
  const text = JSON.stringify(manifests);
  const claims = [...text.matchAll(/"claimName":"([^"]+)"/g)].map(([, name]) => name);
  expect(named('PersistentVolumeClaim')).toEqual(expect.arrayContaining(claims));
  const hosts = [...text.matchAll(/:\/\/(?:[^"@/]*@)?(\w+):\d+/g)].map(([, host]) => host);
  expect(named('Service')).toEqual(expect.arrayContaining(hosts));
  const policed = new Set(
    [
      ...JSON.stringify(manifests.filter(({ kind }) => kind === 'NetworkPolicy')).matchAll(/\w+/g),
    ].map(String),
  );
  const workloads = [...named('Deployment'), ...named('StatefulSet')];
  // Nobody asks a worker.
  expect(workloads.filter((name) => !policed.has(name))).toEqual([]);
  const ours = manifests.filter(
    (each) => each.kind === 'StatefulSet' && JSON.stringify(each).includes('"up-cop-outreach:'),
  );
  expect(named('PodDisruptionBudget').sort()).toEqual(
    ours.map((each) => each.metadata.name).sort(),
  );
});

test('no volume is asked for that several nodes write to, and a spool lies where it is read', () => {
  const manifests = readManifests().map(({ manifest }) => manifest);
  expect(JSON.stringify(manifests)).not.toContain('ReadWriteMany');
  const together = manifests
    .filter(({ kind }) => kind === 'StatefulSet')
    .map((each) =>
      [...JSON.stringify(each).matchAll(/"name":"(\w+)","image":/g)].map(([, name]) => name),
    );
  expect(together).toEqual(
    expect.arrayContaining([
      ['nginx', 'public', 'redirect'],
      ['console', 'receiver'],
    ]),
  );
  // What only puts on the disk is reached whatever the service beside it does.
  const always = manifests.filter(({ spec }) => Object(spec).publishNotReadyAddresses === true);
  expect(always.map(({ metadata }) => metadata.name)).toEqual(['receiver', 'redirect']);
});

test('each place to which nginx sends is started, and receipts and scans have a second one', () => {
  const text = readFileSync(join(folder, 'nginx/nginx-upstreams.conf'), 'utf8');
  const places = [...text.matchAll(/server (\w+):(\d+)/g)].map(([, name, port]) => [name, port]);
  const services = readManifests().flatMap(({ manifest }) => {
    const { ports = [] } = (manifest['spec'] ?? {}) as { ports?: { port: number }[] };
    const { name } = manifest.metadata;
    return manifest.kind === 'Service' ? ports.map(({ port }) => [name, String(port)]) : [];
  });
  expect(services).toEqual(expect.arrayContaining(places));
  const compose = startedByCompose().map(({ where }) => where.split(' ')[1]);
  expect(compose).toEqual(expect.arrayContaining(places.map(([name]) => name)));
  for (const name of ['receipts', 'scans']) {
    const block = RegExp(`outreach_${name} \\{[^}]*\\}`).exec(text)?.[0] ?? '';
    expect(block.match(/server /g), name).toHaveLength(2);
  }
});

test('no pod is root’s, or can write but where it must', () => {
  const pods = readManifests().filter(({ manifest }) =>
    JSON.stringify(manifest).includes('"containers"'),
  );
  for (const { file, manifest } of pods) {
    const text = JSON.stringify(manifest);
    expect(text, file).toContain('"runAsNonRoot":true');
    expect(text, file).toContain('"drop":["ALL"]');
    if (file !== 'stores.yaml') expect(text, file).toContain('"readOnlyRootFilesystem":true');
  }
});

test('what is handed out names the image of its version, and all of nginx’s files', () => {
  for (const file of ['compose.yaml', 'kubernetes/public.yaml'])
    expect(readFileSync(join(folder, file), 'utf8')).toContain(`image: up-cop-outreach:${version}`);
  const list = readFileSync(join(folder, 'kubernetes/kustomization.yaml'), 'utf8');
  const listed = [...list.matchAll(/^ +- ((?:nginx\/)?[\w-]+\.(?:yaml|conf))$/gm)].map(
    ([, name = '']) => name,
  );
  expect(listed.filter((name) => !existsSync(join(folder, 'kubernetes', name)))).toEqual([]);
  const resources = readManifests().map(({ file }) => file);
  expect(listed).toEqual(expect.arrayContaining([...new Set(resources)]));
});

test('nginx takes its files as they are mounted in a container', () => {
  const conf = join(folder, 'etc');
  mkdirSync(join(conf, 'tls'), { recursive: true });
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
      ...[
        '-subj',
        '/CN=test',
        '-keyout',
        join(conf, 'tls/tls.key'),
        '-out',
        join(conf, 'tls/tls.crt'),
      ],
    ],
    { stdio: 'ignore' },
  );
  const mounted: Record<string, string> = {
    'conf.d/upstreams.conf': 'nginx-upstreams.conf',
    'conf.d/default.conf': 'nginx-site.conf',
    'up-cop-outreach-locations.conf': 'nginx-locations.conf',
    'up-cop-outreach-proxy.conf': 'nginx-proxy.conf',
    'up-cop-outreach-redirect-side.conf': 'nginx-redirect-side.conf',
  };
  mkdirSync(join(conf, 'conf.d'), { recursive: true });
  for (const [path, file] of Object.entries(mounted)) {
    const text = readFileSync(join(folder, 'nginx', file), 'utf8')
      .replaceAll('/etc/nginx/', `${conf}/`)
      // No such names outside of these containers.
      .replaceAll(/server (public|console|receiver|redirect):/g, 'server 127.0.0.1:');
    writeFileSync(join(conf, path), text);
  }
  writeFileSync(
    join(conf, 'nginx.conf'),
    `pid ${folder}/nginx.pid;\nevents {}\nhttp { include ${conf}/conf.d/*.conf; }\n`,
  );
  const { stderr } = spawnSync('nginx', ['-t', '-q', '-c', join(conf, 'nginx.conf')], {
    encoding: 'utf8',
    // Its log is opened by name, which a pipe of Node's has none of.
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  expect(stderr).toBe('');
});

test('the Containerfile says of the image what the one that is made says', () => {
  const text = readFileSync(join(root, 'assets/deploy/containers/Containerfile'), 'utf8');
  const { User, WorkingDir, Entrypoint, Cmd, Env, Healthcheck } = imageConfig;
  expect(text).toContain(`USER ${User}\n`);
  expect(text).toContain(`WORKDIR ${WorkingDir}\n`);
  const words = (list: readonly string[]) => JSON.stringify(list).replaceAll(',', ', ');
  expect(text).toContain(`ENTRYPOINT ${words(Entrypoint)}\n`);
  expect(text).toContain(`CMD ${words(Cmd)}\n`);
  expect(text).toContain(`CMD ${words(Healthcheck.Test.slice(1))}\n`);
  for (const pair of Env.filter((each) => !each.startsWith('PATH='))) expect(text).toContain(pair);
});
