import { crc32, deflateSync } from 'node:zlib';

/** A picture of palette indexes; each row begins with the byte of PNG's filter "none". */
export interface Indexed {
  width: number;
  height: number;
  /** Rows of `width + 1` bytes. */
  rows: Uint8Array;
  /** Three bytes a colour, at most 256 of them. */
  palette: Uint8Array;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Measured on board and pamphlet: level 5 takes a fifth longer for 3 % fewer bytes, 6 twice as long for 4 %, 9 twenty times for 12 %. */
const level = 4;

/** Writes an indexed PNG (PNG 3rd edition, colour type 3, 8 bits). */
export function writePng({ width, height, rows, palette }: Indexed): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    ...chunk('IHDR', header),
    ...chunk('PLTE', palette),
    ...chunk('IDAT', deflateSync(rows, { level, memLevel: 9 })),
    ...chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Uint8Array): Uint8Array[] {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length, 0);
  head.write(name, 4, 'latin1');
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(data, crc32(head.subarray(4))), 0);
  return [head, data, tail];
}
