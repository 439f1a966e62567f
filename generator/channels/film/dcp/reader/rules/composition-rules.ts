import type { Findings } from '../findings.ts';
import {
  type Checking,
  checkText,
  child,
  findChildren,
  readText,
  readXmlFile,
  uuidOfUrn,
  type XmlElement,
} from '../xml-reader.ts';
import type { PackedAsset, PackingList } from './asset-map-rules.ts';

const nameSpace = 'http://www.smpte-ra.org/schemas/429-7/2006/CPL';
/** ST 429-7, 6.8. */
const contentKinds = [
  ...['feature', 'trailer', 'test', 'teaser', 'rating', 'advertisement', 'short'],
  ...['transitional', 'psa', 'policy'],
];

/** A picture or sound of the reel, as the playlist says. */
export interface PlayedTrack {
  id: string | null;
  /** Null where the package has no such file. */
  path: string | null;
  editRate: string | undefined;
  intrinsicDuration: number;
  entryPoint: number;
  duration: number;
  element: XmlElement;
}

export interface Playlist {
  file: string;
  title: string;
  picture: PlayedTrack | null;
  sound: PlayedTrack | null;
  metadata: XmlElement | undefined;
}

/** Composition playlist (ST 429-7; ClairMeta's `cpl` checks; libdcp's of RDD 52). */
export function checkPlaylist(checking: Checking, list: PackingList): Playlist | null {
  const { findings } = checking;
  const playlists = list.assets.filter(({ type }) => type.startsWith('text/xml'));
  const [own] = playlists;
  if (own === undefined || playlists.length > 1) {
    const found = String(playlists.length);
    findings.add({ file: list.file, rule: 'playlist.one', expected: 'one playlist', found });
  }
  const root = own === undefined ? null : readXmlFile(checking, own.path);
  if (own === undefined || root === null) return null;
  const file = own.path;
  checkText(findings, file, { root, part: 'playlist', name: 'CompositionPlaylist', nameSpace });
  findings.same({ file, rule: 'playlist.map-id' }, own.id, uuidOfUrn(readText(root, 'Id')));
  const title = readText(root, 'ContentTitleText') ?? '';
  findings.same({ file, rule: 'playlist.annotation' }, title, readText(root, 'AnnotationText'));
  findings.same({ file: list.file, rule: 'packing-list.annotation' }, title, list.annotation);
  const kind = readText(root, 'ContentKind') ?? '';
  if (!contentKinds.includes(kind)) {
    const expected = contentKinds.join(', ');
    findings.add({ file, rule: 'playlist.content-kind', expected, found: kind });
  }
  checkName(findings, file, { title, kind, issueDate: readText(root, 'IssueDate') ?? '' });
  checkVersion(checking, file, root);
  const reels = findChildren(child(root, 'ReelList'), 'Reel');
  findings.same({ file, rule: 'playlist.reels' }, 1, reels.length);
  const assets = child(reels[0], 'AssetList');
  const track = (name: string) => playedTrack(checking, { file, assets, name, list });
  const playlist: Playlist = {
    file,
    title,
    picture: track('MainPicture'),
    sound: track('MainSound'),
    metadata: child(assets, 'CompositionMetadataAsset'),
  };
  checkReel(checking, playlist);
  checkMarkers(checking, { file, markers: child(assets, 'MainMarkers'), playlist });
  return playlist;
}

function checkVersion({ findings }: Checking, file: string, root: XmlElement): void {
  const version = child(root, 'ContentVersion');
  for (const part of ['Id', 'LabelText']) {
    if ((readText(version, part) ?? '') !== '') continue;
    const expected = `${part} in ContentVersion`;
    findings.add({ file, rule: 'playlist.content-version', expected, found: 'none' });
  }
}

function playedTrack(
  { findings }: Checking,
  call: { file: string; assets: XmlElement | undefined; name: string; list: PackingList },
): PlayedTrack | null {
  const { file, assets, name, list } = call;
  const element = child(assets, name);
  if (element === undefined) {
    findings.add({ file, rule: 'playlist.tracks', expected: name, found: 'none' });
    return null;
  }
  const id = uuidOfUrn(readText(element, 'Id'));
  const packed: PackedAsset | undefined = list.assets.find((asset) => asset.id === id);
  if (packed === undefined) {
    const found = readText(element, 'Id') ?? 'nothing';
    const expected = `an asset of the packing list for ${name}`;
    findings.add({ file, rule: 'playlist.asset', expected, found });
  } else {
    findings.same({ file, rule: 'playlist.hash' }, packed.hash, readText(element, 'Hash'));
  }
  const number = (part: string) => Number(readText(element, part) ?? Number.NaN);
  const intrinsicDuration = number('IntrinsicDuration');
  const entryPoint = readText(element, 'EntryPoint') === undefined ? 0 : number('EntryPoint');
  const duration =
    readText(element, 'Duration') === undefined ? intrinsicDuration : number('Duration');
  if (!(entryPoint >= 0 && duration > 0 && entryPoint + duration <= intrinsicDuration)) {
    const expected = `entry point and duration within ${intrinsicDuration}`;
    findings.add({ file, rule: 'playlist.cut', expected, found: `${entryPoint} + ${duration}` });
  }
  const editRate = readText(element, 'EditRate');
  return {
    id,
    path: packed?.path ?? null,
    editRate,
    intrinsicDuration,
    entryPoint,
    duration,
    element,
  };
}

/** ST 429-7, 8.1 and 9.2; ST 429-2, 9.4: same rate and length of picture and sound, at least a second. */
function checkReel({ findings }: Checking, { file, picture, sound }: Playlist): void {
  if (picture === null) return;
  const rate = Number((picture.editRate ?? '').split(' ')[0]);
  if (!(picture.duration >= rate)) {
    const found = `${picture.duration} frames`;
    findings.add({ file, rule: 'playlist.least-duration', expected: 'at least a second', found });
  }
  findings.same(
    { file, rule: 'playlist.frame-rate' },
    picture.editRate ?? '',
    readText(picture.element, 'FrameRate'),
  );
  if (sound === null) return;
  findings.same({ file, rule: 'playlist.reel-duration' }, picture.duration, sound.duration);
  findings.same({ file, rule: 'playlist.reel-rate' }, picture.editRate ?? '', sound.editRate);
}

/** First and last frame of the content, without its own cut (RDD 52). */
function checkMarkers(
  { findings }: Checking,
  call: { file: string; markers: XmlElement | undefined; playlist: Playlist },
): void {
  const { file, markers, playlist } = call;
  const offsets = new Map(
    findChildren(child(markers, 'MarkerList'), 'Marker').map((marker) => [
      readText(marker, 'Label'),
      readText(marker, 'Offset'),
    ]),
  );
  findings.same({ file, rule: 'playlist.ffoc' }, 1, offsets.get('FFOC'));
  findings.same(
    { file, rule: 'playlist.lfoc' },
    (playlist.picture?.duration ?? Number.NaN) - 1,
    offsets.get('LFOC'),
  );
  for (const part of ['EntryPoint', 'Duration']) {
    if (readText(markers, part) === undefined) continue;
    const expected = `no ${part} in MainMarkers`;
    findings.add({
      file,
      rule: 'playlist.markers',
      expected,
      found: readText(markers, part) ?? '',
    });
  }
}

const mostTitleCharacters = 15;

/** Fields of the naming convention in order (ISDCF Document 9), for a 2K film of 1.85:1 with 5.1. */
const fields: readonly [name: string, expected: string, pattern: RegExp][] = [
  ['title', `1 to ${mostTitleCharacters} letters, digits, dashes`, /^[A-Za-z0-9-]{1,15}$/],
  ['content type', 'like PSA-1', /^[A-Z]{3}(-[A-Za-z0-9]+)*$/],
  ['aspect', 'F, S or C, with the picture in it', /^[FSC](-\d{3})?$/],
  ['language', 'like HI-XX or HI-hi', /^[A-Z]{2,3}(-[A-Za-z]{2,3})*$/],
  ['territory and rating', 'like IN or IN-U', /^[A-Z]{2,3}(-[A-Z0-9]{1,4})?$/],
  ['audio', '51, 71, 20 or MOS', /^(10|20|51|71|MOS)(-[A-Z0-9]+)*$/],
  ['resolution', '2K or 4K', /^[24]K$/],
  ['studio', '2 to 4 letters', /^[A-Z0-9]{2,4}$/],
  ['date', 'like 20261125', /^\d{8}$/],
  ['facility', '2 to 4 letters', /^[A-Z0-9]{2,4}$/],
  ['standard', 'SMPTE', /^SMPTE(-3D)?$/],
  ['package type', 'OV', /^(OV|VF)(-\d+)?$/],
];

const kindOfType: Record<string, string> = {
  PSA: 'psa',
  ADV: 'advertisement',
  TLR: 'trailer',
  TST: 'test',
  SHR: 'short',
  FTR: 'feature',
};

/** The composition's name, and what it says against the playlist. */
export function checkName(
  findings: Findings,
  file: string,
  { title, kind, issueDate }: { title: string; kind: string; issueDate: string },
): void {
  const parts = title.split('_');
  const rule = 'playlist.name';
  if (parts.length !== fields.length) {
    const expected = `${fields.length} fields between underscores`;
    findings.add({ file, rule, expected, found: title === '' ? 'nothing' : title });
    return;
  }
  for (const [at, [name, expected, pattern]] of fields.entries()) {
    const found = parts[at] ?? '';
    if (!pattern.test(found)) findings.add({ file, rule, expected: `${name}: ${expected}`, found });
  }
  const [, type = '', , , , , , , date = ''] = parts;
  const due = kindOfType[type.slice(0, 3)];
  if (due !== undefined) findings.same({ file, rule: 'playlist.name-kind' }, due, kind);
  const said = issueDate.slice(0, 10).replaceAll('-', '');
  findings.same({ file, rule: 'playlist.name-date' }, said, date);
}
