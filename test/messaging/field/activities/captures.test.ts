import { createHash, randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toDay, toInstant } from '../../../../campaigns/tracker/clock.ts';
import { createTestConsole, type Officer, type TestConsole } from '../../fixtures/console.ts';
import { describeOnPostgres } from '../../fixtures/databases.ts';
import { renderBoards } from './boards.ts';
import { takeScene } from './near-far.ts';

const district = 'mahoba';
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

interface Pictures {
  near: Buffer;
  far: Buffer;
}

describeOnPostgres('live pictures of boards', (maker) => {
  let service: TestConsole;
  let officer: Officer;
  let other: Officer;
  let instant = toInstant('2019-04-12', '10:00');
  const pictures = new Map<string, Pictures>();
  const of = (station: string) => pictures.get(station) as Pictures;

  beforeAll(async () => {
    const clock = { now: () => instant, today: () => toDay(instant) };
    service = await createTestConsole(await maker.open(), { clock });
    officer = await service.officer('district', district);
    other = await service.officer('district', district);
    const stations = ['ajnar', 'kabrai', 'panwari'];
    const boards = renderBoards(stations.map((station) => `${district}/${station}`));
    for (const [at, station] of stations.entries()) {
      const board = boards.get(`${district}/${station}`) as Buffer;
      const seed = 10 + at;
      const near = await takeScene(board, 'near', { seed });
      pictures.set(station, { near, far: await takeScene(board, 'far', { seed }) });
    }
  });
  afterAll(() => service.close());

  const wait = (seconds: number) => {
    instant = new Date(instant.getTime() + seconds * 1000);
  };

  const send = (by: Officer, url: string, file: Buffer, entry?: object) => {
    const part = (head: string) => `--e\r\ncontent-disposition: form-data; ${head}\r\n\r\n`;
    const words = entry === undefined ? '' : `${part('name="entry"')}${JSON.stringify(entry)}\r\n`;
    const head = Buffer.from(`${words}${part('name="file"; filename="x.jpg"')}`);
    return by.send({
      method: 'POST',
      url,
      headers: { 'content-type': 'multipart/form-data; boundary=e' },
      payload: Buffer.concat([head, file, Buffer.from('\r\n--e--\r\n')]),
    });
  };

  async function begin(station: string, by = officer): Promise<string> {
    const begun = await by.post('/api/captures', { district, station });
    expect([begun.statusCode, begun.json().seconds]).toEqual([201, 90]);
    return begun.json().id;
  }

  const tell = (id: string, { near, far }: Pictures, by = officer) =>
    by.post(`/api/captures/${id}/told`, {
      near: sha256(near),
      far: sha256(far),
      place: { lon: 79.87, lat: 25.29, accuracyM: 12 },
    });

  async function handIn(id: string, station: string, { near, far }: Pictures, more: object = {}) {
    const sentFar = await send(officer, `/api/captures/${id}/far`, far);
    const entry = {
      ...{ key: randomUUID(), activity: await findEntry(station), district, station },
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
    const { rows } = await service.database.pool.query(
      `SELECT lon, lat, accuracy_m AS "accuracyM", extract(epoch FROM told_at - issued_at)::int AS seconds
       FROM board_capture WHERE live`,
    );
    expect(rows).toEqual([{ lon: 79.87, lat: 25.29, accuracyM: 12, seconds: 80 }]);
  });

  test('a challenge is for one telling, one board, one account and its seconds', async () => {
    const id = await begin('kabrai');
    const foreign = await tell(id, of('kabrai'), other);
    expect([foreign.statusCode, foreign.json().error]).toEqual([404, 'capture-unknown']);
    expect((await tell(id, of('kabrai'))).statusCode).toBe(200);
    const again = await tell(id, of('panwari'));
    expect([again.statusCode, again.json().error]).toEqual([409, 'capture-used']);
    const late = await begin('kabrai');
    wait(91);
    const told = await tell(late, of('kabrai'));
    expect([told.statusCode, told.json().error]).toEqual([409, 'capture-late']);
  });

  const gallery = (bytes: Buffer) =>
    sharp(bytes)
      .withExif({ IFD0: { Make: 'SAMPLE', Software: 'SAMPLE 1.0' } })
      .jpeg({ quality: 90 })
      .toBuffer();

  test.each<[string, string[], (station: string) => Promise<{ verdict: unknown }>]>([
    [
      'a late one',
      ['late'],
      async (station) => {
        const id = await begin(station);
        wait(91);
        return handIn(id, station, of(station));
      },
    ],
    [
      'one without a network',
      ['offline'],
      async (station) => {
        const id = await begin(station);
        return handIn(id, station, of(station), { capture: { id, isOffline: true } });
      },
    ],
    [
      'one of another account',
      ['unknown'],
      async (station) => {
        const id = await begin(station, other);
        await tell(id, of(station), other);
        return handIn(id, station, of(station));
      },
    ],
    [
      'one for another station',
      ['unknown'],
      async (station) => {
        const id = await begin('panwari');
        await tell(id, of(station));
        return handIn(id, station, of(station));
      },
    ],
    [
      'a replayed one',
      ['used'],
      async (station) => {
        const id = await begin(station);
        await tell(id, of(station));
        await handIn(id, station, { ...of(station), near: of(station).far });
        return handIn(id, station, of(station));
      },
    ],
    [
      'a file from the gallery',
      ['from-file'],
      async (station) => {
        const id = await begin(station);
        const near = await gallery(of(station).near);
        await tell(id, { ...of(station), near });
        return handIn(id, station, { ...of(station), near });
      },
    ],
    [
      'other files than were told',
      ['other-files'],
      async (station) => {
        const id = await begin(station);
        await tell(id, { ...of(station), near: of('panwari').near });
        return handIn(id, station, of(station));
      },
    ],
    [
      'the far one twice',
      ['not-near'],
      async (station) => {
        const id = await begin(station);
        const twice = { near: of(station).far, far: of(station).far };
        await tell(id, twice);
        return handIn(id, station, twice);
      },
    ],
    [
      'the near one twice',
      ['not-far'],
      async (station) => {
        const id = await begin(station);
        const twice = { near: of(station).near, far: of(station).near };
        await tell(id, twice);
        return handIn(id, station, twice);
      },
    ],
    [
      'another station’s street',
      ['far-known'],
      async (station) => {
        const id = await begin(station);
        const mixed = { near: of(station).near, far: of('ajnar').far };
        await tell(id, mixed);
        return handIn(id, station, mixed);
      },
    ],
  ])('%s counts as a picture', async (_, faults, hand) => {
    const { verdict } = await hand('kabrai');
    expect(verdict).toEqual({ isLive: false, faults });
    expect(await levelOf('kabrai')).toBe('pictured');
  });

  test('only who hands in boards there gets a challenge, and only for a board with a code', async () => {
    const agra = await service.officer('district', 'agra');
    const outside = await agra.post('/api/captures', { district, station: 'ajnar' });
    expect([outside.statusCode, outside.json().error]).toEqual([403, 'not-allowed']);
    const nowhere = await officer.post('/api/captures', { district, station: 'nowhere' });
    expect([nowhere.statusCode, nowhere.json().error]).toEqual([404, 'no-board-code']);
  });
});
