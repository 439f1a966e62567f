import { leqM } from '../../../../radio/leq-m.ts';
import { isLabel, labels } from '../mxf-names.ts';
import { type MetadataSet, readRational } from '../mxf-reader.ts';
import type { PackageFiles } from '../package-files-fs.ts';
import { type CheckedTrack, findSets, readHex, readNumber } from './track-rules.ts';

const bits = 24;
const sampleRate = 48_000;
const mostChannels = 16;
/** SAWA, TASA and many cinemas' intake lists. */
const mostLeqM = 82;

/** Channels of ST 428-12: the last octets of their label, how loud the hall plays them (SMPTE RP 200). */
const channels: Record<string, { label: string; referenceDb: number }> = {
  chL: { label: '0302010100000000', referenceDb: 85 },
  chR: { label: '0302010200000000', referenceDb: 85 },
  chC: { label: '0302010300000000', referenceDb: 85 },
  chLFE: { label: '0302010400000000', referenceDb: 95 },
  chLs: { label: '0302010500000000', referenceDb: 82 },
  chRs: { label: '0302010600000000', referenceDb: 82 },
};
const soundfields: Record<string, string> = { sg51: '0302020100000000' };

/** A channel as the track file labels it. */
export interface Labelled {
  number: number | null;
  symbol: string;
  linkId: string;
}

/** Sound track: format, samples a frame, labels, loudness (ST 429-3; ST 428-2; ST 377-4; ClairMeta's `sound` checks). */
export function checkSound(checked: CheckedTrack, files: PackageFiles): Labelled[] {
  const { findings, file, track, played } = checked;
  const [descriptor] = findSets(track, 'WaveAudioDescriptor');
  const same = (rule: string, expected: string | number, found: string | number | null) =>
    findings.same({ file, rule: `sound.${rule}` }, expected, found);
  const count = readNumber(descriptor, 'ChannelCount') ?? 0;
  same('rate', `${sampleRate} 1`, readRational(descriptor?.properties.get('AudioSamplingRate')));
  same('bits', bits, readNumber(descriptor, 'QuantizationBits'));
  if (count < 2 || count > mostChannels || count % 2 !== 0) {
    const expected = `an even number up to ${mostChannels}`;
    findings.add({ file, rule: 'sound.channels', expected, found: String(count) });
  }
  const align = (count * bits) / 8;
  same('block-align', align, readNumber(descriptor, 'BlockAlign'));
  same('average-bytes', align * sampleRate, readNumber(descriptor, 'AvgBps'));
  const perFrame = sampleRate / Number((played.editRate ?? '').split(' ')[0]);
  for (const [frame, { length }] of track.essence.entries()) {
    same('samples', `${perFrame} in frame ${frame}`, `${length / align} in frame ${frame}`);
  }
  const assignment = readHex(descriptor, 'ChannelAssignment');
  const { wildTrackFormat, mcaAssignment } = labels;
  if (![wildTrackFormat, mcaAssignment].some((label) => isLabel(assignment, label))) {
    findings.add({ file, rule: 'sound.assignment', expected: wildTrackFormat, found: assignment });
  }
  const labelled = checkLabels(checked, count);
  checkLoudness(checked, { files, labelled, count });
  return labelled;
}

/** One soundfield, one label a channel, each of that soundfield and in one language (ST 377-4; ST 428-12; RDD 52). */
function checkLabels({ findings, file, track }: CheckedTrack, count: number): Labelled[] {
  const groups = findSets(track, 'SoundfieldGroupLabelSubDescriptor');
  const [group] = groups;
  findings.same(
    { file, rule: 'sound.soundfield' },
    'sg51 once',
    `${textIn(group, 'MCATagSymbol')} ${groups.length === 1 ? 'once' : groups.length}`,
  );
  const sets = findSets(track, 'AudioChannelLabelSubDescriptor');
  const numbers = sets.map((set) => readNumber(set, 'MCAChannelID'));
  const due = Array.from({ length: count }, (_, index) => index + 1).join(' ');
  findings.same({ file, rule: 'sound.channel-labels' }, due, numbers.sort(byNumber).join(' '));
  const language = readHex(group, 'RFC5646SpokenLanguage');
  for (const set of [...sets, ...groups]) {
    const symbol = textIn(set, 'MCATagSymbol');
    const label = channels[symbol]?.label ?? soundfields[symbol] ?? 'a label of ST 428-12';
    const found = `${readHex(set, 'MCALabelDictionaryID').slice(16)} for ${symbol}`;
    findings.same({ file, rule: 'sound.label-dictionary' }, `${label} for ${symbol}`, found);
    findings.same(
      { file, rule: 'sound.label-language' },
      language,
      readHex(set, 'RFC5646SpokenLanguage'),
    );
    if (set === group) continue;
    const link = readHex(set, 'SoundfieldGroupLinkID');
    findings.same({ file, rule: 'sound.soundfield-link' }, readHex(group, 'MCALinkID'), link);
  }
  return [...groups, ...sets].map((set) => ({
    number: readNumber(set, 'MCAChannelID'),
    symbol: textIn(set, 'MCATagSymbol'),
    linkId: readHex(set, 'MCALinkID'),
  }));
}

const byNumber = (a: number | null, b: number | null) => (a ?? 0) - (b ?? 0);

function textIn(set: MetadataSet | undefined, property: string): string {
  const value = set?.properties.get(property);
  return value === undefined ? 'nothing' : Buffer.from(value).swap16().toString('utf16le');
}

function checkLoudness(
  { findings, file, track }: CheckedTrack,
  { files, labelled, count }: { files: PackageFiles; labelled: readonly Labelled[]; count: number },
): void {
  const align = (count * bits) / 8;
  const frames = track.essence.map(({ valueAt, length }) => files.read(file, valueAt, length));
  const bytes = Buffer.concat(frames);
  if (align === 0) return;
  const length = Math.floor(bytes.length / align);
  const hall = labelled.flatMap(({ number, symbol }) => {
    const channel = channels[symbol];
    if (channel === undefined || number === null || number > count) return [];
    const at = ((number - 1) * bits) / 8;
    const samples = Float32Array.from(
      { length },
      (_, index) => bytes.readIntLE(index * align + at, 3) / 2 ** 23,
    );
    return [{ samples, referenceDb: channel.referenceDb }];
  });
  const loud = leqM(hall, sampleRate);
  if (loud <= mostLeqM) return;
  const expected = `at most ${mostLeqM} dB Leq(m)`;
  findings.add({ file, rule: 'sound.loudness', expected, found: `${loud.toFixed(1)} dB` });
}
