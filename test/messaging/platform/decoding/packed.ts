import { constants, deflateRawSync } from 'node:zlib';

const mebibyte = 1024 ** 2;

/** Bytes that inflate to so many megabytes of one byte, made without them: about a thousandth as long. */
export function deflatedRaw(megabytes: number, byte = 0): Buffer {
  const piece = deflateRawSync(Buffer.alloc(mebibyte, byte), {
    finishFlush: constants.Z_FULL_FLUSH,
  });
  return Buffer.concat([
    ...Array.from({ length: megabytes }, () => piece),
    deflateRawSync(Buffer.alloc(0)),
  ]);
}

/** The same as zlib's own form, as PDF has it; its sum is wrong, which nobody reaches. */
export function deflated(megabytes: number, byte = 0): Buffer {
  return Buffer.concat([Buffer.from([0x78, 0x9c]), deflatedRaw(megabytes, byte), Buffer.alloc(4)]);
}

/** The same as gzip. */
export function gzipped(megabytes: number, byte = 0): Buffer {
  const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
  return Buffer.concat([head, deflatedRaw(megabytes, byte), Buffer.alloc(8)]);
}
