const signature = Buffer.from('ICC_PROFILE\0', 'latin1');
/** A marker segment holds 65,533 bytes, signature and numbering included (ICC.1, annex B.4). */
const chunkBytes = 65_533 - signature.length - 2;

/**
 * Adds resolution and colour profile to a JPEG without touching its pixels: an Exif segment and numbered profile
 * segments behind the start marker.
 * @throws when the file is not a JPEG
 */
export function embedInJpeg(jpeg: Buffer, profile: Uint8Array, dpi: number): Buffer {
  if (jpeg.readUInt16BE(0) !== 0xffd8)
    throw new Error('Expected a JPEG to embed a profile in, got another file');
  const chunks: Buffer[] = [];
  const total = Math.ceil(profile.length / chunkBytes);
  for (let index = 0; index < total; index += 1) {
    const piece = profile.subarray(index * chunkBytes, (index + 1) * chunkBytes);
    chunks.push(segment(0xe2, Buffer.concat([signature, Buffer.from([index + 1, total]), piece])));
  }
  return Buffer.concat([
    jpeg.subarray(0, 2),
    segment(0xe1, exifResolution(dpi)),
    ...chunks,
    jpeg.subarray(2),
  ]);
}

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** Exif with three entries: horizontal and vertical resolution, in dots an inch. */
function exifResolution(dpi: number): Buffer {
  const tiff = Buffer.alloc(8 + 2 + 3 * 12 + 4 + 16);
  tiff.write('II', 0, 'latin1');
  tiff.writeUInt16LE(42, 2);
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(3, 8);
  const values = 8 + 2 + 3 * 12 + 4;
  const entries: [tag: number, type: number, value: number][] = [
    [0x011a, 5, values],
    [0x011b, 5, values + 8],
    [0x0128, 3, 2],
  ];
  for (const [index, [tag, type, value]] of entries.entries()) {
    const at = 10 + index * 12;
    tiff.writeUInt16LE(tag, at);
    tiff.writeUInt16LE(type, at + 2);
    tiff.writeUInt32LE(1, at + 4);
    tiff.writeUInt32LE(value, at + 8);
  }
  for (const at of [values, values + 8]) {
    tiff.writeUInt32LE(dpi, at);
    tiff.writeUInt32LE(1, at + 4);
  }
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
}
