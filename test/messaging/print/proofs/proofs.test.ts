import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { packPaths } from '../../../../campaigns/channels/social/card-paths.ts';
import { loadDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import { toActor } from '../../../../campaigns/offices/office.ts';
import type { Role } from '../../../../campaigns/offices/role.ts';
import type { Answer } from '../../../../messaging/contract/contract.ts';
import { createLog } from '../../../../messaging/platform/process/log.ts';
import { openProofs } from '../../../../messaging/print/proofs/module.ts';
import { usualProofLimits } from '../../../../messaging/print/proofs/proofs.ts';
import type { StationProofView } from '../../../../messaging/print/proofs/proofs-schemas.ts';
import {
  createStartProver,
  type ProverProcess,
} from '../../../../messaging/print/proofs/prover-process.ts';
import { openFolder } from '../../../folders.ts';
import { readCodes, runGenerator } from '../../../generator/fixture.ts';
import { makeHouse } from '../../fixtures/house.ts';
import { createModuleServer } from '../../fixtures/module-server.ts';

const dataDir = openFolder('proofs-');
const { districts } = loadDirectory();
const officers = Object.fromEntries(
  (
    [
      ['lucknow', 'district', 'lucknow'],
      ['hq', 'hq', null],
      ['pro', 'pro-dgp', null],
    ] as [string, Role, string | null][]
  ).map(([who, role, area]) => [who, toActor({ id: who, name: who, role, area })]),
);
const started: ProverProcess[] = [];
const config = { dataDir, campaign: 'up-cop' };
const startReal = createStartProver(config);
const module = openProofs({
  ...makeHouse({ config, log: createLog('silent') }),
  limits: { ...usualProofLimits, draftMs: 20_000, pauseMs: 10 },
  start: (on) => {
    const child = startReal(on);
    started.push(child);
    return child;
  },
});
const app = await createModuleServer({ modules: [module], officers, districts });
afterAll(async () => {
  await app.close();
  await module.close?.();
});

const hazratganj = {
  client: 'form-1',
  district: 'lucknow',
  station: 'hazratganj',
  kind: 'territorial',
  nameHi: 'हजरतगंज',
  nameEn: 'Hazratganj',
  artworks: ['board'],
  widthPx: 480,
};

async function ask(who: string, kind: 'station' | 'campaign', payload: object) {
  const headers = { 'x-who': who };
  return app.inject({ method: 'POST', url: `/api/proofs/${kind}`, headers, payload });
}

async function stationProof(changes: object): Promise<StationProofView> {
  const answer = await ask('lucknow', 'station', { ...hazratganj, ...changes });
  expect(answer.statusCode, answer.body.slice(0, 500)).toBe(200);
  const { kind, proof } = answer.json<{ kind: string; proof: StationProofView }>();
  expect(kind).toBe('proof');
  return proof;
}

type CampaignProofView = Extract<Answer<'POST /api/proofs/campaign'>, { kind: 'proof' }>;
async function campaignProof(changes: object): Promise<CampaignProofView> {
  const usual = { client: 'studio', draft: {}, examples: ['longest'], artworks: ['board'] };
  const answer = await ask('hq', 'campaign', { ...usual, widthPx: 480, ...changes });
  expect(answer.statusCode, answer.body.slice(0, 500)).toBe(200);
  return answer.json();
}

const pixels = (png: Uint8Array) => sharp(png).raw().toBuffer();

describe('proof of a station', () => {
  test('is pixel by pixel the preview of the printed kit, on every side', async () => {
    const out = join(dataDir, 'print');
    const made = await runGenerator(
      [
        '--station',
        'lucknow/hazratganj',
        '--format',
        'preview',
        '--artwork',
        'board,pamphlet',
        '--out',
        out,
      ],
      { env: { DATA_DIR: dataDir } },
    );
    expect(made.code, made.stderr).toBe(0);
    const proof = await stationProof({ artworks: ['board', 'pamphlet'] });
    expect(proof.name).toBe('थाना हजरतगंज');
    expect(proof.code).toMatch(/^[0-9A-Z]{6}$/);
    const sides = proof.artworks.flatMap(({ artwork, pages }) =>
      pages.map(({ side, png }) => ({ name: side === '' ? artwork : `${artwork}-${side}`, png })),
    );
    expect(sides.map(({ name }) => name)).toEqual(['board', 'pamphlet-front', 'pamphlet-back']);
    for (const { name, png } of sides) {
      const file = join(out, 'lucknow', 'hazratganj', `lucknow-hazratganj-${name}-480.png`);
      const [ours, printed] = await Promise.all([
        pixels(Buffer.from(png, 'base64')),
        pixels(readFileSync(file)),
      ]);
      expect(ours.equals(printed), name).toBe(true);
    }
    for (const { findings } of proof.artworks) expect(findings).toEqual([]);
  });

  test('says how the name stands, on one line and on two', async () => {
    const [short] = (await stationProof({})).artworks;
    expect(short?.name).toMatchObject({ lines: 1, heightMm: 98, usualMm: 112, leastMm: 52 });
    expect(short?.name?.clearMm).toBeGreaterThanOrEqual(short?.name?.leastClearMm ?? Infinity);
    const nameHi = 'श्रीकृष्ण जन्मभूमि परिक्रमा मार्ग चौराहा';
    const [long] = (await stationProof({ nameHi })).artworks;
    expect(long?.name).toMatchObject({ lines: 2, leastMm: 52 });
  });

  test('a name without room is a finding of its field, beside the picture without it', async () => {
    const nameHi = 'अतिविशालकायमहानगरपरिक्रमामार्गचौराहाबाजारमंडीसमितिद्वार';
    const [board] = (await stationProof({ nameHi })).artworks;
    expect(board).toMatchObject({ name: null, pages: [{ side: '', widthPx: 480, heightPx: 300 }] });
    expect(board?.findings).toMatchObject([
      {
        rule: 'layout',
        field: 'nameHi',
        severity: 'fault',
        expected: { hi: expect.stringMatching(/^ऐसा नाम/) },
      },
    ]);
  });

  test.each([
    ['a control character', { nameHi: 'हजरत\u0007गंज' }, 'nameHi', 'no control characters'],
    [
      'a hidden joiner',
      { nameHi: 'हजरत\u200bगंज' },
      'nameHi',
      'no joiners or other hidden characters',
    ],
    [
      'a look-alike',
      { nameEn: 'Hаzratganj' },
      'nameEn',
      'Latin letters only, none of another script',
    ],
    ['nothing', { nameHi: ' ' }, 'nameHi', 'a Hindi letter'],
  ])('%s in a name is a finding of its field and is not drawn', async (_, changes, field, en) => {
    const { findings, artworks } = await stationProof(changes);
    expect(artworks).toEqual([]);
    expect(findings).toMatchObject([{ rule: 'name', field, expected: { en } }]);
    expect(findings[0]?.expected.hi).toMatch(/[क-ह]/);
  });

  test('a new station stands with a specimen of a code', async () => {
    const proof = await stationProof({ station: null, nameHi: 'नया थाना' });
    expect(proof).toMatchObject({ station: null, code: null });
    expect(proof.artworks[0]?.findings).toEqual([]);
  });

  test('own fields stand on board and pamphlet, and the code is read from the picture', async () => {
    const ownFields = { cug: '9454403857', 'help-number': '112', 'local-line': 'बस अड्डे के सामने' };
    const { artworks, code } = await stationProof({ artworks: ['board', 'pamphlet'], ownFields });
    const [onBoard, onPaper] = artworks;
    expect(onPaper?.fields.map(({ field }) => field)).toEqual(Object.keys(ownFields));
    expect(onPaper?.findings).toEqual([]);
    // The signboard of the board has room for one line, and says what it leaves to the others.
    expect(onBoard?.fields.map(({ field }) => field)).toEqual(['cug']);
    expect(onBoard?.findings.map(({ field }) => field)).toEqual(['help-number', 'local-line']);
    for (const { heightMm, leastMm } of artworks.flatMap(({ fields }) => fields))
      expect(heightMm).toBeGreaterThanOrEqual(leastMm);
    const png = Buffer.from(artworks[0]?.pages[0]?.png ?? '', 'base64');
    const { data, info } = await sharp(png)
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height } = info;
    const read = await readCodes({ width, height, rgba: new Uint8Array(data) });
    expect(read).toEqual([`https://UPPOLICE.GOV.IN/Q${code}`]);
  });

  test('a wrong own field is a finding of its field, and the rest is drawn without it', async () => {
    const ownFields = { cug: '12345', 'local-line': 'बस अड्डे के सामने' };
    const { artworks, findings } = await stationProof({ ownFields });
    expect(findings).toMatchObject([{ rule: 'own-field', field: 'cug', severity: 'fault' }]);
    expect(artworks[0]?.fields.map(({ field }) => field)).toEqual(['local-line']);
  });

  test('a line that has no room is said to be left out', async () => {
    const line = 'प्लेटफार्म 1, उत्तरी द्वार के पास, प्रतीक्षालय के बगल में';
    const ownFields = { cug: '9454403857', 'help-number': '05222612345', 'local-line': line };
    const { artworks } = await stationProof({ ownFields });
    expect(artworks[0]?.findings).toMatchObject([
      { rule: 'own-field', field: 'help-number', severity: 'warning' },
      { rule: 'own-field', field: 'local-line', severity: 'warning' },
    ]);
  });

  test('a station that is not there is refused by name', async () => {
    const answer = await ask('lucknow', 'station', { ...hazratganj, station: 'no-such' });
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ field: 'station', found: 'lucknow/no-such' });
  });

  test('a district sees its own stations only', async () => {
    const answer = await ask('lucknow', 'station', { ...hazratganj, district: 'agra' });
    expect(answer.json()).toMatchObject({ error: 'outside-area' });
    expect((await ask('hq', 'station', hazratganj)).statusCode).toBe(200);
  });
});

describe('proof of a draft of the campaign', () => {
  const headline = (hi: string) => async () => {
    const { loadCampaign } = await import('../../../../campaigns/campaign-fs.ts');
    const { copy } = loadCampaign('up-cop');
    return { copy: { ...copy, headline: { ...copy.headline, hi } } };
  };

  test('shows the drafted words on the names at which a layout breaks first', async () => {
    const published = await campaignProof({ examples: ['shortest', 'longest', 'two-lines'] });
    expect(published.errors).toEqual([]);
    const fits = published.stations.map(({ artworks }) => artworks[0]?.name?.lines);
    expect(fits).toEqual([1, 1, 2]);
    const draft = await headline('घर बैठे एफ़आईआर')();
    const drafted = await campaignProof({ draft, examples: ['shortest'] });
    const picture = ({ stations }: CampaignProofView) => stations[0]?.artworks[0]?.pages[0]?.png;
    expect(picture(drafted)).not.toBe(picture(published));
    expect(drafted.stations[0]?.artworks[0]?.findings).toEqual([]);
  });

  test('the card is byte by byte the one in the station’s pack, with the drafted words beside it', async () => {
    const out = join(dataDir, 'cards');
    const channel = ['--channel', 'social', '--station', 'lucknow/hazratganj', '--out', out];
    const made = await runGenerator(channel, { env: { DATA_DIR: dataDir } });
    expect(made.code, made.stderr).toBe(0);
    const requests = {
      artworks: ['card'],
      examples: [{ district: 'lucknow', station: 'hazratganj' }, 'two-lines'],
    };
    const cards = ({ stations }: CampaignProofView) =>
      stations.map(({ artworks }) => artworks[0]?.pages.map(({ png }) => png) ?? []);
    const [own = [], other = []] = cards(await campaignProof(requests));
    expect(own).toHaveLength(2);
    const file = join(out, packPaths('up-cop', 'lucknow', 'hazratganj').card);
    expect(Buffer.from(own[0] ?? '', 'base64').equals(readFileSync(file))).toBe(true);
    expect(other[0]).not.toBe(own[0]);
    expect(other[1]).toBe(own[1]);
    const drafted = await campaignProof({
      ...requests,
      draft: await headline('थाना अब मोबाइल में')(),
    });
    expect(cards(drafted)[0]?.[0]).not.toBe(own[0]);
    expect(drafted.stations[0]?.artworks[0]?.findings).toEqual([]);
  });

  test('the drafted emblem stands on the board; one with a script is named and nothing is drawn', async () => {
    const emblem = '<svg viewBox="0 0 8 10"><path fill="#00A040" d="M0 0H8V10H0Z"/></svg>';
    const { stations } = await campaignProof({ emblem });
    const [board] = stations[0]?.artworks ?? [];
    expect(board?.findings).toEqual([]);
    const png = Buffer.from(board?.pages[0]?.png ?? '', 'base64');
    const { data } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const green = Array.from({ length: data.length / 3 }, (_, at) => at * 3).filter(
      (at) => (data[at + 1] ?? 0) > (data[at] ?? 0) + 60 && (data[at + 1] ?? 0) > 100,
    );
    expect(green.length).toBeGreaterThan(100);
    const wrong = await campaignProof({ emblem: emblem.replace('<path', '<script/><path') });
    expect(wrong).toMatchObject({
      errors: [{ path: ['emblem'], message: { hi: expect.stringMatching(/[क-ह]/) } }],
      stations: [],
    });
  });

  test('a headline that cannot stand large enough is a finding', async () => {
    const draft = await headline(
      'उत्तर प्रदेश पुलिस की सभी सेवाएँ अब घर बैठे मोबाइल पर दिन-रात निःशुल्क उपलब्ध हैं, थाने आए बिना',
    )();
    const { stations } = await campaignProof({ draft });
    const [board] = stations[0]?.artworks ?? [];
    expect(board?.pages).toHaveLength(1);
    expect(board?.findings).toContainEqual(
      expect.objectContaining({
        rule: 'heights',
        expected: { hi: 'शीर्षक: ऊँचाई कम से कम 86.39 मिमी', en: 'headline at least 86.39 mm high' },
      }),
    );
  });

  test('a headline that no font can set is a finding, not a crash', async () => {
    const draft = await headline('घर बैठे 警察')();
    const { stations } = await campaignProof({ draft });
    expect(stations[0]?.artworks[0]).toMatchObject({
      pages: [],
      findings: [
        { rule: 'layout', expected: { en: 'a text whose every character is in the font' } },
      ],
    });
  });

  test('what does not fit the schema is named by its path', async () => {
    const draft = { links: { host: 'lower.case', confirmed: 'yes' }, helpLines: 'none' };
    const { errors, stations } = await campaignProof({ draft });
    expect(stations).toEqual([]);
    expect(errors.map(({ path }) => path.join('.')).toSorted()).toEqual([
      'helpLines',
      'links.confirmed',
      'links.host',
    ]);
    for (const { label, message } of errors)
      expect(label.hi + message.hi, label.en).not.toMatch(/^[ -~]*$/);
  });
});

test('a process that dies is restarted, and nobody who waits is refused', async () => {
  await stationProof({});
  const before = started.length;
  process.kill(started.at(-1)?.pid ?? 0, 'SIGKILL');
  const proof = await stationProof({ client: 'form-2' });
  expect(proof.artworks).toHaveLength(1);
  expect(started.length).toBeGreaterThanOrEqual(before);
});

test('of one form that asks without end only the latest is drawn', async () => {
  const answers = await Promise.all(
    Array.from({ length: 30 }, () => ask('hq', 'station', { ...hazratganj, nameHi: '' })),
  );
  const kinds = answers.map((answer) => answer.json<{ kind: string }>().kind);
  expect(kinds).toContain('superseded');
  expect(kinds.at(-1)).toBe('proof');
});
