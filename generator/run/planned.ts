import type { Station } from '../../campaigns/directory/station.ts';
import type { ManifestFile } from '../../campaigns/manifest.ts';
import type { StationTarget, StationWork, Target } from './job.ts';

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
