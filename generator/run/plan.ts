import { type Directory, type Station, stationKey } from '../../campaigns/directory/station.ts';
import type { Artwork, Imprint } from '../artwork/artwork.ts';
import { digest } from './digest.ts';
import { demandedKinds, type StationTarget, type TargetKind } from './job.ts';
import type { Format } from './options.ts';
import { type PlannedDistrict, planDistrict } from './plan-district.ts';
import type { PlannedStation } from './planned.ts';
import { demandedPaths, pressPath, previewPaths } from './targets.ts';

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
    const own = stations.filter(
      ({ station }) => station.district === district.id && shown.has(stationKey(station)),
    );
    return own.length === 0 ? [] : [planDistrict(district, own, input)];
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
