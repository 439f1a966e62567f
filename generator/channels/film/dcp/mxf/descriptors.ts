import type { CodestreamHeader } from '../codestream.ts';
import { makeUuid } from '../uuid.ts';
import { type LocalSet, makeSet, referTo } from './local-set.ts';
import {
  audioLabels,
  batch,
  containers,
  iso7,
  jpeg2000Cinema2k,
  rational,
  setKeys,
  u8,
  u16,
  u32,
  utf16,
  uuid,
  wildTrackFormat,
} from './values.ts';

/** A descriptor and what it refers to; duration, rate and track are added with those of the file. */
export interface Descriptors {
  descriptor: LocalSet;
  subDescriptors: readonly LocalSet[];
}

/**
 * Descriptors of a JPEG 2000 picture track (ST 429-4, 8 and ST 422, 7): twelve bits of X′, Y′ and Z′.
 * @param fileId the track file's id, from which the sets' own ids are made
 */
export function pictureDescriptors(fileId: string, coded: CodestreamHeader): Descriptors {
  const { width, height, siz, cod, qcd } = coded;
  const sub = makeSet([fileId, 'jpeg2000SubDescriptor'], {
    rsize: siz.subarray(0, 2),
    xsize: siz.subarray(2, 6),
    ysize: siz.subarray(6, 10),
    xOsize: siz.subarray(10, 14),
    yOsize: siz.subarray(14, 18),
    xTsize: siz.subarray(18, 22),
    yTsize: siz.subarray(22, 26),
    xTOsize: siz.subarray(26, 30),
    yTOsize: siz.subarray(30, 34),
    csize: siz.subarray(34, 36),
    // Depth and steps of each component, three bytes each.
    pictureComponentSizing: Buffer.concat([u32(siz.readUInt16BE(34)), u32(3), siz.subarray(36)]),
    codingStyleDefault: cod,
    quantizationDefault: qcd,
  });
  const descriptor = makeSet([fileId, 'rgbaDescriptor'], {
    subDescriptors: referTo([sub]),
    essenceContainer: containers.picture,
    frameLayout: u8(0),
    storedWidth: u32(width),
    storedHeight: u32(height),
    aspectRatio: rational(width, height),
    videoLineMap: batch([u32(0), u32(0)]),
    pictureEssenceCoding: jpeg2000Cinema2k,
    componentMaxRef: u32(4095),
    componentMinRef: u32(0),
    // X, Y and Z by ST 377-1, G.2.40, twelve bits each.
    pixelLayout: Buffer.from('d80cd90cda0c00000000000000000000', 'hex'),
  });
  return { descriptor, subDescriptors: [sub] };
}

/** Channels of 5.1 in the order of ST 428-12: their symbol is `ch` and this. */
export const channels51 = ['L', 'R', 'C', 'LFE', 'Ls', 'Rs'] as const;

const channelNames = {
  L: 'Left',
  R: 'Right',
  C: 'Center',
  LFE: 'LFE',
  Ls: 'Left Surround',
  Rs: 'Right Surround',
} as const;

export const soundFormat = { sampleRate: 48_000, bits: 24, channels: channels51.length } as const;
export const blockAlign = (soundFormat.channels * soundFormat.bits) / 8;

/** A label of the sound as CPL and track file both say it (ST 377-4; ST 428-12). */
export interface McaLabel {
  kind: 'soundfield' | 'channel';
  instanceId: string;
  dictionaryId: Buffer;
  linkId: string;
  symbol: string;
  name: string;
  /** From 1; null for the soundfield. */
  channel: number | null;
  soundfieldLinkId: string | null;
  language: string;
}

/** Labels of the 5.1 soundfield and of its six channels. */
export function mcaLabels(fileId: string, language: string): McaLabel[] {
  const makeLinkId = (symbol: string) => makeUuid(fileId, 'mca-link', symbol);
  const makeId = (symbol: string) => makeUuid(fileId, 'mca', symbol);
  const soundfield: McaLabel = {
    kind: 'soundfield',
    instanceId: makeId('sg51'),
    dictionaryId: audioLabels.soundfield51,
    linkId: makeLinkId('sg51'),
    symbol: 'sg51',
    name: '5.1',
    channel: null,
    soundfieldLinkId: null,
    language,
  };
  const each = channels51.map((channel, index): McaLabel => {
    const symbol = `ch${channel}`;
    return {
      kind: 'channel',
      instanceId: makeId(symbol),
      dictionaryId: audioLabels[channel],
      linkId: makeLinkId(symbol),
      symbol,
      name: channelNames[channel],
      channel: index + 1,
      soundfieldLinkId: soundfield.linkId,
      language,
    };
  });
  return [soundfield, ...each];
}

/** Descriptors of a 5.1 sound track (ST 429-3; ST 382, Annex; ST 377-4). */
export function soundDescriptors(fileId: string, labels: readonly McaLabel[]): Descriptors {
  const subDescriptors = labels.map(labelSet);
  const descriptor = makeSet([fileId, 'waveAudioDescriptor'], {
    subDescriptors: referTo(subDescriptors),
    essenceContainer: containers.sound,
    audioSamplingRate: rational(soundFormat.sampleRate, 1),
    locked: u8(1),
    channelCount: u32(soundFormat.channels),
    quantizationBits: u32(soundFormat.bits),
    blockAlign: u16(blockAlign),
    averageBytesPerSecond: u32(blockAlign * soundFormat.sampleRate),
    channelAssignment: wildTrackFormat,
  });
  return { descriptor, subDescriptors };
}

function labelSet(label: McaLabel): LocalSet {
  const { channel, soundfieldLinkId } = label;
  return {
    key: label.kind === 'soundfield' ? setKeys.soundfieldGroupLabel : setKeys.audioChannelLabel,
    id: label.instanceId,
    items: {
      instanceUid: uuid(label.instanceId),
      mcaLabelDictionaryId: label.dictionaryId,
      mcaLinkId: uuid(label.linkId),
      mcaTagSymbol: utf16(label.symbol),
      mcaTagName: utf16(label.name),
      ...(channel === null ? {} : { mcaChannelId: u32(channel) }),
      spokenLanguage: iso7(label.language),
      ...(soundfieldLinkId === null ? {} : { soundfieldGroupLinkId: uuid(soundfieldLinkId) }),
    },
  };
}
