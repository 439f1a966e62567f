import { hash } from 'node:crypto';
import { rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { campaignFindings } from '../../../generator/preflight/campaign-findings.ts';
import { createFileChecker } from '../../../generator/preflight/check-file.ts';
import { generateSample, type Sample } from './sample.ts';

let sample: Sample;

beforeAll(async () => {
  sample = await generateSample(
    'lucknow/hazratganj,lucknow/dubagga',
    'board,pamphlet,pamphlet-4up',
  );
});

afterAll(() => rmSync(sample.folder, { recursive: true, force: true }));

const checkFile = (entry: Sample['files'][number]) =>
  createFileChecker({ ...sample, folder: sample.out })(entry);
const rulesOf = async (entry: Sample['files'][number]) =>
  (await checkFile(entry)).map(({ rule }) => rule);

describe('files of the manifest', () => {
  test('boards, pamphlets and imposed sheets break no rule as they are generated', async () => {
    const pdfs = sample.files.filter(({ format }) => format === 'pdf');
    expect(pdfs.map(({ artwork }) => artwork).sort()).toEqual([
      'board',
      'board',
      'pamphlet',
      'pamphlet',
      'pamphlet-4up',
      'pamphlet-4up',
    ]);
    const findings = await Promise.all(pdfs.map(checkFile));
    expect(findings.flat()).toEqual([]);
  });

  test('another hash than the manifest’s breaks the rule file', async () => {
    const { entry } = sample.file('lucknow/hazratganj/lucknow-hazratganj-pamphlet.pdf');
    expect(await rulesOf({ ...entry, sha256: '0'.repeat(64) })).toEqual(['file']);
  });

  test('a file that is not there breaks the rule file', async () => {
    const { entry } = sample.file('lucknow/hazratganj/lucknow-hazratganj-pamphlet.pdf');
    expect(await rulesOf({ ...entry, path: 'lucknow/hazratganj/none.pdf' })).toEqual(['file']);
  });

  test('a torn file breaks the rules file and opens', async () => {
    const { entry, bytes } = sample.file('lucknow/hazratganj/lucknow-hazratganj-pamphlet.pdf');
    const path = 'lucknow/hazratganj/torn.pdf';
    writeFileSync(join(sample.out, path), bytes);
    truncateSync(join(sample.out, path), bytes.length - 100);
    expect(await rulesOf({ ...entry, path })).toEqual(['file', 'opens']);
  });

  test('a station that the directory does not know breaks the rule directory', async () => {
    const { entry } = sample.file('lucknow/hazratganj/lucknow-hazratganj-pamphlet.pdf');
    expect(await rulesOf({ ...entry, station: 'nowhere' })).toEqual(['directory']);
  });

  test('a file of another station breaks outlines and the link', async () => {
    const { entry } = sample.file('lucknow/hazratganj/lucknow-hazratganj-pamphlet.pdf');
    const other = sample.file('lucknow/dubagga/lucknow-dubagga-pamphlet.pdf').entry;
    const rules = await rulesOf({
      ...other,
      station: entry.station,
      url: entry.url,
      code: entry.code,
    });
    expect(rules).toEqual(expect.arrayContaining(['qr-link', 'outlines']));
  });

  test('a picture for a messenger that is too large breaks the rule file', async () => {
    const { entry } = sample.file('lucknow/hazratganj/lucknow-hazratganj-pamphlet.pdf');
    const path = 'lucknow/hazratganj/large.jpg';
    const large = Buffer.alloc(300_001);
    writeFileSync(join(sample.out, path), large);
    const listed = { path, sha256: hash('sha256', large), bytes: large.length };
    expect(await rulesOf({ ...entry, ...listed, format: 'rgb' })).toEqual(['file']);
  });

  test('a picture is held against its hash only', async () => {
    const { entry } = sample.file('lucknow/hazratganj/lucknow-hazratganj-pamphlet.pdf');
    expect(await rulesOf({ ...entry, format: 'png' })).toEqual([]);
  });
});

describe('what stands beside the files', () => {
  const findingsOf = (
    change: { confirmed?: boolean; release?: boolean; without?: string } = {},
  ) => {
    const { confirmed = false, release = false, without } = change;
    const campaign = {
      ...sample.campaign,
      links: { ...sample.campaign.links, confirmed },
    };
    const files = sample.files.filter(({ path }) => path !== without);
    return campaignFindings({ ...sample, campaign }, files, { release, whole: true });
  };
  const severities = (rule: string, change?: Parameters<typeof findingsOf>[0]) => [
    ...new Set(findingsOf(change).flatMap((each) => (each.rule === rule ? each.severity : []))),
  ];

  test.each([
    { label: 'is a warning while drafts are made', change: {}, severity: ['warning'] },
    { label: 'is a fault for a release', change: { release: true }, severity: ['fault'] },
    {
      label: 'is settled once confirmed',
      change: { release: true, confirmed: true },
      severity: [],
    },
  ])('an unconfirmed link host $label', ({ change, severity }) => {
    expect(severities('link-host', change)).toEqual(severity);
  });

  test('a station without its file is named, and a fault for a release', () => {
    const without = 'lucknow/dubagga/lucknow-dubagga-pamphlet.pdf';
    const lacking = ({ rule, expected }: { rule: string; expected: string }) =>
      rule === 'complete' && expected.startsWith('pamphlet of all');
    const [whole, less] = [findingsOf().find(lacking), findingsOf({ without }).find(lacking)];
    const count = (finding: typeof whole) =>
      Number(/and (\d+) more/.exec(finding?.found ?? '')?.[1]);
    expect(count(less)).toBe(count(whole) + 1);
    expect(severities('complete', { without, release: true })).toEqual(['fault']);
  });

  test('names that the district has not confirmed stay warnings, of the stations at hand only', () => {
    const unresolved = findingsOf({ release: true }).filter(({ rule }) => rule === 'name-check');
    expect(unresolved.map(({ severity, expected }) => [severity, expected])).toEqual([
      ['warning', 'दुबग्गा (lucknow/dubagga) confirmed by the district'],
    ]);
  });
});
