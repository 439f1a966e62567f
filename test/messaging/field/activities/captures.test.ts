import { createHash, randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { CaptureFault } from '../../../../campaigns/activities/capture.ts';
import { toDay, toInstant } from '../../../../campaigns/tracker/clock.ts';
import { seededRandom } from '../../../../campaigns/tracker/random.ts';
import { expectRefusal } from '../../fixtures/answers.ts';
import type { Officer } from '../../fixtures/console.ts';
import { handInFile } from '../../fixtures/file-form.ts';
import { openConsole } from '../../fixtures/open-console.ts';
import { type Raster, readRaster } from '../board-pictures/camera.ts';
import { findPlaces } from '../board-pictures/drawn-boards.ts';
import { type Box, onNoise, pasteOver } from '../board-pictures/staged.ts';
import { keepBoards, renderBoards } from './boards.ts';
import { takeScene } from './near-far.ts';

const district = 'mahoba';
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

interface Pictures {
  near: Buffer;
  far: Buffer;
}

describe('live pictures of boards', async () => {
  let instant = toInstant('2019-04-12', '10:00');
  const stations = ['ajnar', 'kabrai', 'panwari'];
  const boards = renderBoards(stations.map((station) => `${district}/${station}`));
  const pictures = new Map<string, Pictures>();
  for (const [at, station] of stations.entries()) {
    const board = boards.get(`${district}/${station}`) as Buffer;
    const seed = 10 + at;
    const near = await takeScene(board, 'near', { seed });
    pictures.set(station, { near, far: await takeScene(board, 'far', { seed }) });
  }
  const of = (station: string) => pictures.get(station) as Pictures;

  const { service, database, officer, other } = await openConsole(
    { officer: ['district', district], other: ['district', district] },
    { clock: { now: () => instant, today: () => toDay(instant) } },
  );
  await keepBoards(database.pool, boards);
  const wait = (seconds: number) => {
    instant = new Date(instant.getTime() + seconds * 1000);
  };

  const send = (by: Officer, url: string, content: Buffer, entry?: object) =>
    handInFile(by, url, { name: 'x.jpg', content }, entry && { entry: JSON.stringify(entry) });

  async function begin(station: string, by = officer): Promise<string> {
    const begun = await by.post('/api/captures', { district, station });
    expect([begun.statusCode, begun.json().seconds]).toEqual([201, 90]);
    return begun.json().id;
  }

  const tell = (id: string, { near, far }: Pictures, by = officer, more: object = {}) =>
    by.post(`/api/captures/${id}/told`, {
      near: sha256(near),
      far: sha256(far),
      place: { lon: 79.87, lat: 25.29, accuracyM: 12 },
      ...more,
    });

  async function handIn(id: string, station: string, { near, far }: Pictures, more: object = {}) {
    const sentFar = await send(officer, `/api/captures/${id}/far`, far);
    const entry = {
      key: randomUUID(),
      activity: await findEntry(station),
      district,
      station,
      capture: { id, isOffline: false },
      day: '2019-04-12',
      ...more,
    };
    const sent = await send(officer, '/api/activities/boards', near, entry);
    return { far: sentFar.statusCode, near: sent.statusCode, verdict: sent.json().capture };
  }

  const check = async (station: string) => {
    const [list] = (await officer.get(`/api/activities/checklist?district=${district}`)).json();
    return list.stations.find((each: { station: string }) => each.station === station);
  };
  const findEntry = async (station: string) => (await check(station)).activity as number | null;
  const levelOf = async (station: string) => (await check(station)).level as string | null;

  test('told of in time they may come when the line allows, and the board is live', async () => {
    const id = await begin('ajnar');
    wait(80);
    expect((await tell(id, of('ajnar'))).statusCode).toBe(200);
    // The answer was lost, and the phone tells it again.
    wait(60);
    expect((await tell(id, of('ajnar'))).statusCode).toBe(200);
    wait(7200);
    const sent = await handIn(id, 'ajnar', of('ajnar'));
    expect(sent).toEqual({ far: 200, near: 200, verdict: { isLive: true, faults: [] } });
    expect(await levelOf('ajnar')).toBe('live');
    const { rows } =
      await database.pool.query(`SELECT lon, lat, accuracy_m AS "accuracyM", extract(epoch FROM told_at - issued_at)::int AS seconds
       FROM board_capture WHERE live`);
    expect(rows).toEqual([{ lon: 79.87, lat: 25.29, accuracyM: 12, seconds: 80 }]);
  });

  test('a challenge is for one telling, one board, one account and its seconds', async () => {
    const id = await begin('kabrai');
    await expectRefusal(tell(id, of('kabrai'), other), 404, 'capture-unknown');
    expect((await tell(id, of('kabrai'))).statusCode).toBe(200);
    await expectRefusal(tell(id, of('panwari')), 409, 'capture-used');
    const late = await begin('kabrai');
    wait(91);
    await expectRefusal(tell(late, of('kabrai')), 409, 'capture-late');
  });

  const gallery = (bytes: Buffer) =>
    sharp(bytes)
      .withExif({ IFD0: { Make: 'SAMPLE', Software: 'SAMPLE 1.0' } })
      .jpeg({ quality: 90 })
      .toBuffer();

  /** How a picture of the board of Kabrai is told of and handed in, where it is not as it should be. */
  interface Attempt {
    by?: Officer;
    begun?: string;
    waits?: number;
    /** Null where the console is told of none. */
    told?: Pictures | null;
    handed?: Pictures;
    capture?: { isOffline: true };
  }
  const own = of('kabrai');
  const fromFile = { ...own, near: await gallery(own.near) };
  const twiceFar = { near: own.far, far: own.far };
  const twiceNear = { near: own.near, far: own.near };
  const otherStreet = { near: own.near, far: of('ajnar').far };
  const attempts: [string, string[], Attempt][] = [
    ['a late one', ['late'], { waits: 91, told: null }],
    ['one without a network', ['offline'], { told: null, capture: { isOffline: true } }],
    ['one of another account', ['unknown'], { by: other }],
    ['one for another station', ['unknown'], { begun: 'panwari' }],
    ['a file from the gallery', ['from-file'], { told: fromFile, handed: fromFile }],
    ['other files than were told', ['other-files'], { told: { ...own, near: of('panwari').near } }],
    ['the far one twice', ['not-near'], { told: twiceFar, handed: twiceFar }],
    ['the near one twice', ['not-far'], { told: twiceNear, handed: twiceNear }],
    ['another station’s street', ['far-known'], { told: otherStreet, handed: otherStreet }],
  ];
  const expectPictured = async (sent: { verdict: unknown }, faults: readonly string[]) => {
    expect(sent.verdict).toEqual({ isLive: false, faults });
    expect(await levelOf('kabrai')).toBe('pictured');
  };

  test('a replayed one counts as a picture', async () => {
    const id = await begin('kabrai');
    await tell(id, own);
    await handIn(id, 'kabrai', twiceFar);
    await expectPictured(await handIn(id, 'kabrai', own), ['used']);
  });

  test.each(attempts)('%s counts as a picture', async (_, faults, attempt) => {
    const { by = officer, begun = 'kabrai', waits = 0, told = own, handed = own } = attempt;
    const id = await begin(begun, by);
    wait(waits);
    if (told !== null) await tell(id, told, by);
    const capture = { id, isOffline: false, ...attempt.capture };
    await expectPictured(await handIn(id, 'kabrai', handed, { capture }), faults);
  });

  type Stage = (own: Raster, code: Box) => Raster | Promise<Raster>;
  const stageBoard = async (stage: Stage) => {
    const own = await readRaster(boards.get(`${district}/panwari`) as Buffer);
    const { width, height, rgb } = await stage(own, (await findPlaces(own)).code);
    return sharp(rgb, { raw: { width, height, channels: 3 } })
      .png()
      .toBuffer();
  };
  const inMirror = (photo: Buffer) => sharp(photo).flop().jpeg().toBuffer();
  const otherBoard = () => readRaster(boards.get(`${district}/ajnar`) as Buffer);

  test.each<[string, CaptureFault, Stage]>([
    ['its code on grey noise', 'unlike', (own, code) => onNoise(own, code, seededRandom(3))],
    ['its board in a mirror', 'mirrored', (own) => own],
    [
      'another station’s board with its code on it',
      'other-name',
      async (own, code) => pasteOver(await otherBoard(), own, code),
    ],
  ])('%s is not live: it waits for the zone, which is told why', async (_, fault, stage) => {
    const board = await stageBoard(stage);
    const take = async (from: 'near' | 'far') => {
      const photo = await takeScene(board, from, { seed: 70 + fault.length });
      return fault === 'mirrored' ? inMirror(photo) : photo;
    };
    const taken = { near: await take('near'), far: await take('far') };
    const id = await begin('panwari');
    await tell(id, taken);
    const sent = await handIn(id, 'panwari', taken);
    expect(sent).toEqual({ far: 200, near: 200, verdict: { isLive: false, faults: [fault] } });
    const { status, activity } = await check('panwari');
    expect(status).toBe('waiting');
    const { signals } = (await officer.get(`/api/activities/${activity}`)).json();
    expect(signals).toContainEqual({ kind: 'board', finding: fault });
  });

  /** How much the pixels of the picture's upper left corner, where the street is, differ from their neighbours. */
  const measureDetail = async (picture: Buffer) => {
    const corner = { left: 20, top: 20, width: 200, height: 120 };
    const grey = await sharp(picture)
      .extract(corner)
      .greyscale()
      .toColourspace('b-w')
      .raw()
      .toBuffer();
    return grey.reduce((sum, value, at) => sum + Math.abs(value - (grey[at + 1] ?? value)), 0);
  };

  test('a copy of the far picture is kept where the officer agreed, without the street, until an office deletes it', async () => {
    const listKept = async (by: Officer) => (await by.get('/api/board-specimens')).json();
    await tell(await begin('kabrai'), own);
    const silent = await begin('kabrai');
    await tell(silent, own);
    await send(officer, `/api/captures/${silent}/far`, own.far);
    expect(await listKept(officer)).toEqual([]);
    const agreed = await begin('kabrai');
    await tell(agreed, own, officer, { mayKeep: true });
    await send(officer, `/api/captures/${agreed}/far`, own.far);
    const [kept] = await listKept(officer);
    expect(kept).toMatchObject({ district, station: 'kabrai', likeness: 'own' });
    const picture = await officer.get(`/api/board-specimens/${kept.id}/picture`);
    expect(picture.headers['content-type']).toBe('image/jpeg');
    const [before, after] = [own.far, picture.rawPayload].map(measureDetail);
    expect(await after).toBeLessThan(0.3 * ((await before) ?? 0));
    const agra = await service.officer('district', 'agra');
    expect(await listKept(agra)).toEqual([]);
    await expectRefusal(agra.get(`/api/board-specimens/${kept.id}/picture`), 404, 'not-found');
    expect((await officer.post(`/api/board-specimens/${kept.id}/remove`)).statusCode).toBe(204);
    expect(await listKept(officer)).toEqual([]);
  });

  test('only who hands in boards there gets a challenge, and only for a board with a code', async () => {
    const agra = await service.officer('district', 'agra');
    await expectRefusal(
      agra.post('/api/captures', { district, station: 'ajnar' }),
      403,
      'not-allowed',
    );
    await expectRefusal(
      officer.post('/api/captures', { district, station: 'nowhere' }),
      404,
      'no-board-code',
    );
  });
});
