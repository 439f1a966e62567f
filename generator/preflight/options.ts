import { parseArgs } from 'node:util';
import { type PressChannel, pressChannels } from './shelf-files-fs.ts';

export type Options = {
  /** Folder with the manifest; by default where the generator writes. */
  folder: string | undefined;
  release: boolean;
  districts: string[];
  /** `district/station` */
  stations: string[];
  json: string | undefined;
  /** A D-cinema package, folder or stored ZIP, to be checked instead. */
  dcp: string | undefined;
  /** Only what these channels have on their shelves; empty for the kit and all shelves. */
  channels: PressChannel[];
};

export const usage = `Usage: npm run preflight -- [DIR] [options]

  DIR                           folder with manifest.json   (DATA_DIR/print)
  --release                     what must be settled before printing is a fault, not a warning
  --district ID[,ID…]           only files of these districts
  --station DISTRICT/ID[,…]     only files of these stations
  --channel NAME[,NAME…]        only the press files of these channels (${pressChannels.join(', ')})
  --json FILE                   also every finding as JSON
  --dcp FOLDER|ZIP              instead, the film's D-cinema package
  --help

Exit code 0: printable, or fit for a cinema, 1: at least one fault, 2: wrong call.`;

/** @throws naming the option, what it may be and what was given */
export function parseOptions(args: string[]): Options | 'help' {
  const { values, positionals } = parseArgs({
    args,
    strict: true,
    allowPositionals: true,
    options: {
      release: { type: 'boolean', default: false },
      district: { type: 'string', multiple: true, default: [] },
      station: { type: 'string', multiple: true, default: [] },
      channel: { type: 'string', multiple: true, default: [] },
      json: { type: 'string' },
      dcp: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  if (positionals.length > 1) {
    throw new Error(`Expected one folder for \`DIR\`, got ${positionals.join(' ')}`);
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
    throw new Error(`Expected one of ${pressChannels.join(', ')} for \`--channel\`, got "${name}"`);
  }
  return found;
}

function list(values: string[]): string[] {
  return values
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');
}
