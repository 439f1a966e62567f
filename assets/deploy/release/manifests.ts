import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { name, root, version } from './project.ts';

const deploy = join(root, 'assets', 'deploy');
const nginxFiles = [
  'nginx-site.conf',
  'nginx-locations.conf',
  'nginx-proxy.conf',
  'nginx-redirect-side.conf',
];

/** Writes what Docker and Kubernetes are told, with the image of this version in it, and nginx's files beside each. */
export function writeManifests(out: string): void {
  copyFolder('containers', out);
  copyFolder('kubernetes', join(out, 'kubernetes'));
  for (const place of [out, join(out, 'kubernetes')]) {
    mkdirSync(join(place, 'nginx'), { recursive: true });
    for (const file of nginxFiles) writeFileSync(join(place, 'nginx', file), forContainers(file));
    const upstreams = readFileSync(join(deploy, 'containers', 'nginx-upstreams.conf'));
    writeFileSync(join(place, 'nginx', 'nginx-upstreams.conf'), upstreams);
  }
}

function copyFolder(folder: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const file of readdirSync(join(deploy, folder))) {
    if (file.endsWith('.conf')) continue;
    const text = readFileSync(join(deploy, folder, file), 'utf8');
    writeFileSync(join(to, file), text.replaceAll(`${name}:latest`, `${name}:${version}`));
  }
}

/** A file of nginx for a container where it has no root's rights, answers any name, and writes to the container's log. */
function forContainers(file: string): string {
  return readFileSync(join(deploy, file), 'utf8')
    .replace(/^(#.*\n)+/, '')
    .replaceAll(/(listen (\[::\]:)?)80;/g, '$18080;')
    .replaceAll(/(listen (\[::\]:)?)443 /g, '$18443 ')
    .replaceAll(/server_name .*;/g, 'server_name _;')
    .replace(/ssl_certificate .*;/, 'ssl_certificate /etc/nginx/tls/tls.crt;')
    .replace(/ssl_certificate_key .*;/, 'ssl_certificate_key /etc/nginx/tls/tls.key;')
    .replaceAll('/var/log/nginx/up-cop-outreach.log', '/dev/stdout');
}
