import type { Campaign } from '../../campaigns/campaign.ts';
import type { DemandedKind } from '../../campaigns/print/paths.ts';
import type { Imprint } from '../artwork/artwork.ts';
import type { ToThread } from './pool.ts';
import type { Reach } from './reach.ts';
import type { SharedLayout } from './shared-layout.ts';

/** Folder below the output for files that are not whole yet; a run begins by emptying it. */
export const unfinishedFolder = '.unfinished';
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

/** A file that was made; a press file with the reach of what its station adds. */
export type Made = Target & { bytes: number; sha256: string; crc32?: string; reach?: Reach };
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
