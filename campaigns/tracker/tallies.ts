import type { BoardEvidence } from '../activities/board-level.ts';
import type { Channel } from '../channel.ts';
import type { Day } from './clock.ts';
import type { Measure } from './measures.ts';

/** Scans of one day, district and channel; an empty district is the whole state. */
export interface ScanTally {
  day: Day;
  district: string;
  channel: Channel;
  scans: number;
  /** Each once a day and district; left out where nobody counts them, and every scan is one. */
  visitors?: number;
}

/** Installs that the app reported for codes of one day, district and channel. */
export interface InstallTally {
  day: Day;
  district: string;
  channel: Channel;
  installs: number;
}

/** Something done: 500 pamphlets, one board. A board names its station, so that it is counted once. */
export interface ActivityTally {
  day: Day;
  measure: Measure;
  /** Empty for the whole state */
  district: string;
  /** Id within the district; null where the activity is not of one station */
  station: string | null;
  count: number;
  verified: boolean;
  /** Evidence of a board; where it is left out, its entry is all, with a picture where that is verified. */
  board?: BoardEvidence;
}

/** Services of the app in a district on a day, all together. */
export interface ServiceTally {
  day: Day;
  district: string;
  count: number;
}
