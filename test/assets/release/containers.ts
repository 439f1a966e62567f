import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { root } from '../../../assets/deploy/release/project.ts';

const deploy = join(root, 'assets', 'deploy');

/** A container of the project's image, as compose.yaml or a manifest of Kubernetes starts it. */
export interface Started {
  /** File and name. */
  where: string;
  args: readonly string[];
  env: Readonly<Record<string, string>>;
}

export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: { name: string };
  [field: string]: unknown;
}

export function readManifests(): { file: string; manifest: Manifest }[] {
  const folder = join(deploy, 'kubernetes');
  return readdirSync(folder)
    .filter((file) => file !== 'kustomization.yaml')
    .flatMap((file) =>
      parseAllDocuments(readFileSync(join(folder, file), 'utf8')).map((document) => ({
        file,
        manifest: document.toJS() as Manifest,
      })),
    );
}

interface Container {
  name: string;
  image: string;
  args?: string[];
  env?: { name: string; value?: string; valueFrom?: { secretKeyRef?: { key: string } } }[];
  envFrom?: { configMapRef?: { name: string } }[];
}

/** Values of secrets, which are in no file. */
const secrets: Readonly<Record<string, string>> = {
  AUTH_SECRET: 'a secret of 32 characters or more, as it should be',
  BACKUP_PASSPHRASE: 'a passphrase of the test',
  DATABASE_PASSWORD: 'password',
  DATABASE_URL: 'postgresql://outreach:password@postgres:5432/outreach',
  EMULATOR_TOKEN: 'a token of the emulator',
  PUBLIC_URL: 'https://outreach.example.gov.in',
  STORE_SECRET: 'a secret of the store',
};

export function startedByKubernetes(): Started[] {
  const manifests = readManifests();
  const settings = manifests.find(({ manifest }) => manifest.kind === 'ConfigMap')?.manifest;
  return manifests.flatMap(({ file, manifest }) =>
    findContainers(manifest)
      .filter(({ image }) => image.startsWith('up-cop-outreach:'))
      .map(({ name, args = [], env = [], envFrom = [] }) => ({
        where: `${file} ${name}`,
        args,
        env: {
          ...(envFrom.some(({ configMapRef }) => configMapRef?.name === settings?.metadata.name)
            ? (settings?.['data'] as Record<string, string>)
            : {}),
          ...Object.fromEntries(
            env.map(({ name: variable, value, valueFrom }) => [
              variable,
              value ?? secrets[valueFrom?.secretKeyRef?.key ?? ''] ?? 'of the pod',
            ]),
          ),
        },
      })),
  );
}

function findContainers(node: unknown): Container[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'containers' ? (value as Container[]) : findContainers(value),
  );
}

export interface Compose {
  services: Record<
    string,
    { image: string; command?: string[]; environment?: Record<string, string> }
  >;
}

export function readCompose(): Compose {
  const text = readFileSync(join(deploy, 'containers', 'compose.yaml'), 'utf8');
  const filled = text
    .replace(/^#.*\n/gm, '')
    .replaceAll(/\$\{(\w+):\?\}/g, (_whole, name: string) => secrets[name] ?? `no ${name}`)
    .replaceAll(/\$\{\w+:-([^}]*)\}/g, '$1');
  return parse(filled, { merge: true });
}

export function startedByCompose(): Started[] {
  return Object.entries(readCompose().services)
    .filter(([, { image }]) => image.startsWith('up-cop-outreach:'))
    .map(([name, { command = [], environment = {} }]) => ({
      where: `compose.yaml ${name}`,
      args: command,
      env: environment,
    }));
}
