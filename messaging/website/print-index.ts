import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { type Manifest, type ManifestFile, manifestSchema } from '../../campaigns/manifest.ts';
import { html, type Markup, page } from '../http/html.ts';
import { hasSite, sendHome } from './site.ts';

export interface PrintIndexOptions {
  printDir: string;
  siteDir: string;
  /** Words of the page's head: who owns it. */
  owner: string;
}

const artworkNames: Record<string, string> = {
  board: 'बोर्ड',
  pamphlet: 'पम्पलेट',
  'pamphlet-2up': 'पम्पलेट, A4 पर दो',
  'pamphlet-4up': 'पम्पलेट, A3 पर चार',
  district: 'पूरा जनपद',
};

/**
 * The home page: the site's, as soon as it is built; until then a plain page of districts, and of each district's
 * print files.
 */
export function registerPrintIndex(app: FastifyInstance, options: PrintIndexOptions): void {
  app.get<{ Querystring: { district?: string } }>(
    '/',
    { config: { access: 'public' }, schema: { hide: true } },
    async (request, reply) => {
      if (hasSite(options.siteDir)) return sendHome(reply, options.siteDir);
      reply.type('text/html; charset=utf-8');
      reply.kind = 'page';
      const manifest = await readManifest(join(options.printDir, 'manifest.json'));
      if (manifest === null && existsSync(join(options.printDir, 'plan.json'))) {
        reply.header('refresh', '2').header('retry-after', '2');
        return reply.code(503).send(coming(options.owner));
      }
      if (manifest === null) return reply.code(503).send(missing(options.owner));
      const { district } = request.query;
      if (district === undefined) return reply.send(districts(manifest, options.owner));
      const files = manifest.files.filter((file) => file.district === district);
      if (files.length === 0) return reply.callNotFound();
      return reply.send(stations(files, options.owner));
    },
  );
}

/** null while nothing has been generated. */
async function readManifest(path: string): Promise<Manifest | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  return manifestSchema.parse(JSON.parse(text));
}

/** `npm start` has listed the files and is building the site. */
function coming(owner: string): string {
  return page(
    'साइट तैयार हो रही है',
    owner,
    html`<h1>साइट तैयार हो रही है</h1>
<p>कुछ ही सेकंड में यह पेज अपने आप खुल जाएगा।</p>
<p lang="en" class="detail">The site is being made ready; this page opens by itself in some seconds.</p>`,
  );
}

function missing(owner: string): string {
  return page(
    'छपाई की फ़ाइलें अभी नहीं बनी हैं',
    owner,
    html`<h1>छपाई की फ़ाइलें अभी नहीं बनी हैं</h1>
<p>बोर्ड और पम्पलेट बनाने के लिए सर्वर पर यह आदेश चलाएँ:</p>
<pre>npm run generate</pre>
<p lang="en" class="detail">No print files yet: run <code>npm run generate</code>.</p>`,
  );
}

function districts({ files }: Manifest, owner: string): string {
  const byDistrict = Map.groupBy(files, (file) => file.district);
  const items = [...byDistrict].map(([id, own]) => {
    const name = own.find((file) => file.station === null)?.nameHi ?? id;
    const stationCount = new Set(own.flatMap((file) => file.station ?? [])).size;
    return html`<li><a href="/?district=${id}">${name}</a>
<span class="detail">${stationCount} थाने</span></li>`;
  });
  const title = 'जनपदवार बोर्ड और पम्पलेट';
  return page(
    title,
    owner,
    html`<h1>${title}</h1>
<p>अपना जनपद चुनें और छपाई की फ़ाइलें डाउनलोड करें।</p>
<ul class="list columns">${items}</ul>`,
  );
}

function stations(files: readonly ManifestFile[], owner: string): string {
  const whole = files.filter((file) => file.station === null);
  const byStation = Map.groupBy(
    files.filter((file) => file.station !== null),
    (file) => file.station,
  );
  const name = whole[0]?.nameHi ?? files[0]?.district ?? '';
  const items = [...byStation.values()].map((own) => {
    return html`<li>${own[0]?.nameHi ?? ''}<br>${links(own)}</li>`;
  });
  const title = `जनपद ${name}`;
  return page(
    title,
    owner,
    html`<p><a href="/">सभी जनपद</a></p>
<h1>${title}</h1>
<p>${links(whole)}</p>
<ul class="list">${items}</ul>`,
  );
}

function links(files: readonly ManifestFile[]): Markup[] {
  return files
    .filter((file) => file.format !== 'png')
    .map(
      (file) =>
        html`<a href="/files/${file.path}">${artworkNames[file.artwork] ?? file.artwork} (${file.format.toUpperCase()}, ${size(file.bytes)})</a> `,
    );
}

function size(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000)} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
