import type { District } from '../../campaigns/directory/station.ts';
import { nameInside, zipContent, zipPath } from '../../campaigns/files/district-zip.ts';
import { digest } from './digest.ts';
import type { TicketWork, ZipWork } from './job.ts';
import type { Format } from './options.ts';
import type { Planned, PlannedStation } from './planned.ts';
import { ticketPath } from './targets.ts';

/** Files of a whole district, made of its stations' press files. */
export interface PlannedDistrict {
  id: string;
  ticket: Planned<TicketWork> | null;
  zip: Planned<ZipWork> | null;
}

/** @param stations the district's stations, an entry for each of their artworks */
export function planDistrict(
  district: District,
  stations: readonly PlannedStation[],
  {
    formats,
    ticketBasis,
    zipNote,
  }: { formats: readonly Format[]; ticketBasis: string; zipNote(district: string): string },
): PlannedDistrict {
  const entry = (artwork: string, format: string, path: string) => ({
    district: district.id,
    station: null,
    nameHi: district.nameHi,
    artwork,
    format,
    path,
    widthMm: null,
    heightMm: null,
    code: null,
    url: null,
  });
  const press = stations.flatMap(({ planned }) =>
    planned.filter(({ target }) => target.kind === 'pdf'),
  );
  const pressInputs = press.map(({ target }) => target.inputs);
  let ticket: PlannedDistrict['ticket'] = null;
  if (formats.includes('ticket')) {
    const path = ticketPath(district.id);
    const rows = ticketRows(stations);
    const inputs = digest([path, ticketBasis, JSON.stringify(rows), ...pressInputs]);
    ticket = {
      target: { path, inputs, rows },
      entry: { ...entry('ticket', 'pdf', path), widthMm: 210, heightMm: 297 },
    };
  }
  if (!formats.includes('zip')) return { id: district.id, ticket, zip: null };
  const path = zipPath(district.id);
  const note = zipNote(district.id);
  const listed = [...press.map(({ entry }) => entry), ...(ticket === null ? [] : [ticket.entry])];
  const entries = zipContent(listed).map(({ name, file }) => ({ name, path: file.path }));
  const inputs = digest([path, note, ticket?.target.inputs ?? '', ...pressInputs]);
  const zip = { target: { path, inputs, entries, note }, entry: entry('district', 'zip', path) };
  return { id: district.id, ticket, zip };
}

function ticketRows(stations: readonly PlannedStation[]): TicketWork['rows'] {
  const rows = new Map<string, TicketWork['rows'][number]>();
  for (const { station, work, planned } of stations) {
    const row = rows.get(station.id) ?? {
      name: work.imprint.name,
      needsCheck: station.needsCheck,
      files: [],
    };
    const [press] = planned;
    if (press !== undefined) {
      const { path } = press.target;
      const { artwork, imprint } = work;
      row.files.push({
        artwork,
        path,
        name: nameInside({ district: imprint.district, path }),
        code: imprint.code,
      });
    }
    rows.set(station.id, row);
  }
  return [...rows.values()];
}
