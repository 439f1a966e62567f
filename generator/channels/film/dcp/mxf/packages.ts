import { makeUuid } from '../uuid.ts';
import type { Descriptors } from './descriptors.ts';
import { type LocalSet, makeSet, referTo } from './local-set.ts';
import {
  dataDefinitions,
  essenceKeys,
  rational,
  timestamp,
  u8,
  u16,
  u32,
  u64,
  umid,
  utf16,
  uuid,
} from './values.ts';

export type Essence = 'picture' | 'sound';

export interface TrackFacts {
  /** The track file's id: in the file package's UMID, in the CPL and in the asset map. */
  id: string;
  essence: Essence;
  /** In frames. */
  duration: number;
  /** Date of the issue, so that the same film gives the same file. */
  created: Date;
  descriptors: Descriptors;
}

export const editRate = 24;
/** The essence's track in both packages; the timecode's is 1. */
export const essenceTrack = 2;

const packageNames = {
  picture: 'File Package: SMPTE ST 429-4 frame wrapping of JPEG 2000 codestreams',
  sound: 'File Package: SMPTE ST 382 frame wrapping of wave audio',
} as const;
const trackNames = {
  picture: 'Picture Track',
  sound: 'Sound Track',
  timecode: 'Timecode Track',
} as const;

/** The package itself, then its tracks with their sequences and components. */
export type PackageSets = readonly [self: LocalSet, ...parts: LocalSet[]];

/** The package to be played: the file package's essence from its first frame. */
export function materialPackage(facts: TrackFacts): PackageSets {
  const items = {
    packageUid: umid(makeUuid(facts.id, 'material')),
    packageName: utf16('AS-DCP Material Package'),
  };
  return makePackage(facts, 'materialPackage', items, [
    timecodeTrack(facts, 'material-timecode', 0),
    essenceTrackSets(facts, 'material-essence', {
      sourcePackageId: umid(facts.id),
      sourceTrackId: u32(essenceTrack),
    }),
  ]);
}

/** The file's content; its essence has no other source. */
export function filePackage(facts: TrackFacts): PackageSets {
  const items = {
    packageUid: umid(facts.id),
    packageName: utf16(packageNames[facts.essence]),
    descriptor: uuid(facts.descriptors.descriptor.id),
  };
  return makePackage(facts, 'sourcePackage', items, [
    timecodeTrack(facts, 'file-timecode', 3600 * editRate),
    essenceTrackSets(facts, 'file-essence', {
      sourcePackageId: Buffer.alloc(32),
      sourceTrackId: u32(0),
    }),
  ]);
}

function makePackage(
  { id, created }: TrackFacts,
  kind: 'materialPackage' | 'sourcePackage',
  items: LocalSet['items'],
  tracks: readonly TrackSets[],
): PackageSets {
  const self = makeSet([id, kind, ''], {
    ...items,
    packageCreated: timestamp(created),
    packageModified: timestamp(created),
    tracks: referTo(tracks.map(([track]) => track)),
  });
  return [self, ...tracks.flat()];
}

type TrackSets = readonly [track: LocalSet, sequence: LocalSet, component: LocalSet];

function timecodeTrack(facts: TrackFacts, part: string, start: number): TrackSets {
  const items = {
    dataDefinition: dataDefinitions.timecode,
    duration: u64(facts.duration),
    roundedTimecodeBase: u16(editRate),
    startTimecode: u64(start),
    dropFrame: u8(0),
  };
  const component = makeSet([facts.id, 'timecodeComponent', part], items);
  return makeTrack(facts, part, 'timecode', component);
}

function essenceTrackSets(
  facts: TrackFacts,
  part: string,
  source: Pick<LocalSet['items'], 'sourcePackageId' | 'sourceTrackId'>,
): TrackSets {
  const items = {
    dataDefinition: dataDefinitions[facts.essence],
    duration: u64(facts.duration),
    startPosition: u64(0),
    ...source,
  };
  return makeTrack(facts, part, facts.essence, makeSet([facts.id, 'sourceClip', part], items));
}

function makeTrack(
  { id, duration }: TrackFacts,
  part: string,
  kind: Essence | 'timecode',
  component: LocalSet,
): TrackSets {
  const sequence = makeSet([id, 'sequence', part], {
    dataDefinition: dataDefinitions[kind],
    duration: u64(duration),
    structuralComponents: referTo([component]),
  });
  const isEssence = kind !== 'timecode';
  const track = makeSet([id, 'track', part], {
    trackId: u32(isEssence ? essenceTrack : 1),
    // ST 379, 6.3: of the file package's track the last four octets of the essence element's key.
    trackNumber: isEssence && part.startsWith('file') ? essenceKeys[kind].subarray(12) : u32(0),
    trackName: utf16(trackNames[kind]),
    trackSequence: uuid(sequence.id),
    editRate: rational(editRate, 1),
    origin: u64(0),
  });
  return [track, sequence, component];
}
