import { parseArgs } from 'node:util';
import { WrongUse } from '../../campaigns/command/run-command.ts';
import { type PressChannel, pressChannels } from './shelf-files-fs.ts';

export interface Options {
  /** Folder with the manifest; by default where the generator writes. */
  folder: string | undefined;
  release: boolean;
  districts: string[];
  /** `district/station` */
  stations: string[];
  /** As JSON instead of a report for people. */
  json: boolean;
  /** A D-cinema package, folder or stored ZIP, to be checked instead. */
  dcp: string | undefined;
  /** Only what these channels have on their shelves; empty for the kit and all shelves. */
  channels: PressChannel[];
}

/** @throws naming the option, what it may be and what was given */
export function parseOptions(args: string[]): Options {
  const { values, positionals } = parseArgs({
    args,
    strict: true,
    allowPositionals: true,
    options: {
      release: { type: 'boolean', default: false },
      district: { type: 'string', multiple: true, default: [] },
      station: { type: 'string', multiple: true, default: [] },
      channel: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
      dcp: { type: 'string' },
    },
  });
  if (positionals.length > 1) {
    throw new WrongUse(`Expected one folder for \`DIR\`, got ${positionals.join(' ')}`);
  }
  return {
    folder: positionals[0],
    release: values.release,
    districts: list(values.district),
    stations: list(values.station),
    json: values.json,
    dcp: values.dcp,
    channels: list(values.channel).map(readChannel),
  };
}

function readChannel(name: string): PressChannel {
  const found = pressChannels.find((channel) => channel === name);
  if (found === undefined) {
    throw new WrongUse(
      `Expected one of ${pressChannels.join(', ')} for \`--channel\`, got "${name}"`,
    );
  }
  return found;
}

function list(values: string[]): string[] {
  return values
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');
}
