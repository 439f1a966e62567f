import { parseArgs } from 'node:util';
import { WrongUse } from '../../campaigns/command/run-command.ts';
import { type StationKind, stationKinds } from '../../campaigns/directory/station.ts';
import { demandedKinds } from '../../campaigns/print/paths.ts';
import { artworks, usualArtworks } from '../artwork/catalogue.ts';

export const formats = ['pdf', 'preview', 'ticket', 'zip', ...demandedKinds] as const;
export type Format = (typeof formats)[number];

/**
 * Formats that a run makes by default. Formats that few vendors need are made on demand; ZIPs only bundle the files
 * beside them, and the service streams them.
 */
export const usualFormats: readonly Format[] = ['pdf', 'preview', 'ticket'];

export interface Options {
  districts: string[];
  /** `district/station` */
  stations: string[];
  artworks: string[];
  formats: Format[];
  kinds: readonly StationKind[] | 'all' | undefined;
  out: string | undefined;
  force: boolean;
  contactSheet: boolean;
  planOnly: boolean;
}

/** Values of these options, for the help. */
export const choices: readonly (readonly [option: string, values: string])[] = [
  ['artwork', artworks.map(({ id }) => id).join(', ')],
  ['', `(by default: ${usualArtworks.map(({ id }) => id).join(', ')})`],
  ['format', `${formats.join(', ')} (by default: ${usualFormats.join(', ')})`],
  ['kinds', `${stationKinds.join(', ')} (by default: all but cyber)`],
];

/** @throws naming the option, what it may be and what was given */
export function parseOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    strict: true,
    allowPositionals: false,
    options: {
      district: { type: 'string', multiple: true, default: [] },
      station: { type: 'string', multiple: true, default: [] },
      artwork: { type: 'string', multiple: true, default: [] },
      format: { type: 'string', multiple: true, default: [] },
      kinds: { type: 'string', multiple: true, default: [] },
      'with-files': { type: 'boolean', default: false },
      out: { type: 'string' },
      force: { type: 'boolean', default: false },
      'contact-sheet': { type: 'boolean', default: false },
      plan: { type: 'boolean', default: false },
    },
  });
  const kinds = list(values.kinds);
  return {
    districts: list(values.district),
    stations: list(values.station),
    ...chooseWhat(list(values.artwork), list(values.format), values['with-files']),
    kinds:
      kinds.length === 0
        ? undefined
        : kinds.includes('all')
          ? 'all'
          : choose('kinds', kinds, stationKinds),
    out: values.out,
    force: values.force,
    contactSheet: values['contact-sheet'],
    planOnly: values.plan,
  };
}

/** ZIPs hold every artwork, so that they are made only where all are; a ticket lists press files, which are made with it. */
function chooseWhat(
  artworkNames: string[],
  formatNames: string[],
  withFiles: boolean,
): Pick<Options, 'artworks' | 'formats'> {
  const usual = usualArtworks.map(({ id }) => id);
  const every = artworks.map(({ id }) => id);
  const chosen = artworkNames.length === 0 ? usual : choose('artwork', artworkNames, every);
  const named = formatNames.length === 0 ? usualFormats : choose('format', formatNames, formats);
  const wanted = new Set<Format>([
    ...(named.includes('ticket') ? (['pdf'] as const) : []),
    ...named,
    ...(withFiles ? (['zip'] as const) : []),
  ]);
  if (wanted.has('zip') && !usual.every((id) => chosen.includes(id))) {
    throw new WrongUse(
      `Expected all usual artworks for \`--format zip\`, got ${chosen.join(', ')}`,
    );
  }
  return { artworks: chosen, formats: [...wanted] };
}

function list(values: string[]): string[] {
  return values
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

function choose<T extends string>(option: string, values: string[], allowed: readonly T[]): T[] {
  if (values.length === 0) return [...allowed];
  return values.map((value) => {
    const found = allowed.find((candidate) => candidate === value);
    if (found === undefined)
      throw new WrongUse(
        `Expected one of ${allowed.join(', ')} for \`--${option}\`, got "${value}"`,
      );
    return found;
  });
}
