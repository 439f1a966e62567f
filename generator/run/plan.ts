import {
  type Directory,
  type District,
  type Station,
  stationKey,
} from '../../campaigns/directory/station.ts';
import { nameInside, zipContent, zipPath } from '../../campaigns/files/district-zip.ts';
import type { ManifestFile } from '../../campaigns/manifest.ts';
import {
  demandedKinds,
  demandedPaths,
  pressPath,
  previewPaths,
  ticketPath,
} from '../../campaigns/print/paths.ts';
import type { Artwork, Imprint } from '../artwork/artwork.ts';
import { usualArtworks } from '../artwork/catalogue.ts';
import { digest } from './digest.ts';
import type {
  DistrictJob,
  StationTarget,
  StationWork,
  Target,
  TargetKind,
  TicketWork,
  ZipWork,
} from './job.ts';
import type { Format } from './options.ts';

export interface Plan {
  stations: PlannedStation[];
  districts: PlannedDistrict[];
}

export interface PlanInput {
  directory: Directory;
  /** Stations that the run was asked for. */
  selected: readonly Station[];
  /** Stations of the same districts that a district's ZIP and ticket hold. */
  shown: readonly Station[];
  artworks: readonly Artwork[];
  formats: readonly Format[];
  /** Hash of all that one artwork's files of a kind depend on beside the imprint. */
  inputHashes(artwork: string, kind: TargetKind): string;
  /** The same for tickets. */
  ticketBasis: string;
  imprint(station: Station, artwork: Artwork): Imprint;
  zipNote(district: string): string;
  /** Whether a file of an earlier run is still true. */
  isFresh(target: Target): boolean;
}

/** Lists every file of a run with a hash of its inputs; pure, so that two runs agree on what is fresh. */
export function planRun(input: PlanInput): Plan {
  const selected = new Set(input.selected.map(stationKey));
  const all = [...input.shown, ...input.selected].map((each) => [stationKey(each), each] as const);
  const stations = [...new Map(all)].flatMap(([key, station]) =>
    input.artworks.map((artwork) => planStation(station, artwork, input, selected.has(key))),
  );
  const shown = new Set(input.shown.map(stationKey));
  const districts = input.directory.districts.flatMap((district) => {
    const all = stations.filter(({ station }) => station.district === district.id);
    const own = all.filter(({ station }) => shown.has(stationKey(station)));
    return all.length === 0 ? [] : [planDistrict(district, { all, own }, input)];
  });
  return { stations, districts };
}

function planStation(
  station: Station,
  artwork: Artwork,
  { formats, inputHashes, imprint: signOf }: PlanInput,
  selected: boolean,
): PlannedStation {
  const imprint = signOf(station, artwork);
  const about = { nameHi: station.nameHi, imprint, artwork: artwork.id };
  const text = JSON.stringify(about);
  const target = (path: string, kind: TargetKind): StationTarget => ({
    path,
    kind,
    artwork: artwork.id,
    inputs: digest([path, inputHashes(artwork.id, kind), text]),
  });
  // ZIP and ticket are made of press files: without --format pdf these are looked at, never made again.
  const press = target(pressPath(imprint, artwork.id), 'pdf');
  const others = [
    ...(formats.includes('preview')
      ? previewPaths(imprint, artwork).map((path) => target(path, 'preview'))
      : []),
    ...demandedKinds.flatMap((kind) =>
      formats.includes(kind)
        ? demandedPaths(imprint, artwork, kind).map((path) => target(path, kind))
        : [],
    ),
  ];
  const { width, height } = (artwork.imposition ?? artwork.format).trimMm;
  const planned = [press, ...others].map((each) => ({
    target: each,
    entry: {
      district: imprint.district,
      station: imprint.station,
      nameHi: station.nameHi,
      artwork: artwork.id,
      format: formatNames[each.kind],
      path: each.path,
      widthMm: width,
      heightMm: height,
      code: imprint.code,
      url: imprint.url,
    },
  }));
  const targets = formats.includes('pdf') ? [press, ...others] : others;
  return { station, work: { ...about, targets }, planned, selected };
}

/** Names of the kinds in the manifest. */
const formatNames: Record<TargetKind, string> = {
  pdf: 'pdf',
  preview: 'png',
  tiff: 'tiff',
  jpeg: 'jpeg',
  rgb: 'rgb',
  proof: 'proof',
};

/** Files of a whole district, made of its stations' press files. */
export interface PlannedDistrict {
  id: string;
  ticket: Planned<TicketWork> | null;
  zip: Planned<ZipWork> | null;
}

/**
 * @param all stations of the district that the run knows, an entry for each of their artworks
 * @param own those that ZIP and ticket of the district hold
 */
function planDistrict(
  district: District,
  { all, own }: Record<'all' | 'own', readonly PlannedStation[]>,
  input: PlanInput,
): PlannedDistrict {
  const { formats, zipNote } = input;
  const ticket = formats.includes('ticket') ? planTicket(district, { all, own }, input) : null;
  if (!formats.includes('zip') || own.length === 0) return { id: district.id, ticket, zip: null };
  const press = own.map(pressOf);
  const path = zipPath(district.id);
  const note = zipNote(district.id);
  const listed = [...press.map(({ entry }) => entry), ...(ticket === null ? [] : [ticket.entry])];
  const entries = zipContent(listed).map(({ name, file }) => ({ name, path: file.path }));
  const pressInputs = press.map(({ target }) => target.inputs);
  const inputs = digest([path, note, ticket?.target.inputs ?? '', ...pressInputs]);
  const entry = districtEntry(district, { artwork: 'district', format: 'zip', path });
  return { id: district.id, ticket, zip: { target: { path, inputs, entries, note }, entry } };
}

/** Of the kit of a whole district where all of it is there or is made by this run, else of what the run was asked for: a shop always gets one. */
function planTicket(
  district: District,
  { all, own }: Record<'all' | 'own', readonly PlannedStation[]>,
  { artworks, ticketBasis, isFresh }: PlanInput,
): PlannedDistrict['ticket'] {
  const selected = all.filter((each) => each.selected);
  const comes = ({ selected, work }: PlannedStation) =>
    selected && work.targets.some(({ kind }) => kind === 'pdf');
  const isKit = usualArtworks.every(({ id }) => artworks.some((artwork) => artwork.id === id));
  const isWhole =
    isKit && own.length > 0 && own.every((each) => comes(each) || isFresh(pressOf(each).target));
  const stations = isWhole ? own : selected;
  if (stations.length === 0) return null;
  const ids = [...new Set(selected.map(({ station }) => station.id))];
  const isAll = own.length > 0 && own.every((each) => each.selected);
  const places = ids.length <= mostNamed ? ids : [`${ids.length}-stations`];
  const part = [...(isAll ? [] : places), ...(isKit ? [] : artworks.map(({ id }) => id))];
  const path = ticketPath(district.id, isWhole ? [] : part);
  const rows = ticketRows(stations);
  const pressInputs = stations.map((each) => pressOf(each).target.inputs);
  const inputs = digest([path, ticketBasis, JSON.stringify(rows), ...pressInputs]);
  const about = isWhole
    ? { artwork: 'ticket', format: 'pdf', path }
    : { artwork: 'part-ticket', format: 'ticket', path };
  const entry = { ...districtEntry(district, about), widthMm: 210, heightMm: 297 };
  return { target: { path, inputs, rows }, entry };
}

/** Stations that the name of a ticket names. */
const mostNamed = 3;

function pressOf({ planned }: PlannedStation): Planned<StationTarget> {
  const [press] = planned;
  if (press === undefined) throw new Error('Expected the press file of a station, got none');
  return press;
}

function districtEntry(
  { id, nameHi }: District,
  about: Pick<ManifestFile, 'artwork' | 'format' | 'path'>,
) {
  const none = { station: null, widthMm: null, heightMm: null, code: null, url: null };
  return { district: id, nameHi, ...none, ...about };
}

function ticketRows(stations: readonly PlannedStation[]): TicketWork['rows'] {
  const rows = new Map<string, TicketWork['rows'][number]>();
  for (const each of stations) {
    const { station, work } = each;
    const row = rows.get(station.id) ?? {
      name: work.imprint.name,
      needsCheck: station.needsCheck,
      files: [],
    };
    const { path } = pressOf(each).target;
    const { artwork, imprint } = work;
    const name = nameInside({ district: imprint.district, path });
    row.files.push({ artwork, path, name, code: imprint.code });
    rows.set(station.id, row);
  }
  return [...rows.values()];
}

/** A file of the run with what the manifest says of it. */
export interface Planned<T extends Target = Target> {
  target: T;
  entry: Omit<ManifestFile, 'bytes' | 'sha256'>;
}

export interface PlannedStation {
  station: Station;
  work: StationWork;
  planned: Planned<StationTarget>[];
  /** False for a station that only its district's ZIP and ticket ask for. */
  selected: boolean;
}

/** Files from an earlier run: whether one is still fresh, and its hash. */
export interface Kept {
  isFresh(target: Target): boolean;
  sha256(path: string): string | undefined;
}

/** The jobs that are left once every file has been looked at. */
export function openJobs(plan: Plan, directory: Directory, kept: Kept): DistrictJob[] {
  const jobs: DistrictJob[] = [];
  for (const { id, nameHi } of directory.districts) {
    const own = plan.stations.filter(({ station }) => station.district === id);
    const stations = own
      .filter(({ selected }) => selected)
      .map(({ work }) => ({
        ...work,
        targets: work.targets.filter((target) => !kept.isFresh(target)),
      }))
      .filter(({ targets }) => targets.length > 0);
    const coming = new Set(stations.flatMap(({ targets }) => targets.map(({ path }) => path)));
    const known: DistrictJob['known'] = {};
    let complete = true;
    for (const { target } of own.flatMap(({ planned }) => planned)) {
      if (target.kind !== 'pdf' || coming.has(target.path)) continue;
      const sha256 = kept.isFresh(target) ? kept.sha256(target.path) : undefined;
      if (sha256 === undefined) complete = false;
      else known[target.path] = sha256;
    }
    const district = plan.districts.find((each) => each.id === id);
    const open = <T extends Target>(target: T | undefined, isReady: boolean): T | null =>
      target !== undefined && isReady && !kept.isFresh(target) ? target : null;
    const isThere = (path: string) => coming.has(path) || path in known;
    const isReady = district?.ticket?.target.rows.every(({ files }) =>
      files.every(({ path }) => isThere(path)),
    );
    const ticket = open(district?.ticket?.target, isReady === true);
    const zip = open(district?.zip?.target, complete);
    if (stations.length === 0 && ticket === null && zip === null) continue;
    jobs.push({ district: id, districtHi: nameHi, stations, ticket, zip, known });
  }
  return jobs;
}
