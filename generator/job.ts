import type { Campaign } from '../campaigns/campaign.ts';
import type { Sign } from './artwork/artwork.ts';
import type { ArtworkBase } from './base.ts';

/** A file to make: its place, and a hash of all it depends on. */
export type Target = {
  path: string;
  inputs: string;
  artwork: string;
  kind: 'pdf' | 'preview';
};

/** What one station needs in one artwork. */
export type StationWork = { nameHi: string; sign: Sign; artwork: string; targets: Target[] };

/** One district's work: its stations' files, then its ZIP where one is asked for. */
export type DistrictJob = {
  district: string;
  districtHi: string;
  stations: StationWork[];
  zip: {
    path: string;
    inputs: string;
    entries: { path: string; name: string }[];
    note: string;
  } | null;
};

/** A file that was made. */
export type Made = { path: string; inputs: string; bytes: number; sha256: string };
export type Fault = { what: string; message: string; fatal: boolean };

export type JobResult = { district: string; made: Made[]; faults: Fault[] };

export type WorkerData = { campaign: Campaign; out: string; name: string };
export type ToWorker = { kind: 'bases'; bases: ArtworkBase[] } | { kind: 'job'; job: DistrictJob };
export type FromWorker = { kind: 'progress'; files: number } | { kind: 'done'; result: JobResult };
