import type { Campaign } from '../../campaigns/campaign.ts';
import type { Artwork, Imprint } from '../artwork/artwork.ts';
import type { ToThread } from './pool.ts';
import type { SharedLayout } from './shared-layout.ts';

/** Folder below the output for files that are not whole yet; a run begins by emptying it. */
export const unfinishedFolder = '.unfinished';
/** Kinds of file that are made of sides, or of the press file, when they are asked for. */
export const demandedKinds = ['tiff', 'jpeg', 'rgb', 'proof'] as const;
export type DemandedKind = (typeof demandedKinds)[number];

/** Kinds of file that a station has of an artwork. */
export type TargetKind = 'pdf' | 'preview' | DemandedKind;

/** A file to make: its place, and a hash of all it depends on. */
export interface Target {
  path: string;
  inputs: string;
}
export type StationTarget = Target & { artwork: string; kind: TargetKind };

/** One station's input for one artwork. */
export interface StationWork {
  nameHi: string;
  imprint: Imprint;
  artwork: string;
  targets: StationTarget[];
}

/** A district's job ticket: a row a station, with its press files. */
export type TicketWork = Target & {
  rows: {
    name: string;
    needsCheck: boolean;
    files: { artwork: string; path: string; name: string; code: string }[];
  }[];
};

/** A district's archive: the files by their paths below the output, and their names inside. */
export type ZipWork = Target & { entries: { path: string; name: string }[]; note: string };

/** One district's work: its stations' files, then ticket and ZIP where they are asked for. */
export interface DistrictJob {
  district: string;
  districtHi: string;
  stations: StationWork[];
  ticket: TicketWork | null;
  zip: ZipWork | null;
  /** Hashes of press files that stay as they are, for the ticket. */
  known: Record<string, string>;
}

/** A file that was made. */
export type Made = Target & { bytes: number; sha256: string; crc32?: string };
export interface Fault {
  what: string;
  message: string;
  fatal: boolean;
}

export interface JobResult {
  district: string;
  made: Made[];
  faults: Fault[];
}

export interface WorkerData {
  campaign: Campaign;
  out: string;
  name: string;
}
export type ToWorker =
  | ToThread<DistrictJob>
  | { kind: 'layouts'; layouts: readonly SharedLayout[] };
export type FromWorker = { kind: 'progress'; files: number } | { kind: 'done'; result: JobResult };

type Place = Pick<Imprint, 'district' | 'station'>;

/** `<district>-<station>-<artwork>.pdf`: a file that leaves its folder must still say whose board it is. */
export function pressPath(place: Place, artwork: string): string {
  return `${pagePath(place, artwork, '')}.pdf`;
}

/** `<district>-<station>-<artwork>[-front|-back]-<width>.png` */
export function previewPath(place: Place, artwork: string, page: string, widthPx: number): string {
  return `${pagePath(place, artwork, page)}-${widthPx}.png`;
}

export function previewPaths(place: Place, { id, pages, previewWidthsPx }: Artwork): string[] {
  return pages.flatMap((page) =>
    previewWidthsPx.map((width) => previewPath(place, id, page.id, width)),
  );
}

const endings: Record<DemandedKind, string> = {
  tiff: '.tif',
  jpeg: '.jpg',
  rgb: '-rgb.jpg',
  proof: '-proof.pdf',
};

/** `<district>-<station>-<artwork>[-front|-back].tif` and the like. */
export function demandedPath(
  place: Place,
  artwork: string,
  page: string,
  kind: DemandedKind,
): string {
  return `${pagePath(place, artwork, page)}${endings[kind]}`;
}

/** A proof shows all sides on one page; the others are made of sides, so that an imposed sheet is a press file only. */
export function demandedPaths(
  place: Place,
  { id, pages, imposition }: Artwork,
  kind: DemandedKind,
): string[] {
  if (imposition !== undefined) return [];
  if (kind === 'proof') return [demandedPath(place, id, '', kind)];
  return pages.map((page) => demandedPath(place, id, page.id, kind));
}

/** `<district>[-<station>…][-<artwork>…]-job-ticket.pdf`: of the whole kit of a district, else of what it says. */
export function ticketPath(district: string, part: readonly string[] = []): string {
  return `${district}/${[district, ...part, 'job-ticket'].join('-')}.pdf`;
}

function pagePath({ district, station }: Place, artwork: string, page: string): string {
  return `${district}/${station}/${district}-${station}-${artwork}${page === '' ? '' : `-${page}`}`;
}
