import { hash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ManifestFile } from '../../../campaigns/manifest.ts';
import { findEmblemFile } from '../../../campaigns/published-fs.ts';
import { findPlaceholders } from '../../../generator/layout/pictures-fs.ts';
import { campaignFindings } from '../../../generator/preflight/campaign-findings.ts';
import { createFileChecker } from '../../../generator/preflight/check-file.ts';
import { generateSample, type Sample } from './sample.ts';

let sample: Sample;

beforeAll(async () => {
  const artworks = 'board,pamphlet,pamphlet-4up';
  sample = await generateSample('lucknow/hazratganj,lucknow/dubagga', artworks);
});

afterAll(() => rmSync(sample.folder, { recursive: true, force: true }));

const checkFile = (entry: Sample['files'][number]) =>
  createFileChecker({ ...sample, folder: sample.out })(entry);
const rulesOf = async (entry: Sample['files'][number]) =>
  (await checkFile(entry)).map(({ rule }) => rule);

describe('files of the manifest', () => {
  test('boards, pamphlets and imposed sheets break no rule as they are generated', async () => {
    const pdfs = sample.files.filter(({ format }) => format === 'pdf');
    const artworks = ['board', 'pamphlet', 'pamphlet-4up'].flatMap((id) => [id, id]);
    expect(pdfs.map(({ artwork }) => artwork).sort()).toEqual(artworks);
    const findings = await Promise.all(pdfs.map(checkFile));
    expect(findings.flat()).toEqual([]);
  });

  const pamphlet = () => sample.file('lucknow/hazratganj/lucknow-hazratganj-pamphlet.pdf');
  /** The pamphlet's entry with other words in it. */
  const rulesWith = (change: Partial<ManifestFile>) => rulesOf({ ...pamphlet().entry, ...change });
  /** The same of a file that is written beside it. */
  const rulesFor = (path: string, bytes: Buffer, change: Partial<ManifestFile> = {}) => {
    writeFileSync(join(sample.out, path), bytes);
    return rulesWith({ path, ...change });
  };

  test.each<[string, Partial<ManifestFile>, string[]]>([
    ['another hash than the manifest’s breaks the rule file', { sha256: '0'.repeat(64) }, ['file']],
    ['a file that is not there breaks the rule file', { path: 'none.pdf' }, ['file']],
    [
      'a station that nobody knows breaks the rule directory',
      { station: 'nowhere' },
      ['directory'],
    ],
    ['a picture is held against its hash only', { format: 'png' }, []],
  ])('%s', async (_, change, rules) => {
    expect(await rulesWith(change)).toEqual(rules);
  });

  test('a torn file breaks the rules file and opens', async () => {
    const torn = pamphlet().bytes.subarray(0, -100);
    expect(await rulesFor('lucknow/hazratganj/torn.pdf', torn)).toEqual(['file', 'opens']);
  });

  test('a file of another station breaks outlines and the link', async () => {
    const { station, url, code } = pamphlet().entry;
    const other = sample.file('lucknow/dubagga/lucknow-dubagga-pamphlet.pdf').entry;
    const rules = await rulesOf({ ...other, station, url, code });
    expect(rules).toEqual(expect.arrayContaining(['qr-link', 'outlines']));
  });

  test('a picture for a messenger that is too large breaks the rule file', async () => {
    const large = Buffer.alloc(300_001);
    const listed = { sha256: hash('sha256', large), bytes: large.length, format: 'rgb' };
    const rules = await rulesFor('lucknow/hazratganj/large.jpg', large, listed);
    expect(rules).toEqual(['file']);
  });
});

describe('what stands beside the files', () => {
  const sources = () => ({ ...sample, ownFields: new Map() });
  const findingsOf = (
    change: { confirmed?: boolean; release?: boolean; without?: string } = {},
  ) => {
    const { confirmed = false, release = false, without } = change;
    const links = { ...sample.campaign.links, confirmed };
    const campaign = { ...sample.campaign, links };
    const files = sample.files.filter(({ path }) => path !== without);
    const placeholders = findPlaceholders(findEmblemFile());
    return campaignFindings({ ...sources(), campaign, placeholders }, files, {
      release,
      whole: true,
    });
  };
  const severities = (rule: string, change?: Parameters<typeof findingsOf>[0]) => [
    ...new Set(findingsOf(change).flatMap((each) => (each.rule === rule ? each.severity : []))),
  ];

  test.each([
    ['is a warning while drafts are made', {}, ['warning']],
    ['is a fault for a release', { release: true }, ['fault']],
    ['is settled once confirmed', { release: true, confirmed: true }, []],
  ])('an unconfirmed link host %s', (_, change, severity) => {
    expect(severities('link-host', change)).toEqual(severity);
  });

  test.each([
    ['the placeholder of the emblem', 'emblem', 1],
    ['the placeholder of the flag on the roof', 'flag', 1],
    ['what is told of fees and services', 'fact', 4],
  ])('%s is a warning while drafts are made, and a fault for a release', (_, rule, least) => {
    expect(severities(rule)).toEqual(['warning']);
    expect(severities(rule, { release: true })).toEqual(['fault']);
    const found = findingsOf().filter((each) => each.rule === rule);
    expect(found.length).toBeGreaterThanOrEqual(least);
  });

  test('an official emblem and facts that were confirmed are no obstacle, a phone has no flag', () => {
    const at = { by: { hi: 'मुख्यालय', en: 'Headquarters' }, on: '2026-12-01' };
    const facts = (sample.campaign.facts ?? []).map((fact) => ({ ...fact, confirmed: at }));
    const campaign = { ...sample.campaign, facts, idea: 'plain' as const };
    const found = campaignFindings(
      { ...sources(), campaign, placeholders: ['flag'] },
      sample.files,
      {
        release: true,
        whole: false,
      },
    );
    expect(found.map(({ rule }) => rule)).not.toContain('flag');
    for (const rule of ['emblem', 'fact', 'store-id'])
      expect(found.map((each) => each.rule)).not.toContain(rule);
  });

  test('a name in Urdu that nobody has read is a warning, a fault for a release, and none once it is entered', () => {
    const key = 'lucknow/hazratganj';
    const files = sample.files.map((file) => ({ ...file, artwork: 'board-ur' }));
    const found = (release: boolean, entered: Record<string, string>) =>
      campaignFindings(
        { ...sources(), ownFields: new Map([[key, entered]]), placeholders: [] },
        files.filter(({ station }) => station === 'hazratganj'),
        { release, whole: false },
      ).flatMap(({ rule, severity }) => (rule === 'urdu-name' ? [severity] : []));
    expect(found(false, {})).toEqual(['warning']);
    expect(found(true, {})).toEqual(['fault']);
    expect(found(true, { 'name-ur': 'تھانہ حضرت گنج' })).toEqual([]);
  });

  test('a station without its file is named, and a fault for a release', () => {
    const without = 'lucknow/dubagga/lucknow-dubagga-pamphlet.pdf';
    const lacking = ({ rule, expected }: { rule: string; expected: string }) =>
      rule === 'complete' && expected.startsWith('pamphlet of all');
    const whole = findingsOf().find(lacking);
    const less = findingsOf({ without }).find(lacking);
    const count = (finding: typeof whole) =>
      Number(/and (\d+) more/.exec(finding?.found ?? '')?.[1]);
    expect(count(less)).toBe(count(whole) + 1);
    expect(severities('complete', { without, release: true })).toEqual(['fault']);
  });

  test.each([
    [false, 'warning'],
    [true, 'fault'],
  ])(
    'a name that is a draft by its sound is told, and a fault for a release (%s)',
    (release, severity) => {
      const { directory, ...others } = sources();
      const stations = directory.stations.map((station) => ({
        ...station,
        evidence: 'draft' as const,
        needsCheck: true,
      }));
      const found = campaignFindings(
        { ...others, directory: { ...directory, stations }, placeholders: [] },
        sample.files.filter(({ station }) => station === 'hazratganj'),
        { release, whole: false },
      ).filter(({ rule }) => rule === 'name-check');
      expect(found).toMatchObject([{ severity, found: 'a draft by its sound' }]);
    },
  );

  test('names that the district has not confirmed stay warnings, of the stations at hand only', () => {
    const unresolved = findingsOf({ release: true }).filter(({ rule }) => rule === 'name-check');
    expect(unresolved.map(({ severity, expected }) => [severity, expected])).toEqual([
      ['warning', 'दुबग्गा (lucknow/dubagga) confirmed by the district'],
    ]);
  });
});
