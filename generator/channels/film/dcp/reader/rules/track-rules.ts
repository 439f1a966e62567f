import type { Findings } from '../findings.ts';
import { isLabel, keys, labels } from '../mxf-names.ts';
import { type MetadataSet, readBatch, readRational, type TrackFile } from '../mxf-reader.ts';
import type { PlayedTrack } from './composition-rules.ts';

export type Kind = 'picture' | 'sound';

export interface CheckedTrack {
  findings: Findings;
  file: string;
  kind: Kind;
  track: TrackFile;
  played: PlayedTrack;
}

/** Rules for both kinds of track files (ST 429-3; ST 390; ST 377-1): asdcplib's reader stops at most of their faults. */
export function checkTrack(checked: CheckedTrack): void {
  checkPartitions(checked);
  checkReferences(checked);
  checkIdentity(checked);
  checkDurations(checked);
  checkIndex(checked);
}

export function findSets({ sets }: TrackFile, name: string): MetadataSet[] {
  return [...sets.values()].filter((set) => set.name === name);
}

/** A property of one, two, four or eight bytes. */
export function readNumber(set: MetadataSet | undefined, property: string): number | null {
  const value = set?.properties.get(property);
  return value === undefined || value.length === 0 ? null : Number(`0x${value.toString('hex')}`);
}

export function readHex(set: MetadataSet | undefined, property: string): string {
  return set?.properties.get(property)?.toString('hex') ?? 'nothing';
}

function checkPartitions({ findings, file, kind, track }: CheckedTrack): void {
  const { partitions, randomIndex, essence } = track;
  const { header, body, footer } = partitions;
  findings.same(
    { file, rule: 'mxf.random-index' },
    `0@0 ${body.bodySid}@${body.at} 0@${footer.at}`,
    randomIndex.join(' '),
  );
  findings.same({ file, rule: 'mxf.body-stream' }, 1, body.bodySid);
  const container = kind === 'picture' ? labels.pictureContainer : labels.soundContainer;
  let previous = 0;
  for (const [name, pack] of Object.entries(partitions)) {
    findings.same({ file, rule: 'mxf.partition-kind' }, `closed complete ${name}`, pack.name);
    findings.same({ file, rule: 'mxf.this-partition' }, pack.at, pack.thisPartition);
    findings.same({ file, rule: 'mxf.previous-partition' }, previous, pack.previousPartition);
    findings.same({ file, rule: 'mxf.footer-partition' }, footer.at, pack.footerPartition);
    checkLabel(
      { findings, file, rule: 'mxf.operational-pattern' },
      labels.opAtom,
      pack.operationalPattern,
    );
    if (!pack.essenceContainers.some((label) => isLabel(label, container))) {
      const found = pack.essenceContainers.join(' ');
      findings.add({ file, rule: 'mxf.essence-containers', expected: container, found });
    }
    previous = pack.at;
  }
  findings.same({ file, rule: 'mxf.header-bytes' }, body.at - header.end, header.headerByteCount);
  const element = kind === 'picture' ? keys.pictureElement : keys.soundElement;
  for (const [frame, { key }] of essence.entries()) {
    if (isLabel(key, element)) continue;
    findings.add({
      file,
      rule: 'mxf.essence-key',
      expected: element,
      found: `${key} of frame ${frame}`,
    });
  }
}

function checkLabel(
  at: { findings: Findings; file: string; rule: string },
  due: string,
  found: string,
): void {
  if (!isLabel(found, due)) at.findings.add({ file: at.file, rule: at.rule, expected: due, found });
}

const references = ['ContentStorage', 'PrimaryPackage', 'Sequence', 'Descriptor'];
const referenceBatches = [
  ...['Identifications', 'Packages', 'EssenceContainerData', 'Tracks'],
  ...['StructuralComponents', 'SubDescriptors'],
];

/** Every set that another refers to is there (ST 377-1, 9.4). */
function checkReferences({ findings, file, track }: CheckedTrack): void {
  for (const { name, properties } of track.sets.values()) {
    const refer = (property: string, target: Buffer) => {
      const id = target.toString('hex');
      if (track.sets.has(id)) return;
      const expected = `the set that ${property} of ${name} refers to`;
      findings.add({ file, rule: 'mxf.references', expected, found: `none of id ${id}` });
    };
    for (const property of references) {
      const value = properties.get(property);
      if (value !== undefined) refer(property, value);
    }
    for (const property of referenceBatches) {
      for (const item of readBatch(properties.get(property) ?? Buffer.alloc(0)))
        refer(property, item);
    }
  }
}

/** The file package's UMID carries the id that playlist and asset map say (ST 429-3; ST 429-6). */
function checkIdentity({ findings, file, kind, track, played }: CheckedTrack): void {
  const [source] = findSets(track, 'SourcePackage');
  const umid = readHex(source, 'PackageUID');
  findings.same(
    { file, rule: 'mxf.asset-id' },
    (played.id ?? '').replaceAll('-', ''),
    umid.slice(32),
  );
  const [container] = findSets(track, 'EssenceContainerData');
  findings.same({ file, rule: 'mxf.linked-package' }, umid, readHex(container, 'LinkedPackageUID'));
  const clips = findSets(track, 'SourceClip').map((clip) => readHex(clip, 'SourcePackageID'));
  if (!clips.includes(umid)) {
    const found = clips.join(' ');
    findings.add({ file, rule: 'mxf.source-clip', expected: umid, found });
  }
  const element = kind === 'picture' ? keys.pictureElement : keys.soundElement;
  const numbers = findSets(track, 'Track').map((each) => readHex(each, 'TrackNumber'));
  if (!numbers.includes(element.slice(24))) {
    const found = numbers.join(' ');
    findings.add({ file, rule: 'mxf.track-number', expected: element.slice(24), found });
  }
  const [preface] = findSets(track, 'Preface');
  const pattern = readHex(preface, 'OperationalPattern');
  checkLabel({ findings, file, rule: 'mxf.operational-pattern' }, labels.opAtom, pattern);
  const definition = kind === 'picture' ? labels.pictureDefinition : labels.soundDefinition;
  const definitions = findSets(track, 'SourceClip').map((clip) => readHex(clip, 'DataDefinition'));
  for (const found of definitions) {
    checkLabel({ findings, file, rule: 'mxf.data-definition' }, definition, found);
  }
}

/** One duration and one rate in the header, in the index, in the body and in the playlist. */
function checkDurations({ findings, file, kind, track, played }: CheckedTrack): void {
  const duration = track.essence.length;
  for (const name of ['Sequence', 'SourceClip', 'TimecodeComponent']) {
    for (const set of findSets(track, name)) {
      findings.same(
        { file, rule: 'mxf.duration' },
        `${duration} in ${name}`,
        `${readNumber(set, 'Duration')} in ${name}`,
      );
    }
  }
  const [descriptor] = findSets(
    track,
    kind === 'picture' ? 'RGBAEssenceDescriptor' : 'WaveAudioDescriptor',
  );
  findings.same(
    { file, rule: 'mxf.container-duration' },
    duration,
    readNumber(descriptor, 'ContainerDuration'),
  );
  findings.same({ file, rule: 'playlist.intrinsic-duration' }, duration, played.intrinsicDuration);
  const rate = played.editRate ?? '';
  findings.same(
    { file, rule: 'mxf.sample-rate' },
    rate,
    readRational(descriptor?.properties.get('SampleRate')),
  );
  for (const set of findSets(track, 'Track')) {
    findings.same(
      { file, rule: 'mxf.edit-rate' },
      rate,
      readRational(set.properties.get('EditRate')),
    );
  }
  const container = kind === 'picture' ? labels.pictureContainer : labels.soundContainer;
  checkLabel(
    { findings, file, rule: 'mxf.descriptor-container' },
    container,
    readHex(descriptor, 'EssenceContainer'),
  );
}

/** The index leads to each packet (ST 377-1, 11). */
function checkIndex({ findings, file, track, played }: CheckedTrack): void {
  const { index, essence, partitions } = track;
  const covered = index.reduce((sum, { duration }) => sum + duration, 0);
  findings.same({ file, rule: 'mxf.index-duration' }, essence.length, covered);
  for (const { editRate } of index) {
    findings.same({ file, rule: 'mxf.index-rate' }, played.editRate ?? '', editRate);
  }
  for (const [frame, packet] of essence.entries()) {
    const segment = index.find(({ start, duration }) => frame >= start && frame < start + duration);
    const said =
      segment === undefined || segment.bytesPerUnit === 0
        ? segment?.offsets[frame - segment.start]
        : frame * segment.bytesPerUnit;
    const due = packet.at - partitions.body.end;
    findings.same(
      { file, rule: 'mxf.index' },
      `${due} for frame ${frame}`,
      `${said} for frame ${frame}`,
    );
  }
}
