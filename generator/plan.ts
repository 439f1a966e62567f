import { createHash } from 'node:crypto';
import type { Directory, Station } from '../campaigns/directory/station.ts';
import { stationKey } from '../campaigns/directory/station.ts';
import type { ManifestFile } from '../campaigns/manifest.ts';
import type { Artwork, Sign } from './artwork/artwork.ts';
import type { DistrictJob, StationWork, Target } from './job.ts';
import type { Format } from './options.ts';
import { pressPath, previewPaths, zipPath } from './targets.ts';

/** A file of the run with what the manifest says of it. */
export type Planned = {
  target: Target;
  entry: Omit<ManifestFile, 'bytes' | 'sha256'>;
};

export type Plan = { stations: PlannedStation[]; zips: PlannedZip[] };
export type PlannedStation = { work: StationWork; planned: Planned[]; selected: boolean };
export type PlannedZip = {
  district: string;
  path: string;
  inputs: string;
  entries: { path: string; name: string }[];
  note: string;
  entry: Planned['entry'];
};

export type PlanInput = {
  directory: Directory;
  /** Stations that the run was asked for. */
  selected: readonly Station[];
  /** Stations of the same districts that a district's ZIP holds. */
  shown: readonly Station[];
  artworks: readonly Artwork[];
  formats: readonly Format[];
  /** Hash of all that one artwork's files of a kind depend on beside the sign. */
  basis(artwork: string, kind: Target['kind']): string;
  sign(station: Station, artwork: Artwork): Sign;
  zipNote(district: string): string;
};

/** Lists every file of a run with a hash of its inputs; pure, so that two runs agree on what is fresh. */
export function planRun(input: PlanInput): Plan {
  const selected = new Set(input.selected.map(stationKey));
  const stations = [
    ...new Map([...input.shown, ...input.selected].map((s) => [stationKey(s), s])).values(),
  ];
  const planned = stations.flatMap((station) =>
    input.artworks.map((artwork) =>
      planStation(station, artwork, input, selected.has(stationKey(station))),
    ),
  );
  return { stations: planned, zips: input.formats.includes('zip') ? planZips(planned, input) : [] };
}

function planStation(
  station: Station,
  artwork: Artwork,
  { formats, basis, sign: signOf }: PlanInput,
  selected: boolean,
): PlannedStation {
  const sign = signOf(station, artwork);
  const about = { nameHi: station.nameHi, sign, artwork: artwork.id };
  const target = (path: string, kind: Target['kind']): Target => ({
    path,
    kind,
    artwork: artwork.id,
    inputs: digest([path, basis(artwork.id, kind), JSON.stringify(about)]),
  });
  const targets: Target[] = [];
  // A ZIP is made of press files: without --format pdf they are only looked at, never made anew.
  targets.push(target(pressPath(sign, artwork.id), 'pdf'));
  if (formats.includes('preview')) {
    targets.push(...previewPaths(sign, artwork).map((path) => target(path, 'preview')));
  }
  const { width, height } = artwork.format.trimMm;
  const planned = targets.map((each) => ({
    target: each,
    entry: {
      district: sign.district,
      station: sign.station,
      nameHi: station.nameHi,
      artwork: artwork.id,
      format: each.kind === 'pdf' ? 'pdf' : 'webp',
      path: each.path,
      widthMm: width,
      heightMm: height,
      code: sign.code,
      url: sign.url,
    },
  }));
  const wanted = targets.filter(({ kind }) => kind !== 'pdf' || formats.includes('pdf'));
  return { work: { ...about, targets: wanted }, planned, selected };
}

function planZips(stations: readonly PlannedStation[], input: PlanInput): PlannedZip[] {
  return input.directory.districts.flatMap((district) => {
    const files = stations
      .filter(({ work }) => work.sign.district === district.id)
      .flatMap(({ planned }) => planned.filter(({ target }) => target.kind === 'pdf'));
    if (files.length === 0) return [];
    const path = zipPath(district.id);
    const note = input.zipNote(district.id);
    return [
      {
        district: district.id,
        path,
        note,
        inputs: digest([note, ...files.map(({ target }) => target.inputs)]),
        entries: files.map(({ target, entry }) => ({
          path: target.path,
          name: `${district.id}/${entry.station}-${entry.artwork}.pdf`,
        })),
        entry: {
          district: district.id,
          station: null,
          nameHi: district.nameHi,
          artwork: 'district',
          format: 'zip',
          path,
          widthMm: null,
          heightMm: null,
          code: null,
          url: null,
        },
      },
    ];
  });
}

/** The jobs that are left once `isFresh` has passed over every file. */
export function openJobs(
  { stations, zips }: Plan,
  directory: Directory,
  isFresh: (target: { path: string; inputs: string }) => boolean,
): DistrictJob[] {
  const jobs: DistrictJob[] = [];
  for (const { id, nameHi } of directory.districts) {
    const own = stations.filter(({ work }) => work.sign.district === id);
    const works = own
      .filter(({ selected }) => selected)
      .map(({ work }) => ({ ...work, targets: work.targets.filter((target) => !isFresh(target)) }))
      .filter(({ targets }) => targets.length > 0);
    const coming = new Set(works.flatMap(({ targets }) => targets.map(({ path }) => path)));
    const pressFiles = own.flatMap(({ planned }) =>
      planned.filter(({ target }) => target.kind === 'pdf'),
    );
    const complete = pressFiles.every(({ target }) => coming.has(target.path) || isFresh(target));
    const zip = zips.find(({ district }) => district === id);
    const open = zip !== undefined && complete && !isFresh(zip) ? zip : null;
    if (works.length === 0 && open === null) continue;
    jobs.push({
      district: id,
      districtHi: nameHi,
      stations: works,
      zip:
        open === null
          ? null
          : { path: open.path, inputs: open.inputs, entries: open.entries, note: open.note },
    });
  }
  return jobs;
}

export function digest(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 32);
}
