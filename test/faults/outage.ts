// `node test/faults/outage.ts [SHARE] [SCENE…]`: what outages of providers, kills and drops leave in doubt. Ends with 1 when more
// than the window a kill, more than 0.5 % of a list in another scene, a message that never left, or anything twice is.
import {
  dropsAndKills,
  killsOfMeta,
  type OutageResult,
  outageOfMeta,
  refusalsOfSmsc,
  stormOfMeta,
} from '../messaging/phone/sending/outage-run.ts';

const share = Number(process.argv[2] ?? 1);
const chosen = process.argv.slice(3);
const window = 200;
const smppWindow = 10;
const of = (size: number) => Math.round(size * share);
const half = (size: number) => Math.max(1, size / 200);

interface Scene {
  what: string;
  run(): Promise<OutageResult>;
  /** Messages that may be in doubt at the end. */
  most: number;
}

const scenes: Record<string, Scene> = {
  'meta-502': {
    what: 'Meta answers 502 in the middle for 25 s',
    run: () => outageOfMeta(of(4000), 'outage', 25_000),
    most: half(of(4000)),
  },
  'meta-2': {
    what: 'Meta answers code 2 for 25 s, its other answers are fine',
    run: () => outageOfMeta(of(4000), 2, 25_000),
    most: half(of(4000)),
  },
  'meta-131000': {
    what: 'Meta answers code 131000 for 25 s',
    run: () => outageOfMeta(of(4000), 131000, 25_000),
    most: half(of(4000)),
  },
  'smpp-08': {
    what: 'SMPP 0x08 on everything, 30 s',
    run: () => refusalsOfSmsc(of(2000), 30_000),
    most: half(of(2000)),
  },
  kill: {
    what: 'one kill -9 in a calm run',
    run: () => killsOfMeta(of(60_000), 1),
    most: window,
  },
  storm: {
    what: 'Redis emptied, PostgreSQL crashed, four kills',
    run: () => stormOfMeta(of(40_000), 4),
    most: 4 * window,
  },
  drops: {
    what: 'SMPP, 12 drops',
    run: () => dropsAndKills(of(2000), 12, 0),
    most: half(of(2000)),
  },
  kills: {
    what: 'SMPP, 6 kills',
    run: () => dropsAndKills(of(4000), 0, 6),
    most: 6 * smppWindow,
  },
  both: {
    what: 'SMPP, 12 drops and 6 kills',
    run: () => dropsAndKills(of(4000), 12, 6),
    most: half(of(4000)) + 6 * smppWindow,
  },
};

for (const [name, { what, run, most }] of Object.entries(scenes)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  const result = await run();
  const { messages, doubt, twice, untracedHalves } = result;
  const holds = doubt <= most && twice === 0 && untracedHalves === 0;
  const percent = ((100 * doubt) / messages).toFixed(2);
  console.log(
    `${holds ? 'holds ' : 'FAILED'}  ${what}: ${doubt} of ${messages} in doubt (${percent} %, bar ${most}): ${JSON.stringify(result)}`,
  );
  if (!holds) process.exitCode = 1;
}
process.exit();
