import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { alertKinds } from '../../campaigns/words/alert-words.ts';
import { environment } from '../../messaging/config.ts';
import { kinds } from './page-kinds.ts';
import {
  type BuiltSite,
  buildLimitMs,
  emptySite,
  fullSite,
  sampleProgress,
} from './site-fixture.ts';

const pages = kinds.map((path) => path.replace(/\?.*/, '')).flatMap((path) => [path, `/en${path}`]);
const readLanguage = (path: string) => /^\/(en|ur)\//.exec(path)?.[1] ?? 'hi';

let site: BuiltSite;
let htmlOf: (path: string) => string;
beforeAll(async () => {
  site = await fullSite();
  htmlOf = (path) =>
    readFileSync(join(site.folder, path.endsWith('/') ? `${path}index.html` : path), 'utf8');
}, buildLimitMs);

describe.each([...pages, '/ur/', '/404.html'])('%s', (path) => {
  test('has a policy that allows no inline code and no other host', () => {
    const policy =
      /http-equiv="content-security-policy" content="([^"]*)"/.exec(htmlOf(path))?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-|https?:|\*/);
  });

  test('has nothing that the policy would block', () => {
    const html = htmlOf(path);
    expect(html).not.toMatch(/<[^>]+\sstyle="/);
    expect(html).not.toMatch(/<[^>]+\son[a-z]+="/);
  });

  test('loads nothing from another host', () => {
    const loaded = [...htmlOf(path).matchAll(/<(?:script|img|link|iframe|source)\b[^>]*>/g)].filter(
      ([tag]) => !/rel="(canonical|alternate)"/.test(tag),
    );
    for (const [tag] of loaded) expect(tag).not.toMatch(/(?:src|href|srcset)="(?:https?:)?\/\//);
  });

  test('has every value as words', () => {
    expect(htmlOf(path)).not.toMatch(/\[object Object\]|\bundefined\b|>(?:NaN|null)</);
  });

  test('says who owns it and when it was last updated', () => {
    const html = htmlOf(path);
    expect(html).toMatch(
      /उत्तर प्रदेश पुलिस तकनीकी सेवायें|Technical Services, Uttar Pradesh Police|تکنیکی خدمات، اتر پردیش پولیس/,
    );
    expect(html).toMatch(/<time datetime="\d{4}-\d\d-\d\d"/);
  });

  test('has its language, one main heading and a way past the header', () => {
    const html = htmlOf(path);
    expect(html).toMatch(new RegExp(`<html lang="${readLanguage(path)}"[ >]`));
    expect(html.match(/<h1\b/g)).toHaveLength(1);
    expect(html).toContain('href="#main"');
  });

  test('links only to pages and files that are there', () => {
    const links = [...htmlOf(path).matchAll(/(?:href|src)="(\/[^"#?]*)/g)].map(
      (match) => match[1] ?? '',
    );
    const missing = links.filter(
      (link) => !existsSync(join(site.folder, link.endsWith('/') ? `${link}index.html` : link)),
    );
    expect(missing).toEqual([]);
  });
});

test('no page tells its readers to run a command on a server', () => {
  const told = pages.filter((path) => /npm run|DATA_DIR|\.yaml/.test(htmlOf(path)));
  expect(told).toEqual([]);
});

test('the handbook of those who run it is the paper itself, in English, for no search engine', () => {
  for (const path of ['/help/operate/', '/en/help/operate/']) {
    const html = htmlOf(path);
    expect(html).toMatch(/<html lang="en"[ >]/);
    expect(html).toContain('content="noindex"');
    for (const kind of alertKinds) expect(html).toContain(`<h3 id="${kind}">`);
    for (const name of Object.keys(environment.shape)) expect(html).toContain(`\n${name}=`);
    // What is a link in the project would lead nowhere here.
    expect(html.match(/<a href="(?![a-z]+:|[#/])[^"]*"/g)).toBe(null);
    expect(html).toContain('unit (<code>assets/deploy/up-cop-outreach@.service</code>)');
  }
});

test('a link to a station shows its board, and one to the progress page the figure', () => {
  const picture = (path: string) => /og:image" content="([^"]*)"/.exec(htmlOf(path))?.[1] ?? '';
  expect(picture('/print/mahoba/ajnar/')).toMatch(
    /^https:\/\/upcop\.example\/files\/mahoba\/ajnar\/.*board.*\.png$/,
  );
  expect(existsSync(join(site.folder, new URL(picture('/print/mahoba/ajnar/')).pathname))).toBe(
    true,
  );
  expect(picture('/progress/')).toBe('https://upcop.example/og/progress.png');
  // Drawn by the service, and so for pages that have one.
  expect(picture('/progress/agra/')).toBe('https://upcop.example/og/progress.png');
});

test('the page in Urdu runs from right to left and is led to from the citizens’ page in both languages', () => {
  expect(htmlOf('/ur/')).toContain('<html lang="ur" dir="rtl"');
  for (const path of ['/', '/en/']) {
    expect(htmlOf('/ur/')).toContain(`<a href="${path}" lang="${readLanguage(path)}"`);
    expect(htmlOf(path)).toContain('href="/ur/" lang="ur"');
  }
});

test.each(pages)('%s has its counterpart in the other language', (path) => {
  const other = path.startsWith('/en/') ? path.slice(3) : `/en${path}`;
  expect(htmlOf(path)).toContain(`<a class="language" href="${other}"`);
});

test('HQ reads how many downloads are needed a day, and the same figure in English', () => {
  const needed = ['/progress/', '/en/progress/'].map(
    (path) =>
      /data-figure="required"[\s\S]*?class="value"[^>]*><a[^>]*>([\d,]+)</.exec(htmlOf(path))?.[1],
  );
  const figure = sampleProgress().progress.requiredPerDay?.toLocaleString('en-IN');
  expect(needed).toEqual([figure, figure]);
});

test('a wrong address leads on', () => {
  expect(htmlOf('/404.html')).toMatch(/<a[^>]* href="\/search\/"[^>]*>थाना या जनपद खोजें/);
});

test('the map of the site for search engines holds every page that they may show, in both languages', () => {
  const listed = [
    ...htmlOf('/sitemap.xml').matchAll(/<loc>https:\/\/upcop\.example([^<]+)<\/loc>/g),
  ];
  const built = readdirSync(site.folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('index.html') && !htmlOf(`/${file}`).includes('content="noindex'),
  );
  expect(new Set(listed.map((match) => match[1]))).toEqual(
    new Set(built.map((file) => `/${file.slice(0, -'index.html'.length)}`)),
  );
});

test('every file of the manifest lies where the pages link to it', () => {
  const missing = site.manifest.files.filter(
    ({ path }) => !existsSync(join(site.folder, 'files', path)),
  );
  expect(missing).toEqual([]);
});

test('a station page offers each of its files with its size', () => {
  const html = htmlOf('/print/mahoba/ajnar/');
  const ofStation = site.manifest.files.filter(
    ({ district, station }) => district === 'mahoba' && station === 'ajnar',
  );
  for (const { path } of ofStation) expect(html).toContain(`/files/${path}`);
  expect(html).toMatch(/<span[^>]*>\d+ kB<\/span>/);
});

test.each(['/print/', '/print/mahoba/', '/print/mahoba/ajnar/'])(
  '%s says that nothing may be printed before the host of the links is confirmed',
  (path) => expect(htmlOf(path)).toContain('अभी न छपवाएँ'),
);

test.each([
  ['/social/', '/cards/'],
  ['/radio/', 'गाइड ट्रैक'],
  ['/print/mahoba/ajnar/', '-board-'],
])('%s opens with the material, and the hold stands before what is taken', (path, material) => {
  const html = htmlOf(path).replace(/<head>[\s\S]*<\/head>/, '');
  const hold = /अभी (?:न (?:छपवाएँ|डालें)|प्रसारित न कराएँ)/.exec(html)?.index ?? -1;
  expect(hold).toBeGreaterThan(html.indexOf(material));
  expect(html.indexOf(material)).toBeGreaterThan(0);
});

test('the page of the film plays it with captions, asks for the certificate and says what is still to come', () => {
  const html = htmlOf('/film/');
  const player = /<video[\s\S]*?<\/video>/.exec(html)?.[0] ?? '';
  expect(player).toContain('preload="none"');
  expect(player).toContain('poster="/files/film/up-cop-film-poster-960.jpg"');
  expect(player).toMatch(
    /<track kind="captions" src="\/files\/film\/up-cop-film-captions-hi.vtt" srclang="hi"[^>]*default/,
  );
  expect(html).toContain('चलचित्र अधिनियम 1952, धारा 4');
  expect(html.indexOf('धारा 4')).toBeLessThan(
    html.indexOf('href="/files/film/up-cop-film-wide.mp4"'),
  );
  expect(html.indexOf('<video')).toBeLessThan(html.indexOf('धारा 4'));
  expect(html).toContain('अभी बन रही है');
  expect(html).toContain('पुष्टि शेष');
});

test('names that the district must check are marked, with the way to correct them', () => {
  const html = htmlOf('/print/agra/');
  const row = /<li data-station="hari-parvat"[\s\S]*?<\/li>/.exec(html)?.[0] ?? '';
  expect(row).toContain('जाँचें');
  expect(html).toContain('href="/names/agra.csv"');
});

test('every figure leads to the part of the page that it is read from; invented ones are described to no search engine', () => {
  const html = htmlOf('/progress/');
  const leads = [...html.matchAll(/<a class="evidence" href="#([a-z]+)"/g)].map(([, id]) => id);
  expect(leads).toHaveLength((html.match(/data-figure="/g)?.length ?? 0) + 1);
  for (const id of leads) expect(html).toContain(` id="${id}"`);
  expect(html).not.toContain('application/ld+json');
});

test('sample figures say so beside every section and figure', () => {
  const html = htmlOf('/progress/');
  const figures = html.match(/data-figure="/g)?.length ?? 0;
  const headings =
    html.match(
      /<section aria-labelledby="(chart|ladder|outcomes|directions|map|levels|league|sources)"|<h3 id="events"/g,
    )?.length ?? 0;
  expect(html.match(/<span class="tag">नमूना<\/span>/g)?.length).toBe(figures + headings + 1);
  const districts = htmlOf('/progress-data/districts.csv').trimEnd().split(/\r?\n/).slice(1);
  expect(districts).toHaveLength(75);
  expect(districts.filter((line) => !line.endsWith('SAMPLE'))).toEqual([]);
});

describe('a fresh installation', () => {
  let empty: BuiltSite;
  beforeAll(async () => {
    empty = await emptySite();
  }, buildLimitMs);
  const page = (path: string) => readFileSync(join(empty.folder, path, 'index.html'), 'utf8');

  test('says that there are no print files yet, and lists the stations all the same', () => {
    expect(page('/print/')).toContain('छपाई की फ़ाइलें अभी नहीं बनी हैं।');
    expect(page('/film/')).toContain('फ़िल्म अभी बनी नहीं है।');
    expect(page('/print/lucknow/').match(/<li data-station=/g)).toHaveLength(54);
    expect(page('/print/lucknow/hazratganj/')).toContain('इस थाने की फ़ाइलें अभी नहीं बनी हैं।');
  });

  test('of a campaign in which nothing was reported says so in one sentence, without a row a district', () => {
    const html = readFileSync(join(empty.folder, 'progress/index.html'), 'utf8');
    expect(html).toContain('अभी किसी जनपद से बोर्ड लगने या कोड स्कैन होने की सूचना नहीं है।');
    expect(html).toContain('href="/campaign/"');
    expect(html).not.toContain('class="league"');
    expect(html).not.toContain('class="tile-map"');
  });

  test('says of a district that nothing was reported, and shows its own picture beside a link', () => {
    const html = page('/progress/agra/');
    expect(html).toContain('अभी किसी बोर्ड या स्कैन की सूचना नहीं है। 49 थानों पर बोर्ड लगने हैं।');
    expect(html).not.toContain('class="figures district"');
    for (const [path, language] of [
      ['/progress/agra/', 'hi'],
      ['/en/progress/agra/', 'en'],
    ] as const)
      expect(page(path)).toMatch(
        new RegExp(`og:image" content="[^"]*/api/public/charts/district-agra-${language}\\.png"`),
      );
  });

  test('describes its figures to search engines, each file with its address', () => {
    const [, described = ''] =
      /<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/s.exec(page('/en/progress/')) ??
      [];
    const { '@type': type, url, distribution, license } = JSON.parse(described);
    expect({ type, path: new URL(url).pathname, license }).toEqual({
      type: 'Dataset',
      path: '/en/progress/',
      license: undefined,
    });
    for (const { contentUrl } of distribution)
      expect(existsSync(join(empty.folder, new URL(contentUrl).pathname)), contentUrl).toBe(true);
  });

  test('shows the goal and says that no figure has come and that the last day is past', () => {
    const html = page('/progress/');
    expect(html).toContain('2,50,000');
    expect(html).toContain('डाउनलोड का कोई आँकड़ा अभी नहीं मिला है।');
    expect(html).toContain('लक्ष्य की अंतिम तिथि 30 अप्रैल 2019 बीत चुकी है।');
    expect(html).not.toContain('नमूना');
  });
});
