import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countedStatuses } from '../../../../campaigns/activities/activity-status.ts';
import { drawBoards } from '../../../../campaigns/activities/board-draw.ts';
import { findLeaps } from '../../../../campaigns/activities/leaps.ts';
import { campaignFolder, loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import {
  directoryFolder,
  loadBaseDirectory,
} from '../../../../campaigns/directory/directory-fs.ts';
import { readPopulation } from '../../../../campaigns/directory/population-fs.ts';
import { boardStations } from '../../../../campaigns/directory/station.ts';
import { loadRegistry } from '../../../../campaigns/links/registry-fs.ts';
import { addDays, eachDay, toInstant } from '../../../../campaigns/tracker/clock.ts';
import { seededRandom } from '../../../../campaigns/tracker/random.ts';
import { readStops } from '../../../../messaging/field/inspections/inspections-sql.ts';
import { readDoubtedBoards } from '../../../../messaging/figures/progress/board-evidence-sql.ts';
import { loadProgress } from '../../../../messaging/figures/progress/progress-data.ts';
import { countScansBeside } from '../../../../messaging/figures/progress/visits-sql.ts';
import type { Database } from '../../../../messaging/platform/database/database.ts';
import { recogniseVisitor } from '../../../../messaging/scanning/scans/answer-scan.ts';
import type { Scan } from '../../../../messaging/scanning/scans/scan-payload.ts';
import { forgetVisitors, recordScans } from '../../../../messaging/scanning/scans/scans-sql.ts';
import { folderForTest } from '../../../folders.ts';
import { openPostgres } from '../../fixtures/databases.ts';
import { insertSeen } from '../../fixtures/seen-boards.ts';

const campaign = loadCampaign('up-cop');
const registry = loadRegistry({ campaignFolder: campaignFolder('up-cop') });
/** A year after the boards were hung. */
const today = '2020-04-09';
const firstDay = addDays(today, -34);
const perDistrict = 10;

const base = loadBaseDirectory();
const districts = base.districts.slice(0, 6);
const stations = districts.flatMap(({ id }) =>
  boardStations(base)
    .filter(({ district }) => district === id)
    .slice(0, perDistrict),
);
const directory = { ...base, districts, stations };
const population = new Map(districts.map(({ id }) => [id, 2_000_000]));
/** It could gain three places. */
const cheater = districts[3]?.id as string;
const own = stations.filter(({ district }) => district === cheater);
const codes = own.map(({ id: station }) =>
  registry.codeFor({ scope: 'station', district: cheater, station }, 'board'),
);
/** Those of its stations that have no board, in truth. */
const bare = own.slice(-3).map(({ id }) => id);

let lastId = 1_000_000n;
function scan(code: string, given: Partial<Scan>): Scan {
  lastId += 1n;
  return {
    id: lastId,
    at: toInstant(today, '11:30'),
    code,
    channel: 'board',
    district: cheater,
    platform: 'android',
    visitorKind: 'person',
    visitor: lastId,
    ...given,
  };
}
const everyDay = eachDay(firstDay, today);
const latest = everyDay.slice(-12);

/** Scans of codes on some days, so many times a day, each by a visitor of its own unless another is said. */
const visit = (
  days: readonly string[],
  times: number,
  by: (at: number) => Partial<Scan> = () => ({}),
  scanned = codes,
): Scan[] =>
  days.flatMap((day, at) =>
    scanned.flatMap((code) =>
      Array.from({ length: times }, () => scan(code, { at: toInstant(day, '11:30'), ...by(at) })),
    ),
  );
const saltOf = (day: string) => createHash('sha256').update(day).digest();
/** Requests from these addresses, each without a cookie, at every code on every day. */
const farm = (days: readonly string[], addresses: readonly string[], scanned = codes): Scan[] =>
  days.flatMap((day) => {
    const visitors = addresses.map(
      (address) => recogniseVisitor(saltOf(day), { cookie: undefined, address }).hash,
    );
    const at = toInstant(day, '11:30');
    return scanned.flatMap((code) => visitors.map((visitor) => scan(code, { at, visitor })));
  });
const range = (count: number) => Array.from({ length: count }, (_, at) => at);
/** One phone. */
const phone = (times: number) => range(times).map(() => '198.51.100.7');
const networks = (count: number) => range(count).map((at) => `10.${at}.0.7`);

/** Each district has a board more, and more visitors at each, than the one after it; the range saw all of them. */
async function buildLeague({ pool }: Database): Promise<void> {
  const random = seededRandom(29);
  const scans: Scan[] = [];
  for (const [place, { id: district }] of districts.entries()) {
    const all = stations.filter((station) => station.district === district);
    for (const { id: station } of all.slice(0, Math.max(6, perDistrict - place))) {
      await enterBoard(pool, { district, station });
      await insertSeen(pool, { district, station }, { at: toInstant('2019-05-01', '12:00') });
      const code = registry.codeFor({ scope: 'station', district, station }, 'board');
      for (const day of everyDay)
        for (let left = Math.round((7 - place) * (0.5 + random())); left > 0; left -= 1)
          scans.push(scan(code, { district, at: toInstant(day, '11:30') }));
    }
  }
  await recordScans(pool, scans);
}

type Client = Pick<PoolClient, 'query'>;
interface Place {
  district: string;
  station: string;
}

async function enterBoard(
  client: Client,
  { district, station }: Place,
  status = 'entered',
): Promise<void> {
  await client.query(
    `INSERT INTO activity (kind, district, station, day, status, entered_by)
     VALUES ('board', $1, $2, '2019-04-10', $3, $1)`,
    [district, station, status],
  );
}

async function inspect(
  client: Client,
  { district, station }: Place,
  { role = 'range', state = 'hangs', at = toInstant('2019-05-01', '12:00') } = {},
): Promise<void> {
  await client.query(
    `INSERT INTO board_inspection (district, station, state, inspected_by, role, inspected_at)
     VALUES ($1, $2, $4, 'x', $3, $5)`,
    [district, station, role, state, at],
  );
}

/** Live pictures that a program made of the artwork: no picture tells. */
async function script(client: Client, { district, station }: Place, at: Date): Promise<void> {
  await client.query(
    `INSERT INTO board_capture (id, district, station, code, person_id, taken_by, issued_at, told_at, handed_in_at, live)
     VALUES (gen_random_uuid(), $1, $2, '', $1, $1, $3, $3, $3, true)`,
    [district, station, at],
  );
}

/**
 * The year of the offices above: each week they look at the boards that were drawn, and at those that are pointed out, and say
 * what they find.
 */
async function lookForAYear(client: Client): Promise<void> {
  const isThere = (key: string) => !bare.some((station) => key === `${cheater}/${station}`);
  const look = async (key: string, at: Date) => {
    const [district = '', station = ''] = key.split('/');
    if (isThere(key)) await insertSeen(client, { district, station }, { role: 'hq', at });
    else await inspect(client, { district, station }, { role: 'hq', state: 'missing', at });
  };
  const { rows } = await client.query<{ key: string }>(
    `SELECT district || '/' || station AS key FROM activity WHERE kind = 'board' AND status = ANY ($1) ORDER BY 1`,
    [countedStatuses],
  );
  const frame = { rushed: [], fresh: [], standing: rows.map(({ key }) => key) };
  for (let week = '2019-05-20'; week < addDays(today, -21); week = addDays(week, 7)) {
    const drawn = drawBoards(`seed of ${week}`, frame);
    await client.query(
      `INSERT INTO board_draw (week, seed, hash, committed_at, fresh, standing, drawn)
       VALUES ($1, $2, $2, now(), '{}', $3, $4)`,
      [week, `seed of ${week}`, frame.standing, drawn],
    );
    for (const key of drawn) await look(key, toInstant(addDays(week, 3), '12:00'));
  }
  const stops = await readStops(client as never, { until: today, days: 360 });
  const doubted = [
    ...(await readDoubtedBoards(client as never, null)).keys(),
    ...findLeaps(stops).keys(),
  ];
  for (const key of new Set(doubted)) await look(key, toInstant(addDays(today, -7), '12:00'));
}

const onBare = async (act: (station: string) => Promise<void>) => {
  for (const station of bare) await act(station);
};
/** Scans, and the midnight after them. */
async function record(client: Client, scans: readonly Scan[]): Promise<void> {
  await recordScans(client as never, scans);
  await forgetVisitors(client as never, addDays(today, 1));
}
const setStatus = (client: Client, from: string, to: string) =>
  client.query('UPDATE activity SET status = $3 WHERE district = $1 AND status = $2', [
    cheater,
    from,
    to,
  ]);
const other = (details: object, count: number) => async (client: Client) => {
  for (let at = 0; at < count; at += 1)
    await client.query(
      `INSERT INTO activity (kind, district, day, details, status, entered_by)
       VALUES ('pamphlet', $1, $2, $3, 'entered', 'x')`,
      [cheater, today, details],
    );
};

const cheats: readonly [string, (client: Client) => Promise<unknown>][] = [
  [
    'one phone scans every board every day, counted again by each day’s salt',
    (client) => record(client, farm(everyDay, phone(1))),
  ],
  [
    'a farm that throws its cookie away calls every code thirty times a day',
    (client) => record(client, farm(latest, phone(30))),
  ],
  ['a burst on the last day', (client) => record(client, visit([today], 12))],
  [
    'one visitor calls a code 500 times',
    (client) =>
      record(
        client,
        visit([today], 500, () => ({ visitor: 7n }), codes.slice(0, 1)),
      ),
  ],
  [
    'bursts that are to make its own interval wide',
    (client) =>
      record(
        client,
        farm(
          latest.filter((_, at) => at % 3 === 0),
          phone(30),
        ),
      ),
  ],
  [
    'its officers scan while they are signed in',
    (client) =>
      record(
        client,
        visit(latest, 8, () => ({ visitorKind: 'officer' })),
      ),
  ],
  [
    'a patrol of twelve scans each board with its own phones',
    async (client) => {
      const at = toInstant(today, '15:00');
      for (const { id: station } of own.slice(0, -bare.length))
        await insertSeen(client, { district: cheater, station }, { at });
      const near = new Date(at.getTime() - 40_000);
      await record(
        client,
        visit([today], 12, () => ({ at: near })),
      );
      await countScansBeside(client, registry, toInstant(today, '23:00'));
    },
  ],
  [
    'one phone makes a board look scanned by the public',
    async (client) => {
      await onBare((station) => enterBoard(client, { district: cheater, station }));
      await record(client, farm(latest, phone(1), codes.slice(-3)));
    },
  ],
  [
    'boards are entered that do not hang',
    (client) => onBare((station) => enterBoard(client, { district: cheater, station })),
  ],
  [
    'staged pictures',
    (client) => onBare((station) => enterBoard(client, { district: cheater, station }, 'verified')),
  ],
  [
    'a live picture of a print; the drawn sample finds no board',
    (client) =>
      onBare(async (station) => {
        await enterBoard(client, { district: cheater, station }, 'verified');
        await script(client, { district: cheater, station }, toInstant('2019-05-10', '12:00'));
        await inspect(
          client,
          { district: cheater, station },
          { state: 'missing', at: toInstant('2019-05-11', '12:00') },
        );
      }),
  ],
  [
    'it inspects its own boards',
    (client) =>
      onBare(async (station) => {
        await enterBoard(client, { district: cheater, station });
        await inspect(client, { district: cheater, station }, { role: 'district' });
      }),
  ],
  [
    'it takes back that a board was not there',
    async (client) => {
      const place = { district: cheater, station: own[0]?.id as string };
      await inspect(client, place, { state: 'missing', at: toInstant('2019-05-11', '12:00') });
      await inspect(client, place, { role: 'district', at: toInstant('2019-05-12', '12:00') });
    },
  ],
  ['an activity is split into ten', other({ count: 50 }, 10)],
  ['entries every day to look fresh', other({ count: 1 }, 35)],
  [
    'boards of another district are entered as its own',
    async (client) => {
      for (const { id } of stations
        .filter(({ district }) => district === districts[0]?.id)
        .slice(0, 4))
        await enterBoard(client, { district: cheater, station: id }, 'verified');
    },
  ],
  [
    'refused entries are handed in again',
    async (client) => {
      await onBare((station) => enterBoard(client, { district: cheater, station }, 'rejected'));
      await setStatus(client, 'rejected', 'waiting');
    },
  ],
  [
    'a bad start is withdrawn to move the start',
    (client) =>
      client.query(
        `UPDATE activity SET status = 'withdrawn' WHERE district = $1 AND station = $2`,
        [cheater, own[0]?.id],
      ),
  ],
  [
    'what was counted is withdrawn late and entered again',
    async (client) => {
      await setStatus(client, 'entered', 'withdrawn');
      for (const { id } of own.slice(0, -bare.length))
        await enterBoard(client, { district: cheater, station: id });
    },
  ],
  [
    'entries are dated back to before the start',
    (client) =>
      client.query(`UPDATE activity SET day = '2019-03-01' WHERE district = $1`, [cheater]),
  ],
];

/** Eight more, each for a year in which the offices above look at what is drawn and pointed out. */
const yearly: readonly [string, (client: Client) => Promise<unknown>][] = [
  [
    'a steady farm: three requests a code a day for 35 days',
    (client) => record(client, farm(everyDay, phone(3))),
  ],
  [
    'rotating agents: 400 requests of one phone, each another browser',
    (client) => record(client, farm(latest, phone(40))),
  ],
  [
    'a farm of 200 neighbours in one network',
    (client) =>
      record(
        client,
        farm(
          latest,
          range(40).map((at) => `198.51.100.${at * 5}`),
        ),
      ),
  ],
  [
    'cookies that were collected are carried through other networks',
    (client) =>
      record(
        client,
        latest.flatMap((day) => {
          const salt = saltOf(day);
          const cookie = recogniseVisitor(salt, {
            cookie: undefined,
            address: '198.51.100.7',
          }).newCookie;
          return networks(20).flatMap((address) =>
            codes.map((code) =>
              scan(code, {
                at: toInstant(day, '11:30'),
                visitor: recogniseVisitor(salt, { cookie, address }).hash,
              }),
            ),
          );
        }),
      ),
  ],
  [
    'a phone that changes its network five times a day',
    (client) => record(client, farm(everyDay, networks(5))),
  ],
  [
    'scripted captures: pictures of three boards that hang nowhere, made by a program',
    (client) =>
      onBare(async (station) => {
        await enterBoard(client, { district: cheater, station }, 'verified');
        await script(client, { district: cheater, station }, toInstant('2019-05-10', '12:00'));
      }),
  ],
  [
    'colluding offices: an officer above says from the desk that three boards hang, and another district scans for it',
    async (client) => {
      await onBare(async (station) => {
        await enterBoard(client, { district: cheater, station });
        await inspect(client, { district: cheater, station });
        await insertSeen(
          client,
          { district: cheater, station },
          { at: toInstant('2020-03-02', '12:00') },
        );
      });
      await record(client, farm(everyDay, networks(2)));
    },
  ],
  [
    'codes without boards: prints of three boards that were never hung are scanned in shops',
    (client) =>
      record(
        client,
        visit(everyDay, 7, () => ({}), codes.slice(-3)),
      ),
  ],
];

/** A start that the cheater would like to be lower than it was. */
const start = {
  boards: 0.05,
  scansPerLakh: 0,
  scansPerStation: 0,
  directions: 0,
  freshness: null,
  services: null,
};
const score = campaign.score as NonNullable<typeof campaign.score>;
const ruled = {
  ...campaign,
  score: {
    ...score,
    rank: { ...score.rank, start: { ...score.rank.start, districts: { [cheater]: start } } },
  },
};

describe('ways to cheat', async () => {
  const database = await openPostgres();
  /** Its rank counts those that are ahead beyond chance. */
  let before: Standing;
  let year: Standing;
  beforeAll(async () => {
    await buildLeague(database);
    before = await standing(async () => {});
    year = await standing(lookForAYear);
  }, 60_000);
  const table: string[] = [];
  afterAll(() => {
    if (process.env['SHOW_TABLE'] !== undefined) console.log(table.join('\n'));
  });

  /** Where the district stands after what it did, at the end of the day; nothing of it is kept. */
  async function standing(act: (client: PoolClient) => Promise<unknown>): Promise<Standing> {
    const client = await database.pool.connect();
    try {
      await client.query('BEGIN');
      await act(client);
      const file = await loadProgress(
        { pool: client, registry: () => registry, campaign: ruled, directory, population },
        { today, now: new Date() },
      );
      const findRank = (own: (typeof file.districts)[number]) => {
        const { change, band } = own.score ?? {};
        const surelyAhead = file.districts.filter(
          ({ score }) => (score?.change?.low ?? -1) > (change?.high ?? 0),
        );
        return band == null ? Number.POSITIVE_INFINITY : 1 + surelyAhead.length;
      };
      const found = file.districts.find(({ district }) => district === cheater);
      const ranks = new Map(file.districts.map((own) => [own.district, findRank(own)]));
      return {
        rank: ranks.get(cheater) ?? Number.POSITIVE_INFINITY,
        points: found?.score?.change?.points ?? 0,
        ranks,
      };
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  }

  test('the district stands in the middle, and honest work brings it up', async () => {
    expect(before.rank).toBe(4);
    const after = await standing(async (client) => {
      await onBare(async (station) => {
        await enterBoard(client, { district: cheater, station });
        await insertSeen(client, { district: cheater, station });
      });
      await record(
        client,
        visit(everyDay, 7, () => ({}), codes.slice(-3)),
      );
    });
    expect(after.rank).toBeLessThan(4);
  });

  test.each(cheats)('no rank is gained: %s', async (name, act) => {
    const after = await standing(act);
    table.push(`${name} | ${before.rank} (${before.points}) | ${after.rank} (${after.points})`);
    expect(after.rank).toBeGreaterThanOrEqual(before.rank);
  });

  test.each(yearly)(
    'no rank is gained in a year, and no honest district loses one: %s',
    async (name, act) => {
      const after = await standing(async (client) => {
        await act(client);
        await lookForAYear(client);
      });
      table.push(`${name} | ${year.rank} (${year.points}) | ${after.rank} (${after.points})`);
      expect(after.rank).toBeGreaterThanOrEqual(year.rank);
      for (const [district, rank] of after.ranks)
        if (district !== cheater)
          expect(rank, district).toBeLessThanOrEqual(year.ranks.get(district) ?? 0);
    },
  );
});

interface Standing {
  rank: number;
  points: number;
  ranks: ReadonlyMap<string, number>;
}

test('no rank is gained: a smaller population, as the districts have to make up the state', () => {
  const file = join(directoryFolder('up-cop'), 'population.yaml');
  const copy = join(folderForTest('population-'), 'population.yaml');
  writeFileSync(copy, readFileSync(file, 'utf8').replace(/^( +agra: )\d/m, '$11'));
  expect(() => readPopulation(file)).not.toThrow();
  expect(() => readPopulation(copy)).toThrow('make up');
});
