import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { asCalledHere } from '../../../campaigns/command/called-here-fs.ts';
import { readListing } from '../../../campaigns/files/listing-fs.ts';
import type { PageWords } from '../../../campaigns/languages/service/service-words.ts';
import { serviceWordsIn } from '../../../campaigns/languages/service-words-fs.ts';
import { type Manifest, type ManifestFile, manifestSchema } from '../../../campaigns/manifest.ts';
import type { House } from '../../kit/house.ts';
import { html, type Markup, type PageCampaign, page } from '../../platform/http/html.ts';
import type { Module } from '../../platform/http/module.ts';
import { hasSite, registerSite, sendHome } from './built-site.ts';

/** The built site; while it is not built, a plain page of the print files. */
export function openWebsite(options: House): Module {
  const { siteDir, printDir } = options.config;
  const { campaign } = options;
  return {
    name: 'website',
    register({ pages }) {
      registerNotFound(pages, { siteDir, campaign });
      registerFonts(pages);
      registerSite(pages, siteDir);
      registerPrintIndex(pages, { siteDir, printDir, campaign });
    },
  };
}

/** Files that the service's own pages use: a script of a font of @fontsource, and what its addresses begin with. */
const faces = [
  { font: 'mukta', script: 'devanagari', name: 'mukta' },
  { font: 'mukta', script: 'latin', name: 'mukta-latin' },
  { font: 'mukta-vaani', script: 'gujarati', name: 'mukta-gujarati' },
] as const;

/** Mukta, in which the service's own pages are set as those of the site are, each script apart. */
function registerFonts(app: FastifyInstance): void {
  for (const { font, script, name } of faces) {
    for (const weight of ['400', '600']) {
      const source = `@fontsource/${font}/files/${font}-${script}-${weight}-normal.woff2`;
      const file = readFileSync(fileURLToPath(import.meta.resolve(source)));
      app.get(
        `/service/${name}-${weight}.woff2`,
        { config: { access: 'public', answers: 'hashed' }, schema: { hide: true } },
        (_request, reply) => reply.type('font/woff2').send(file),
      );
    }
  }
}

/** Words of the pages about the campaign, and its word for a district. */
type WebsiteCampaign = PageCampaign & Pick<Campaign, 'areas'>;

/**
 * The home page: the site's, as soon as it is built; until then a plain page of districts, and of each district's
 * print files.
 */
export function registerPrintIndex(
  app: FastifyInstance,
  options: { printDir: string; siteDir: string; campaign: WebsiteCampaign },
): void {
  app.get<{ Querystring: { district?: string } }>(
    '/',
    { config: { access: 'public' }, schema: { hide: true } },
    async (request, reply) => {
      if (hasSite(options.siteDir)) return sendHome(reply, options.siteDir);
      reply.type('text/html; charset=utf-8');
      reply.kind = 'page';
      const manifest = readListing(join(options.printDir, 'manifest.json'), manifestSchema);
      if (manifest === undefined) {
        const isPlanned = existsSync(join(options.printDir, 'plan.json'));
        // The page opens by itself: somebody, or `npm start`, is about to make what is missing.
        reply.code(503).header('refresh', '2').header('retry-after', '2');
        return reply.send(isPlanned ? coming(options.campaign) : missing(options.campaign));
      }
      const { district } = request.query;
      if (district === undefined) return reply.send(districts(manifest, options.campaign));
      const files = manifest.files.filter((file) => file.district === district);
      if (files.length === 0) return reply.callNotFound();
      return reply.send(stations(files, options.campaign));
    },
  );
}

function pickWords(campaign: WebsiteCampaign): PageWords {
  return serviceWordsIn(campaign).pages;
}

/** `npm start` has listed the files and is building the site. */
function coming(campaign: WebsiteCampaign): string {
  const words = pickWords(campaign);
  return page(
    words.coming,
    campaign,
    html`<h1>${words.coming}</h1>
<p>${words.comingText}</p>
<p lang="en" class="detail">The site is being made ready; this page opens by itself in some seconds.</p>`,
  );
}

function missing(campaign: WebsiteCampaign): string {
  const words = pickWords(campaign);
  const again = asCalledHere('up-cop-outreach generate');
  return page(
    words.missing,
    campaign,
    html`<h1>${words.missing}</h1>
<p>${words.missingText}</p>
<pre>${again}</pre>
<p lang="en" class="detail">No print files yet: run <code>${again}</code>.</p>`,
  );
}

function districts({ files }: Manifest, campaign: WebsiteCampaign): string {
  const words = pickWords(campaign);
  const byDistrict = Map.groupBy(files, (file) => file.district);
  const items = [...byDistrict].map(([id, files]) => {
    const name = files.find((file) => file.station === null)?.nameHi ?? id;
    const stationCount = new Set(files.flatMap((file) => file.station ?? [])).size;
    return html`<li><a href="/?district=${id}">${name}</a>
<span class="detail">${words.stations(stationCount)}</span></li>`;
  });
  return page(
    words.districts,
    campaign,
    html`<h1>${words.districts}</h1>
<p>${words.districtsText}</p>
<ul class="list columns">${items}</ul>`,
  );
}

function stations(files: readonly ManifestFile[], campaign: WebsiteCampaign): string {
  const words = pickWords(campaign);
  const whole = files.filter((file) => file.station === null);
  const byStation = Map.groupBy(
    files.filter((file) => file.station !== null),
    (file) => file.station,
  );
  const name = whole[0]?.nameHi ?? files[0]?.district ?? '';
  const items = [...byStation.values()].map((files) => {
    return html`<li>${files[0]?.nameHi ?? ''}<br>${links(files, words)}</li>`;
  });
  const title = campaign.areas.districtNamed.hi.replace('{name}', name);
  return page(
    title,
    campaign,
    html`<p><a href="/">${words.all}</a></p>
<h1>${title}</h1>
<p>${links(whole, words)}</p>
<ul class="list">${items}</ul>`,
  );
}

function links(files: readonly ManifestFile[], { artworks }: PageWords): Markup[] {
  return files
    .filter((file) => file.format !== 'png')
    .map(
      (file) =>
        html`<a href="/files/${file.path}">${artworks[file.artwork] ?? file.artwork} (${file.format.toUpperCase()}, ${size(file.bytes)})</a> `,
    );
}

function size(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000)} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Answers what no route knows: the site's own 404 page, a plain one, or JSON for programs. */
function registerNotFound(
  app: FastifyInstance,
  { siteDir, campaign }: { siteDir: string; campaign: PageCampaign },
): void {
  const words = serviceWordsIn(campaign).pages;
  app.setNotFoundHandler(async (request: FastifyRequest, reply: FastifyReply) => {
    reply.code(404);
    reply.kind = 'api';
    if (!(request.headers.accept ?? '').includes('text/html')) {
      return reply.send({ error: 'not-found' });
    }
    reply.type('text/html; charset=utf-8');
    if (hasSite(siteDir) && existsSync(join(siteDir, '404.html'))) {
      reply.kind = 'lost-site';
      return reply.send(await readFile(join(siteDir, '404.html')));
    }
    reply.kind = 'lost-page';
    return reply.send(
      page(
        words.notFound,
        campaign,
        html`<h1>${words.notFound}</h1>
<p>${words.notFoundText} <a href="/">${words.home}</a></p>
<p lang="en" class="detail">Page not found. <a href="/">Go to the home page</a></p>`,
      ),
    );
  });
}
