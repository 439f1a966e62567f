import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Campaign } from '../../campaigns/campaign.ts';
import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import { openStores } from '../../campaigns/facts.ts';
import { languageFacts, type OwnLanguage } from '../../campaigns/language.ts';
import { readWords } from '../../campaigns/languages/service-words-fs.ts';
import { hasLetters, scriptNames, scripts } from '../../campaigns/languages/typesetting/scripts.ts';
import { strangeWord } from '../campaign-words.ts';
import { foreignWords } from '../foreign-words.ts';
import { type BuiltSite, buildLimitMs } from './site-fixture.ts';

const wordsOf = (language: OwnLanguage) =>
  (readWords(language, 'pages') ?? {}) as Readonly<Record<string, Record<string, unknown>>>;

/** Names of offices have no three words in small letters. */
const englishSentence = /\b[a-z]+(?:,? [a-z]+){2,}/;

/** A sentence in English that does not say so: a screen reader would read it by the sounds of the page's language. */
function findEnglish(html: string): string | undefined {
  const read = (text: string) => englishSentence.exec(text.replace(/<[^>]*>/g, '\n'))?.[0];
  if (read(html) === undefined) return undefined;
  const { body } = new JSDOM(html).window.document;
  for (const part of body.querySelectorAll('[lang^=en], script, style')) part.remove();
  return read(body.innerHTML);
}

/** What the site of a campaign says of itself, tried on each of its pages. */
export function describeCampaignSite(from: string, open: () => Promise<BuiltSite>): void {
  const campaign = loadCampaign(from);
  describe(`the site of ${campaign.id}`, () => describeSite(campaign, open));
}

function describeSite(campaign: Campaign, open: () => Promise<BuiltSite>): void {
  const { id } = campaign;
  const [campaignLanguage] = campaign.languages;
  const facts = languageFacts[campaignLanguage];
  /** A campaign in Urdu has it at an address of its own, beside pages in English. */
  const pagesLanguage = campaignLanguage === 'ur' ? 'en' : campaignLanguage;
  const ownHome = campaignLanguage === 'ur' ? 'ur/index.html' : 'index.html';
  /** Words of pages of which other languages have but a part stand in English, unmarked. */
  const isWhole = wordsOf(campaignLanguage)['pages']?.['campaign'] !== undefined;
  let folder: string;
  let pages: string[];
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const isEnglish = (path: string) => path.startsWith('en/');
  const isConsole = (path: string) => /(^|\/)console\//.test(path);
  const readTag = (html: string) => /<html[^>]* lang="?([a-z]+)/.exec(html)?.[1];

  beforeAll(async () => {
    ({ folder } = await open());
    pages = globSync('**/*.html', { cwd: folder });
    expect(pages.length).toBeGreaterThan(50);
  }, buildLimitMs);

  /** Lists faults of pages, each with the page's name. */
  const faults = (paths: readonly string[], fault: (html: string) => string | null | undefined) =>
    paths.flatMap((path) => {
      const found = fault(read(path));
      return found == null ? [] : [`${path}: ${found}`];
    });

  test('has no other campaign’s word, nor a text that was not written', () => {
    const found = faults(
      pages,
      (html) => strangeWord(html, id) ?? /\[object Object\]|>undefined</.exec(html)?.[0],
    );
    expect(found).toEqual([]);
    expect(strangeWord(read('manifest.webmanifest'), id)).toBeNull();
  });

  test('says in which language each page is, and is in that language', () => {
    const others = scriptNames.filter((name) => name !== facts.script);
    expect(
      faults(pages, (html) => {
        const tag = readTag(html);
        const text = html
          .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
          .replace(/<(?!html\b)(\w+)[^>]* lang="?(?!en)[a-z]+"?[^>]*>[\s\S]*?<\/\1>/g, '')
          .replace(/<[^>]*>/g, ' ');
        if (tag === campaignLanguage) {
          const stray = others.find((name) => hasLetters(text, name));
          return (
            stray ??
            foreignWords[campaignLanguage].exec(text)?.[0] ??
            (isWhole ? findEnglish(html) : null)
          );
        }
        return tag === 'en' || tag === 'ur' ? null : `lang="${tag}"`;
      }),
    ).toEqual([]);
    expect(
      faults(pages.filter(isEnglish), (html) => (readTag(html) === 'en' ? null : readTag(html))),
    ).toEqual([]);
    for (const page of ['index.html', 'get/index.html', 'print/index.html', 'search/index.html'])
      expect(readTag(read(page)), page).toBe(pagesLanguage);
    expect(readTag(read(ownHome))).toBe(campaignLanguage);
  });

  test('says on every page whether it is a demonstration', () => {
    const { demonstration } = campaign;
    const visited = pages.filter((path) => !isConsole(path));
    expect(
      faults(visited, (html) => {
        const notice = demonstration?.notice[readTag(html) === campaignLanguage ? 'hi' : 'en'];
        if (notice === undefined) return null;
        return html.includes(notice) ? null : 'no mark of a demonstration';
      }),
    ).toEqual([]);
  });

  test('leads to no page that it does not have, and to no channel that is left out', () => {
    const files = new Set(globSync('**/*', { cwd: folder }));
    const found = faults(pages, (html) => {
      const links = [...html.matchAll(/ href="?(\/[^"#? >]*\/)["#? >]/g)].map(([, to = '']) => to);
      return links.find((to) => !files.has(`${to.slice(1)}index.html`));
    });
    expect(found).toEqual([]);
    const parts = { film: campaign.film, radio: campaign.radio, social: campaign.social };
    const left = Object.entries(parts).filter(([, part]) => part === undefined);
    for (const [path] of left) expect(files.has(`${path}/index.html`), path).toBe(false);
    expect(files.has('console/directions/index.html')).toBe(true);
    expect(files.has('console/press-notes/index.html')).toBe(campaign.pressNotes !== undefined);
  });

  test('says on the citizens’ pages that store links are not confirmed, where there are any', () => {
    const isOpen = openStores(campaign).length > 0;
    for (const page of ['en/index.html', 'en/get/index.html'])
      expect(read(page).includes('has not confirmed these store links'), page).toBe(isOpen);
  });

  test('lists in the site map the addresses at which each language stands', () => {
    const xml = read('sitemap.xml');
    expect(xml).toContain(`hreflang="${pagesLanguage}"`);
    expect(xml).toContain('/en/progress/</loc>');
    for (const subject of ['progress', 'privacy'])
      expect(new RegExp(`/${subject}/</loc>`).test(xml.replaceAll(`/en/${subject}/`, ''))).toBe(
        campaignLanguage === 'hi' || subject in wordsOf(campaignLanguage),
      );
  });

  test('sets its own letters in the font that has them, and gives a sheet of names that is read back', () => {
    const family = scripts[facts.script].family
      .toLowerCase()
      .replace('noto ', '')
      .replaceAll(' ', '-');
    // The page in Urdu has a sheet of its own.
    const sheets = [...read(ownHome).matchAll(/href="?(\/[^"> ]+\.css)/g)].map(([, to = '']) => to);
    const styles = [read(ownHome), ...sheets.map((to) => read(to.slice(1)))].join('\n');
    expect(styles).toMatch(new RegExp(`url\\([^)]*${family}`));
    const [sheet = ''] = globSync('names/*.csv', { cwd: folder });
    expect(read(sheet)).toContain(facts.nameSheet.join(','));
  });
}
