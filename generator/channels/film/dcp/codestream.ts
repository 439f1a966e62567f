/** Markers of ISO/IEC 15444-1, Table A.2. */
const marker = { soc: 0xff4f, siz: 0xff51, cod: 0xff52, qcd: 0xff5c, sot: 0xff90, eoc: 0xffd9 };

/** Coded bytes of a picture of 24 a second at 250 Mbit/s, the most that a projector must take (DCI DCSS 4.3.3). */
export const mostFrameBytes = 1_302_083;

export interface CodestreamHeader {
  width: number;
  height: number;
  /** Parameters of the segments without marker and length, as ST 422 repeats them in the descriptor. */
  siz: Buffer;
  cod: Buffer;
  qcd: Buffer;
}

/** Length of the codestream at the start of the bytes; null while its end has not come. */
export function codestreamLength(bytes: Buffer): number | null {
  if (bytes.length < 2) return null;
  if (bytes.readUInt16BE(0) !== marker.soc) {
    throw new Error(`Expected a JPEG 2000 codestream, got ${bytes.toString('hex', 0, 2)}`);
  }
  let at = 2;
  while (at + 2 <= bytes.length) {
    const found = bytes.readUInt16BE(at);
    if (found === marker.eoc) return at + 2;
    if (at + 12 > bytes.length) return null;
    // Psot: the tile-part's length from its marker on.
    at += found === marker.sot ? bytes.readUInt32BE(at + 6) : 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

/** Reads the main header, up to the first tile-part. */
export function readCodestreamHeader(bytes: Buffer): CodestreamHeader {
  const segments = new Map<number, Buffer>();
  for (let at = 2; bytes.readUInt16BE(at) !== marker.sot; ) {
    const length = bytes.readUInt16BE(at + 2);
    segments.set(bytes.readUInt16BE(at), bytes.subarray(at + 4, at + 2 + length));
    at += 2 + length;
  }
  const segment = (name: 'siz' | 'cod' | 'qcd') => {
    const found = segments.get(marker[name]);
    if (found === undefined) throw new Error(`Expected ${name.toUpperCase()} in the codestream`);
    return Buffer.from(found);
  };
  const siz = segment('siz');
  return {
    width: siz.readUInt32BE(2) - siz.readUInt32BE(10),
    height: siz.readUInt32BE(6) - siz.readUInt32BE(14),
    siz,
    cod: segment('cod'),
    qcd: segment('qcd'),
  };
}
