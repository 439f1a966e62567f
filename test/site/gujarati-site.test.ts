import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildLimitMs, gujaratiSite } from './site-fixture.ts';

/** Letters and signs of Devanagari but the danda, which Gujarati shares. */
const devanagari = /[\u0900-\u0963\u0966-\u097F][^<>"\n]{0,40}/;
const otherState = /UP COP|UPCOP|Uttar Pradesh|उत्तर प्रदेश|यूपी|Lucknow|लखनऊ|\[object Object\]/i;
let folder: string;
let pages: Record<'gu' | 'en', string[]>;
const read = (path: string) => readFileSync(join(folder, path), 'utf8');

beforeAll(async () => {
  ({ folder } = await gujaratiSite());
  // The console is the officers' and speaks Hindi and English.
  const all = globSync('**/*.html', { cwd: folder }).filter(
    (path) => !/(^|\/)console\//.test(path),
  );
  const isEnglish = (path: string) => path.startsWith('en/');
  pages = {
    gu: all.filter((path) => !isEnglish(path)),
    en: all.filter(isEnglish),
  };
  expect(pages.gu.length).toBeGreaterThan(25);
}, buildLimitMs);

/** Pages of which something is true, so that a failure names them. */
const where = (paths: readonly string[], is: (html: string) => unknown) =>
  paths.filter((path) => is(read(path)));

describe('the pages of a campaign in Gujarati', () => {
  test('say their language and that they are a demonstration', () => {
    expect(where(pages.gu, (html) => !/<html[^>]* lang="?gu\b/.test(html))).toEqual([]);
    expect(where(pages.gu, (html) => !html.includes('પ્રદર્શન નમૂનો: વિગતોની ખરાઈ બાકી છે'))).toEqual(
      [],
    );
    expect(where(pages.en, (html) => !html.includes('Demonstration, facts unconfirmed'))).toEqual(
      [],
    );
  });

  test('have no letter of Devanagari, nor the name of another state or its app', () => {
    const found = [...pages.gu, ...pages.en].flatMap((path) => {
      const html = read(path);
      const stray = devanagari.exec(html)?.[0] ?? otherState.exec(html)?.[0];
      return stray === undefined ? [] : [`${path}: ${stray}`];
    });
    expect(found).toEqual([]);
  });

  test('name what the footer and a station’s page lead to in their own language', () => {
    const english = /This name is wrong|Open data|Officers’ console/;
    const own = pages.gu.filter((path) => !/^(open-data\/|progress\/|404)/.test(path));
    expect(where(own, (html) => english.test(html))).toEqual([]);
    expect(read('print/porbandar/kirtimandir/index.html')).toContain('આ નામ ખોટું છે');
    expect(where(own, (html) => !html.includes('ખુલ્લા આંકડા'))).toEqual([]);
  });

  test('have the campaign’s own colours and the font of its letters', () => {
    const navy = /--navy: *(#[0-9a-f]{6})/.exec(read('index.html'))?.[1];
    expect(navy).toBe('#00484b');
    expect(read('index.html')).toMatch(/url\([^)]*mukta-vaani/);
  });

  test('are listed in their own language, without channels that have no material', () => {
    const xml = read('sitemap.xml');
    expect(xml).toContain('hreflang="gu"');
    expect(xml).not.toContain('hreflang="hi"');
    expect(xml).not.toMatch(/\/(film|radio|social|vehicles|newspapers)\//);
    expect(where(pages.gu, (html) => /href="?\/(film|radio|social)\//.test(html))).toEqual([]);
  });

  test('give districts a sheet of names that is read back', () => {
    expect(read('names/porbandar.csv')).not.toMatch(devanagari);
    expect(read('names/porbandar.csv')).toContain('ગુજરાતી નામ');
  });
});
