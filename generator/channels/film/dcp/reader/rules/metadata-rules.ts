import type { Findings } from '../findings.ts';
import type { TrackFile } from '../mxf-reader.ts';
import { child, findChildren, readText, uuidOfUrn } from '../xml-reader.ts';
import type { Playlist } from './composition-rules.ts';
import type { Labelled } from './sound-rules.ts';
import { findSets, readNumber } from './track-rules.ts';

const profile = 'SMPTE-RDD-52:2020-Bv2.1';

/** The playlist's metadata against the track files (ST 429-16; RDD 52). */
export function checkMetadata(
  findings: Findings,
  playlist: Playlist,
  found: { picture: TrackFile | null; sound: TrackFile | null; labelled: readonly Labelled[] },
): void {
  const { file, metadata } = playlist;
  if (metadata === undefined) {
    const expected = 'CompositionMetadataAsset';
    findings.add({ file, rule: 'metadata.asset', expected, found: 'none' });
    return;
  }
  const same = (rule: string, expected: string | number, value: string | undefined) =>
    findings.same({ file, rule: `metadata.${rule}` }, expected, value);
  if (!/^\d+$/.test(readText(metadata, 'VersionNumber') ?? '')) {
    same('version', 'a number', readText(metadata, 'VersionNumber') ?? 'nothing');
  }
  same('edit-rate', playlist.picture?.editRate ?? '', readText(metadata, 'EditRate'));
  same(
    'duration',
    playlist.picture?.intrinsicDuration ?? 0,
    readText(metadata, 'IntrinsicDuration'),
  );
  same('profile', profile, readProfile(playlist));
  const area = (name: string) =>
    ['Width', 'Height'].map((side) => Number(readText(metadata, name, side)));
  if (found.picture !== null) {
    const [descriptor] = findSets(found.picture, 'RGBAEssenceDescriptor');
    const width = readNumber(descriptor, 'StoredWidth');
    const height = readNumber(descriptor, 'StoredHeight');
    same('stored-area', `${width}×${height}`, area('MainPictureStoredArea').join('×'));
    const [activeWidth = 0, activeHeight = 0] = area('MainPictureActiveArea');
    const fits = activeWidth <= (width ?? 0) && activeHeight <= (height ?? 0);
    const even = activeWidth % 2 === 0 && activeHeight % 2 === 0;
    if (!fits || !even || !(activeWidth > 0 && activeHeight > 0)) {
      const expected = `even numbers within ${width}×${height}`;
      same('active-area', expected, `${activeWidth}×${activeHeight}`);
    }
  }
  if (found.sound !== null) {
    const [descriptor] = findSets(found.sound, 'WaveAudioDescriptor');
    const [configuration = '', order = ''] = (
      readText(metadata, 'MainSoundConfiguration') ?? ''
    ).split('/');
    same(
      'sound-configuration',
      `51 of ${readNumber(descriptor, 'ChannelCount')}`,
      `${configuration} of ${order.split(',').length}`,
    );
    same('sound-rate', '48000 1', readText(metadata, 'MainSoundSampleRate'));
    same('sound-labels', writeLabels(found.labelled), playlistLabels(playlist));
  }
}

function readProfile({ metadata }: Playlist): string | undefined {
  const list = findChildren(child(metadata, 'ExtensionMetadataList'), 'ExtensionMetadata');
  const own = list.find((each) => readText(each, 'Name') === 'Application');
  return readText(own, 'PropertyList', 'Property', 'Value');
}

function writeLabels(labelled: readonly Labelled[]): string {
  return labelled.map(({ symbol, linkId }) => `${symbol} ${linkId}`).join(', ');
}

function playlistLabels({ metadata }: Playlist): string {
  const labels = child(metadata, 'MCASubDescriptors')?.children ?? [];
  return labels
    .map((label) => {
      const id = uuidOfUrn(readText(label, 'MCALinkID')) ?? 'nothing';
      return `${readText(label, 'MCATagSymbol')} ${id.replaceAll('-', '')}`;
    })
    .join(', ');
}
