import type { StationCheck } from '../../../../../campaigns/activities/checklist.ts';
import { parseCode } from '../../../../../campaigns/links/short-code.ts';
import { withPhoto } from '../boards/use-board.ts';

/** A picture of the tray, as far as the phone knows it. */
export interface TrayPicture {
  id: string;
  file: File;
  /** The same for the same picture; null until it was read. */
  hash: string | null;
  /** Address of a small copy; null where the browser cannot open the picture. */
  thumb: string | null;
  /** Codes in it; null until it was read. */
  codes: readonly string[] | null;
  /** The station that the officer chose. */
  chosen: string | null;
  /** Key of its entry in the outbox once it was handed over. */
  key: string | null;
}

/** State of a picture that was not handed over yet. */
export type TrayState =
  | { kind: 'reading' }
  | { kind: 'ready'; check: StationCheck }
  /** Without a code of a board of this district. */
  | { kind: 'asks'; why: 'no-code' | 'foreign-code' }
  /** The same picture is in the tray already. */
  | { kind: 'twice' }
  /** Another picture of the station is in the tray already. */
  | { kind: 'second'; check: StationCheck }
  /** The station's board needs no picture any more. */
  | { kind: 'settled'; check: StationCheck };

/** Judges each picture; an earlier one comes before a later one of the same board. */
export function judgeTray(
  pictures: readonly TrayPicture[],
  stations: readonly StationCheck[],
): ReadonlyMap<string, TrayState> {
  const hashes = new Set<string>();
  const taken = new Set<string>();
  const judge = ({ hash, codes, chosen, key }: TrayPicture): TrayState => {
    if (hash === null || codes === null) return { kind: 'reading' };
    if (hashes.has(hash)) return { kind: 'twice' };
    hashes.add(hash);
    const own = codes.map(normalize);
    const check = stations.find(({ station, code }) =>
      chosen === null ? code !== null && own.includes(code) : station === chosen,
    );
    if (check === undefined)
      return { kind: 'asks', why: codes.length > 0 ? 'foreign-code' : 'no-code' };
    if (taken.has(check.station)) return { kind: 'second', check };
    if (key === null && !withPhoto.includes(check.status)) return { kind: 'settled', check };
    taken.add(check.station);
    return { kind: 'ready', check };
  };
  return new Map(pictures.map((picture) => [picture.id, judge(picture)]));
}

function normalize(text: string): string | null {
  const parsed = parseCode(text);
  return parsed.kind === 'valid' ? parsed.code : null;
}
