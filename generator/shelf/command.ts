import { parseArgs } from 'node:util';
import type { Campaign } from '../../campaigns/campaign.ts';
import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import { WrongUse } from '../../campaigns/command/run-command.ts';
import type { Station } from '../../campaigns/directory/station.ts';
import { expectPlace } from '../../campaigns/files/place-fs.ts';
import {
  listChannelRuns,
  listShelfChannels,
  type ShelfChannel,
  shelfChannels,
} from '../../campaigns/shelf.ts';
import { type Config, loadConfig } from '../config.ts';
import { openDirectory, openRegistry } from '../run/sources-fs.ts';
import type { ShelfMaker } from './item.ts';
import { type Stocked, stockShelf, writePlan } from './stock-fs.ts';

interface Options {
  /** Of which to make the material, or of all that the campaign has. */
  channels: ShelfChannel[] | 'all';
  districts: string[];
  /** `district/station` */
  stations: string[];
  out: string | undefined;
  force: boolean;
  planOnly: boolean;
}

/** 0 all made, 1 something failed, 130 interrupted. */
export async function stockChannels(args: string[], env = process.env): Promise<number> {
  const options = parse(args);
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      console.error('Stopping after the file at work; run again to go on.');
      controller.abort();
    });
  }
  const config = loadConfig(env);
  const out = expectPlace(options.out ?? config.printDir);
  const stocked = await stockAll(options, { config, out, signal: controller.signal });
  if (controller.signal.aborted) return 130;
  return stocked.every(({ faults }) => faults.length === 0) ? 0 : 1;
}

async function stockAll(
  options: Options,
  { config, out, signal }: { config: Config; out: string; signal: AbortSignal },
): Promise<Stocked[]> {
  const campaign = loadCampaign(config.campaign, config.published);
  const channels = chooseChannels(options.channels, campaign);
  const directory = openDirectory(config);
  const stations = options.stations.map((key) => findStation(directory.stations, key));
  for (const id of options.districts) {
    if (!directory.districts.some((district) => district.id === id)) {
      throw new WrongUse(`Expected a district for \`--district\`, got "${id}"`);
    }
  }
  const registry = await openRegistry(config, stations);
  const { districts } = options;
  const whole = districts.length === 0 && stations.length === 0;
  const all: Stocked[] = [];
  for (const channel of channels) {
    if (signal.aborted) break;
    const maker = await shelfMakers[channel]();
    const items = await maker({ config, campaign, directory, registry, out, districts, stations });
    if (options.planOnly) {
      writePlan({ out, campaign: campaign.id, channel, items });
      continue;
    }
    const started = performance.now();
    const stocked = await stockShelf({
      out,
      campaign: campaign.id,
      channel,
      items,
      whole,
      force: options.force,
      signal,
      onItem: (done, total) => process.stderr.write(`${channel}: ${done}/${total}\n`),
      onStep: createStepLine(process.stderr),
    });
    all.push(stocked);
    report(channel, stocked, (performance.now() - started) / 1000);
  }
  if (options.planOnly) process.send?.({ runs: listChannelRuns(campaign) } satisfies Planned);
  return all;
}

const width = 24;

/**
 * A bar for steps that take long: drawn in place on a terminal, a line at each quarter in a log.
 * @param stream where it is written
 */
function createStepLine(
  stream: Pick<NodeJS.WriteStream, 'write' | 'isTTY'>,
): (what: string, done: number, total: number) => void {
  let last = '';
  return (what, done, total) => {
    const share = total === 0 ? 1 : done / total;
    const steps = stream.isTTY ? 100 : 4;
    const line = `${what} ${Math.floor(share * steps)}`;
    if (line === last || (!stream.isTTY && done < total && Math.floor(share * steps) === 0)) return;
    last = line;
    const full = Math.round(share * width);
    const bar = `${'█'.repeat(full)}${'░'.repeat(width - full)}`;
    const text = `${what} ${bar} ${Math.floor(share * 100)} % (${done}/${total})`;
    stream.write(stream.isTTY ? `\r${text}${done === total ? '\n' : ''}` : `${text}\n`);
  };
}

/** Sent by a plan to the program that started it: values of `--channel` by which all is made. */
export interface Planned {
  runs: string[];
}

function chooseChannels(named: Options['channels'], campaign: Campaign): ShelfChannel[] {
  const own = listShelfChannels(campaign);
  if (named === 'all') return own;
  const missing = named.filter((channel) => !own.includes(channel));
  if (missing.length === 0) return named;
  const expected =
    own.length === 0 ? 'no `--channel`' : `one of ${own.join(', ')} for \`--channel\``;
  throw new WrongUse(`Expected ${expected}, as the campaign has, got "${missing.join(',')}"`);
}

function report(channel: ShelfChannel, { made, fresh, removed, faults }: Stocked, seconds: number) {
  for (const { what, message } of faults) console.error(`✗ ${what}: ${message}`);
  const parts = [`${made} files made`, `${fresh} unchanged`];
  if (removed > 0) parts.push(`${removed} removed`);
  if (faults.length > 0) parts.push(`${faults.length} failed`);
  console.log(`${channel}: ${parts.join(', ')} in ${seconds.toFixed(1)} s`);
}

function parse(args: string[]): Options {
  const { values } = parseArgs({
    args,
    strict: true,
    allowPositionals: false,
    options: {
      channel: { type: 'string', multiple: true, default: [] },
      district: { type: 'string', multiple: true, default: [] },
      station: { type: 'string', multiple: true, default: [] },
      out: { type: 'string' },
      force: { type: 'boolean', default: false },
      plan: { type: 'boolean', default: false },
    },
  });
  const named = values.channel.flatMap((value) => value.split(','));
  return {
    channels: named.includes('all') ? 'all' : named.map(readChannel),
    districts: values.district.flatMap((value) => value.split(',')),
    stations: values.station.flatMap((value) => value.split(',')),
    out: values.out,
    force: values.force,
    planOnly: values.plan,
  };
}

function readChannel(name: string): ShelfChannel {
  const found = shelfChannels.find((channel) => channel === name);
  if (found === undefined) {
    throw new WrongUse(
      `Expected one of ${shelfChannels.join(', ')} for \`--channel\`, got "${name}"`,
    );
  }
  return found;
}

function findStation(stations: readonly Station[], key: string): Station {
  const found = stations.find(({ district, id }) => `${district}/${id}` === key);
  if (found === undefined) {
    throw new WrongUse(
      `Expected DISTRICT/STATION of the directory for \`--station\`, got "${key}"`,
    );
  }
  return found;
}

/** Each channel's maker, loaded when the channel is asked for. */
const shelfMakers: Record<ShelfChannel, () => Promise<ShelfMaker>> = {
  film: async () => (await import('../channels/film/film-items.ts')).filmItems,
  social: async () => (await import('../channels/social/maker.ts')).makeSocial,
  radio: async () => (await import('../channels/radio/radio-shelf.ts')).radioShelf,
  vehicle: async () => (await import('../channels/vehicles/vehicle-maker.ts')).makeVehicles,
  newspaper: async () => (await import('../channels/newspapers/newspaper-maker.ts')).makeNewspapers,
};
