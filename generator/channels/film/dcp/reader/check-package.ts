import { collectFindings, type Finding } from './findings.ts';
import { readTrackFile, type TrackFile } from './mxf-reader.ts';
import { openPackage } from './package-files-fs.ts';
import { checkAssetMap, checkPackingList } from './rules/asset-map-rules.ts';
import { checkPlaylist, type PlayedTrack } from './rules/composition-rules.ts';
import { checkMetadata } from './rules/metadata-rules.ts';
import { checkPicture } from './rules/picture-rules.ts';
import { checkSound } from './rules/sound-rules.ts';
import { type CheckedTrack, checkTrack, type Kind } from './rules/track-rules.ts';
import { type Checking, unlessUnreadable } from './xml-reader.ts';

export interface CheckedPackage {
  /** Content title; empty where no playlist could be read. */
  title: string;
  /** Frames of picture. */
  frames: number;
  files: number;
  bytes: number;
  findings: readonly Finding[];
}

/**
 * Reads a D-cinema package back and holds it against the rules that asdcplib, ClairMeta and libdcp apply, those of SMPTE
 * ST 429-2 to -9, 429-16 and RDD 52. Knows nothing of the writer.
 * @param path a folder, or a stored ZIP with the folder in it
 * @throws when there is neither
 */
export function checkPackage(path: string): CheckedPackage {
  const files = openPackage(path);
  try {
    const findings = collectFindings();
    const checking = { files, findings };
    const mapped = checkAssetMap(checking);
    const list = checkPackingList(checking, mapped);
    const playlist = list === null ? null : checkPlaylist(checking, list);
    const picture = readTrack(checking, 'picture', playlist?.picture ?? null);
    const sound = readTrack(checking, 'sound', playlist?.sound ?? null);
    if (picture !== null) readOn(checking, picture, () => checkPicture(picture, files));
    const labelled =
      (sound === null ? null : readOn(checking, sound, () => checkSound(sound, files))) ?? [];
    if (playlist !== null) {
      const tracks = { picture: picture?.track ?? null, sound: sound?.track ?? null };
      checkMetadata(findings, playlist, { ...tracks, labelled });
    }
    return {
      title: playlist?.title ?? '',
      frames: picture?.track.essence.length ?? 0,
      files: files.files.size,
      bytes: [...files.files.values()].reduce((sum, bytes) => sum + bytes, 0),
      findings: findings.list,
    };
  } finally {
    files.close();
  }
}

function readTrack(
  checking: Checking,
  kind: Kind,
  played: PlayedTrack | null,
): CheckedTrack | null {
  const { files, findings } = checking;
  const file = played?.path ?? null;
  if (played === null || file === null || !files.files.has(file)) return null;
  const bytes = files.files.get(file) ?? 0;
  const read = (at: number, length: number) => files.read(file, at, length);
  const track: TrackFile | null = unlessUnreadable(findings, file, () =>
    readTrackFile(read, bytes),
  );
  if (track === null) return null;
  const checked = { findings, file, kind, track, played };
  checkTrack(checked);
  return checked;
}

function readOn<Value>({ findings }: Checking, { file }: CheckedTrack, check: () => Value) {
  return unlessUnreadable(findings, file, check);
}

/** The outcome for people: what the package is, and each finding with file, rule, expected and found. */
export function reportPackage({ title, frames, files, bytes, findings }: CheckedPackage): string {
  const lines = findings.flatMap(({ file, rule, expected, found }) => [
    `✗ ${rule}  ${file}`,
    `    expected ${expected}`,
    `    found    ${found}`,
  ]);
  if (lines.length > 0) lines.push('');
  const verdict =
    findings.length === 0
      ? 'Fit for a cinema'
      : `NOT FIT FOR A CINEMA: ${findings.length} fault${findings.length === 1 ? '' : 's'}`;
  const size = (bytes / 1e6).toFixed(1);
  lines.push(
    `${title === '' ? 'no composition' : title}: ${frames} frames, ${files} files, ${size} MB`,
  );
  lines.push(`${verdict}.`);
  return lines.join('\n');
}
