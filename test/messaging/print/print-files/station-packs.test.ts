import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { messengerCut } from '../../../../campaigns/channels/social/film-cut.ts';
import { createWorkQueue } from '../../../../messaging/platform/queue/work-queue.ts';
import {
  createPackMaker,
  type MakePack,
} from '../../../../messaging/print/print-files/on-demand-generator.ts';
import { runGenerator } from '../../../../messaging/print/print-orders/run-generator.ts';
import { expectAnswer } from '../../fixtures/answers.ts';
import { idleGenerator, openTestServer } from '../../fixtures/test-server.ts';

const place = 'district=agra&station=grp-agra-cantt';
const folder = '/files/social/agra/grp-agra-cantt/';
let makePack: MakePack;
let runs = 0;
const server = await openTestServer({
  prepare({ printDir }) {
    makePack = createPackMaker({
      printDir,
      work: createWorkQueue(),
      async run(args) {
        runs += 1;
        await runGenerator(args, { printDir, env: { ...process.env, DATA_DIR: printDir } });
      },
    });
  },
  onDemand: { ...idleGenerator, makePack: (...options) => makePack(...options) },
});

async function pack() {
  const answer = await server.app.inject({ url: `/api/station-pack?${place}` });
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

async function zipNames(): Promise<string[]> {
  const { zip } = await pack();
  const answer = await server.app.inject({ url: `/files/${zip.path}` });
  return Object.keys(unzipSync(answer.rawPayload));
}

describe("a station's pack for WhatsApp", () => {
  test('is made once for all who ask at the same time', async () => {
    const url = `${folder}up-cop-agra-grp-agra-cantt.zip`;
    const [file, one, other] = await Promise.all([server.app.inject({ url }), pack(), pack()]);
    expect(runs).toBe(1);
    expect(file.rawPayload).toHaveLength(one.zip.bytes);
    expect(other).toEqual(one);
    expect(one.film).toBeNull();
    expect(one.card.bytes).toBeLessThanOrEqual(300_000);
  });

  test("has the station's name and its own address in the text, and a picture of its size", async () => {
    const { card, text } = await pack();
    expect([...text].length).toBeLessThanOrEqual(700);
    expect(text).toContain('जी.आर.पी. थाना आगरा कैण्ट, जनपद आगरा');
    expect(text).toMatch(/https:\/\/uppolice\.gov\.in\/Q[0-9A-Z]{6}/);
    const answer = await server.app.inject({ url: `/files/${card.path}` });
    expect(answer.rawPayload.readUInt32BE(16)).toBe(1080);
  });

  test('holds picture, text and how to post them, and the film once there is one', async () => {
    expect(await zipNames()).toEqual([
      'up-cop-agra-grp-agra-cantt.png',
      'sandesh.txt',
      'padhen.txt',
    ]);
    writeFilm(server.printDir, Buffer.from('moving pictures'));
    expect(await zipNames()).toEqual(
      expect.arrayContaining(['up-cop-film.mp4', 'film-sandesh.txt']),
    );
    const { film } = await pack();
    expect(film).toEqual({ path: 'film/whatsapp-hi.mp4', bytes: 15 });
    expect(runs).toBe(2);
  });

  test.each([
    { label: 'a station that is not in the directory', query: 'district=agra&station=nowhere' },
    { label: 'a station of another district', query: 'district=agra&station=hazratganj' },
  ])('is not made for $label', async ({ query }) => {
    const before = runs;
    await expectAnswer(server.app.inject({ url: `/api/station-pack?${query}` }), 404);
    expect(runs).toBe(before);
  });
});

function writeFilm(printDir: string, bytes: Buffer): void {
  mkdirSync(join(printDir, 'film'), { recursive: true });
  writeFileSync(join(printDir, 'film/whatsapp-hi.mp4'), bytes);
  const file = {
    item: messengerCut,
    format: 'mp4',
    path: 'film/whatsapp-hi.mp4',
    language: 'hi',
    district: null,
    station: null,
    px: { width: 1080, height: 1080 },
    mm: null,
    seconds: 20,
    code: null,
    url: null,
    preview: null,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    inputs: 'x',
  };
  const { id } = loadCampaign('up-cop');
  writeFileSync(
    join(printDir, 'film/shelf.json'),
    JSON.stringify({ campaign: id, channel: 'film', files: [file] }),
  );
}
