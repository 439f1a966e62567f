import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { isSameSurroundings, thumbSide } from '../../../../campaigns/activities/fingerprint.ts';
import { addDays } from '../../../../campaigns/tracker/clock.ts';
import { createClock } from '../../../../messaging/platform/process/clock.ts';
import { handInFile } from '../../fixtures/file-form.ts';
import { openConsole } from '../../fixtures/open-console.ts';
import { renderBoards } from './boards.ts';
import { takeScene } from './near-far.ts';
import { photograph } from './scene.ts';

const district = 'mahoba';
const stations = ['ajnar', 'kabrai', 'panwari'] as const;
const boards = renderBoards(stations.map((station) => `${district}/${station}`));
const of = (station: (typeof stations)[number]) => boards.get(`${district}/${station}`) as Buffer;
const monday = '2019-04-15';
const small = { widthPx: 640, heightPx: 360 };

async function shrink(photo: Buffer): Promise<Uint8Array> {
  const size = { fit: 'fill', kernel: 'cubic' } as const;
  return sharp(photo)
    .resize(thumbSide, thumbSide, size)
    .greyscale()
    .toColourspace('b-w')
    .raw()
    .toBuffer();
}

test('one street with two boards pasted into it is known, also saved smaller and darker', async () => {
  const left = await shrink(await takeScene(of('ajnar'), 'far', { ...small, seed: 5 }));
  const pasted = await takeScene(of('kabrai'), 'far', { ...small, seed: 5, light: 0.8 });
  const saved = await sharp(pasted).resize(400).jpeg({ quality: 45 }).toBuffer();
  for (const right of [pasted, saved])
    expect(isSameSurroundings(left, await shrink(right))).toBe(true);
});

test('no two of twelve streets are the same, nor two boards that fill their pictures, nor two bare walls', async () => {
  const streets = await Promise.all(
    Array.from({ length: 12 }, async (_, at) =>
      shrink(await takeScene(of(stations[at % 3] as 'ajnar'), 'far', { ...small, seed: 20 + at })),
    ),
  );
  const alike = streets.flatMap((left, at) =>
    streets.slice(at + 1).filter((right) => isSameSurroundings(left, right)),
  );
  expect(alike).toEqual([]);
  const fill = async (station: 'ajnar' | 'kabrai') => {
    const corners: [number, number][] = [
      [0.02, 0.02],
      [0.98, 0.02],
      [0.98, 0.98],
      [0.02, 0.98],
    ];
    const frame = corners as [
      [number, number],
      [number, number],
      [number, number],
      [number, number],
    ];
    return shrink(await photograph(of(station), { ...small, corners: frame }));
  };
  expect(isSameSurroundings(await fill('ajnar'), await fill('kabrai'))).toBe(false);
  const bare = new Uint8Array(thumbSide ** 2).fill(140);
  expect(isSameSurroundings(bare, bare)).toBe(false);
});

describe('signals of boards’ pictures', async () => {
  const { database, officer, hq } = await openConsole(
    { officer: ['district', district], hq: 'hq' },
    { clock: createClock(() => monday) },
  );

  async function handIn(station: string, photo: Buffer, more: object): Promise<number> {
    const day = addDays(monday, -10);
    const entry = JSON.stringify({ key: randomUUID(), district, station, day, ...more });
    const file = { name: 'x.jpg', content: photo };
    const sent = await handInFile(officer, '/api/activities/boards', file, { entry });
    expect(sent.statusCode).toBe(200);
    return sent.json().activity.id;
  }
  const readSignals = async (id: number) => (await hq.get(`/api/activities/${id}`)).json().signals;

  test('who decides on a picture sees each reason, and who looks at a drawn board as well', async () => {
    const place = { lon: 79.87, lat: 25.29 };
    const time = (minute: string) => ({ takenAt: `2019-04-05T05:${minute}:00.000Z` });
    const street = (station: (typeof stations)[number], seed: number) =>
      takeScene(of(station), 'far', { seed });
    const first = await handIn('ajnar', await street('ajnar', 5), { ...place, ...time('00') });
    expect(await readSignals(first)).toEqual([]);

    // Its station was seen by the console's camera, 60 kilometres to the north.
    await database.pool.query(
      `INSERT INTO board_capture (id, district, station, code, person_id, taken_by, issued_at, live, near, lon, lat)
       VALUES (gen_random_uuid(), $1, 'kabrai', 'x', 'x', 'x', now(), true, repeat('0', 64), 79.87, 25.83)`,
      [district],
    );
    const edited = await sharp(await street('kabrai', 5))
      .withExif({ IFD0: { Software: 'Adobe Photoshop 21.0' } })
      .toBuffer();
    const second = await handIn('kabrai', edited, { ...place, ...time('04') });
    // The phone made the picture smaller, and says what was in it.
    const third = await handIn('panwari', await street('panwari', 7), {
      ...time('08'),
      software: 'Snapseed',
    });

    const quick = { kind: 'quick', boards: 3 };
    expect(await readSignals(second)).toEqual([
      { kind: 'far-from-station', km: expect.closeTo(60, 0) },
      { kind: 'same-surroundings', station: 'ajnar', name: expect.anything() },
      { kind: 'edited', editor: 'Photoshop' },
      quick,
    ]);
    expect(await readSignals(third)).toEqual([{ kind: 'edited', editor: 'Snapseed' }, quick]);

    await database.pool.query(
      `INSERT INTO board_draw (week, seed, hash, committed_at, fresh, standing, drawn)
       VALUES ($1, 'x', 'x', now(), '{}', $2, $2)`,
      [monday, [`${district}/kabrai`]],
    );
    const [drawn] = (await hq.get('/api/board-draws')).json().boards;
    expect(drawn.signals).toHaveLength(4);
  });
});
