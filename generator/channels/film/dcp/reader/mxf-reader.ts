import { Unreadable } from './findings.ts';
import { indexTags, isLabel, keys, partitionName, propertyName, setName } from './mxf-names.ts';

/** Reads a piece of the file. */
export type ReadAt = (at: number, length: number) => Buffer;

export interface Packet {
  key: string;
  at: number;
  valueAt: number;
  length: number;
}

export interface PartitionPack {
  name: string;
  at: number;
  thisPartition: number;
  previousPartition: number;
  footerPartition: number;
  headerByteCount: number;
  indexByteCount: number;
  indexSid: number;
  bodySid: number;
  operationalPattern: string;
  essenceContainers: readonly string[];
  /** First byte behind it. */
  end: number;
}

export interface MetadataSet {
  name: string;
  properties: ReadonlyMap<string, Buffer>;
}

export interface IndexSegment {
  editRate: string;
  start: number;
  duration: number;
  bytesPerUnit: number;
  offsets: readonly number[];
}

export interface TrackFile {
  partitions: { header: PartitionPack; body: PartitionPack; footer: PartitionPack };
  /** `stream@offset` of each partition, as the random index pack says. */
  randomIndex: readonly string[];
  sets: ReadonlyMap<string, MetadataSet>;
  index: readonly IndexSegment[];
  /** Packets of the body, fill left out. */
  essence: readonly Packet[];
}

/** Key and length of a packet; a length must be of the long form, others D-cinema's readers refuse. */
export function readPacket(read: ReadAt, at: number): Packet {
  const head = read(at, 25);
  const first = head[16] ?? 0;
  if (first < 0x81 || first > 0x88) {
    const found = `${head.toString('hex', 16, 17)} at byte ${at + 16}`;
    throw new Unreadable('mxf.length-form', 'a BER length of the long form (81 to 88)', found);
  }
  const lengthBytes = first & 0x0f;
  const length = Number(`0x${head.toString('hex', 17, 17 + lengthBytes)}`);
  return { key: head.toString('hex', 0, 16), at, valueAt: at + 17 + lengthBytes, length };
}

/**
 * Reads partitions, header metadata, index and the body's packets of a track file.
 * @throws Unreadable where its structure ends
 */
export function readTrackFile(read: ReadAt, bytes: number): TrackFile {
  const randomIndex = readRandomIndex(read, bytes);
  const [headerAt, bodyAt, footerAt] = randomIndex.map(({ offset }) => offset);
  if (randomIndex.length !== 3 || bodyAt === undefined || footerAt === undefined) {
    const found = `${randomIndex.length}`;
    throw new Unreadable('mxf.partitions', 'three partitions in the random index pack', found);
  }
  const header = readPartition(read, headerAt ?? 0);
  const body = readPartition(read, bodyAt);
  const footer = readPartition(read, footerAt);
  const metadata = packets(read, header.end, header.end + header.headerByteCount);
  const [first] = metadata;
  if (first === undefined || !isLabel(first.key, keys.primer)) {
    throw new Unreadable('mxf.primer', 'the primer first in the header', first?.key ?? 'nothing');
  }
  const primer = readPrimer(read(first.valueAt, first.length));
  const sets = new Map<string, MetadataSet>();
  for (const packet of metadata) {
    const name = setName(packet.key);
    if (name === undefined) continue;
    const properties = readSet(read(packet.valueAt, packet.length), primer, name);
    sets.set(properties.get('InstanceUID')?.toString('hex') ?? `at ${packet.at}`, {
      name,
      properties,
    });
  }
  const index = packets(read, footer.end, footer.end + footer.indexByteCount)
    .filter(({ key }) => isLabel(key, keys.indexSegment))
    .map(({ valueAt, length }) => readIndexSegment(read(valueAt, length), primer));
  return {
    partitions: { header, body, footer },
    randomIndex: randomIndex.map(({ sid, offset }) => `${sid}@${offset}`),
    sets,
    index,
    essence: packets(read, body.end, footer.at),
  };
}

function packets(read: ReadAt, from: number, to: number): Packet[] {
  const found: Packet[] = [];
  for (let at = from; at < to; ) {
    const packet = readPacket(read, at);
    at = packet.valueAt + packet.length;
    if (at > to) {
      throw new Unreadable('mxf.packets', `a packet that ends by byte ${to}`, `its end at ${at}`);
    }
    if (!isLabel(packet.key, keys.fill)) found.push(packet);
  }
  return found;
}

function readRandomIndex(read: ReadAt, bytes: number): { sid: number; offset: number }[] {
  const length = read(bytes - 4, 4).readUInt32BE();
  const at = bytes - length;
  const rule = 'mxf.random-index';
  if (at < 0) throw new Unreadable(rule, 'the length of the random index pack', String(length));
  const key = read(at, 16).toString('hex');
  if (!isLabel(key, keys.randomIndex)) {
    throw new Unreadable(rule, 'the random index pack at the end', key);
  }
  const packet = readPacket(read, at);
  const pairs = read(packet.valueAt, packet.length - 4);
  return Array.from({ length: Math.floor(pairs.length / 12) }, (_, index) => ({
    sid: pairs.readUInt32BE(index * 12),
    offset: Number(pairs.readBigUInt64BE(index * 12 + 4)),
  }));
}

function readPartition(read: ReadAt, at: number): PartitionPack {
  const key = read(at, 16).toString('hex');
  const name = partitionName(key);
  if (name === undefined) throw new Unreadable('mxf.partitions', `a partition at byte ${at}`, key);
  const { valueAt, length } = readPacket(read, at);
  const value = read(valueAt, length);
  const u64 = (offset: number) => Number(value.readBigUInt64BE(offset));
  return {
    name,
    at,
    thisPartition: u64(8),
    previousPartition: u64(16),
    footerPartition: u64(24),
    headerByteCount: u64(32),
    indexByteCount: u64(40),
    indexSid: value.readUInt32BE(48),
    bodySid: value.readUInt32BE(60),
    operationalPattern: value.toString('hex', 64, 80),
    essenceContainers: readBatch(value.subarray(80)).map((item) => item.toString('hex')),
    end: valueAt + length,
  };
}

/** Names of properties by their local tag. */
function readPrimer(value: Buffer): Map<number, string> {
  return new Map(
    readBatch(value).map((item) => {
      const label = item.toString('hex', 2);
      return [item.readUInt16BE(0), propertyName(label) ?? label];
    }),
  );
}

function readSet(value: Buffer, primer: Map<number, string>, set: string): Map<string, Buffer> {
  const properties = new Map<string, Buffer>();
  for (let at = 0; at + 4 <= value.length; ) {
    const tag = value.readUInt16BE(at);
    const length = value.readUInt16BE(at + 2);
    const name = primer.get(tag);
    if (name === undefined) {
      const found = `tag ${tag.toString(16)} of ${set}`;
      throw new Unreadable('mxf.primer', 'every local tag in the primer', found);
    }
    properties.set(name, value.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return properties;
}

function readIndexSegment(value: Buffer, primer: Map<number, string>): IndexSegment {
  const tags = new Map([...indexTags, ...primer]);
  const properties = readSet(value, tags, 'IndexTableSegment');
  const number = (name: string) => Number(`0x${properties.get(name)?.toString('hex') || '0'}`);
  const entries = properties.get('IndexEntryArray');
  return {
    editRate: readRational(properties.get('IndexEditRate')),
    start: number('IndexStartPosition'),
    duration: number('IndexDuration'),
    bytesPerUnit: number('EditUnitByteCount'),
    offsets: entries === undefined ? [] : readBatch(entries).map(readOffset),
  };
}

const readOffset = (entry: Buffer) => Number(entry.readBigUInt64BE(3));

/** Items of an array or batch. */
export function readBatch(value: Buffer): Buffer[] {
  if (value.length < 8) return [];
  const count = value.readUInt32BE(0);
  const length = value.readUInt32BE(4);
  return Array.from({ length: count }, (_, index) =>
    value.subarray(8 + index * length, 8 + (index + 1) * length),
  );
}

/** `24 1`, as a playlist writes it. */
export function readRational(value: Buffer | undefined): string {
  return value?.length === 8 ? `${value.readUInt32BE(0)} ${value.readUInt32BE(4)}` : 'nothing';
}
