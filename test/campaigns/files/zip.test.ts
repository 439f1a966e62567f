import { crc32 } from 'node:zlib';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { zipContent } from '../../../campaigns/files/district-zip.ts';
import { planZip, type ZipPlan } from '../../../campaigns/files/zip.ts';

const files = [
  { name: 'README.txt', data: Buffer.from('पढ़ें\r\n') },
  { name: 'lucknow/हजरतगंज.pdf', data: Buffer.from('%PDF-1.6 '.repeat(500)) },
  { name: 'lucknow/empty.pdf', data: Buffer.alloc(0) },
];
const plan = planZip(
  files.map(({ name, data }) => ({ name, bytes: data.length, crc32: crc32(data) })),
);
const archive = Buffer.concat(
  plan.pieces.map((piece) =>
    piece.kind === 'frame' ? piece.data : (files[piece.index]?.data ?? Buffer.alloc(0)),
  ),
);

describe('an archive', () => {
  test('is as long as its plan says', () => {
    expect(archive.length).toBe(plan.bytes);
    expect(plan.pieces.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(plan.bytes);
  });

  test('opens with its names and contents', () => {
    const opened = unzipSync(archive);
    expect(Object.keys(opened)).toEqual(files.map(({ name }) => name));
    for (const { name, data } of files) expect(Buffer.from(opened[name] ?? [])).toEqual(data);
  });
});

/** Bytes of an archive's own, joined; entries left out. */
function frames({ pieces }: ZipPlan): Buffer {
  return Buffer.concat(pieces.flatMap((piece) => (piece.kind === 'frame' ? [piece.data] : [])));
}

describe('an archive that outgrows 32 bits', () => {
  const giga = 2 ** 30;
  const large = planZip([
    { name: 'a.pdf', bytes: 3 * giga, crc32: 1 },
    { name: 'b.pdf', bytes: 3 * giga, crc32: 2 },
    { name: 'c.pdf', bytes: 5 * giga, crc32: 3 },
  ]);

  test('counts its length in full', () => {
    expect(large.bytes).toBe(11 * giga + frames(large).length);
  });

  test('says where its directory and its far entries begin in 64 bits', () => {
    const bytes = frames(large);
    const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
    expect(bytes.readUInt32LE(end + 16)).toBe(0xffffffff);
    const locator = bytes.lastIndexOf(Buffer.from('PK\x06\x07', 'latin1'));
    const record = bytes.lastIndexOf(Buffer.from('PK\x06\x06', 'latin1'));
    expect(Number(bytes.readBigUInt64LE(locator + 8))).toBe(11 * giga + record);
    const directory = Number(bytes.readBigUInt64LE(record + 48)) - 11 * giga;
    expect(bytes.toString('latin1', directory, directory + 4)).toBe('PK\x01\x02');
    expect(Number(bytes.readBigUInt64LE(record + 32))).toBe(3);
    const last = bytes.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
    const extra = last + 46 + 'c.pdf'.length;
    expect(bytes.readUInt16LE(extra)).toBe(1);
    expect(Number(bytes.readBigUInt64LE(extra + 4))).toBe(5 * giga);
    expect(Number(bytes.readBigUInt64LE(extra + 20))).toBeGreaterThan(6 * giga);
  });

  test('has the usual short form below that', () => {
    expect(archive.includes(Buffer.from('PK\x06\x06', 'latin1'))).toBe(false);
  });
});

test('a district archive holds the job ticket first, then press files by place, and no pictures', () => {
  const file = (path: string, station: string | null, format = 'pdf') => {
    return { district: 'agra', station, artwork: 'board', format, path };
  };
  const content = zipContent([
    file('agra/etmadpur/agra-etmadpur-board.pdf', 'etmadpur'),
    file('agra/achhnera/agra-achhnera-board.pdf', 'achhnera'),
    file('agra/achhnera/board-480.png', 'achhnera', 'png'),
    file('agra/agra-job-ticket.pdf', null),
    file('agra/agra.zip', null, 'zip'),
  ]);
  expect(content.map(({ name }) => name)).toEqual([
    'agra/agra-job-ticket.pdf',
    'agra/agra-achhnera-board-press.pdf',
    'agra/agra-etmadpur-board-press.pdf',
  ]);
});
