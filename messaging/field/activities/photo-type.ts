/** Kinds of pictures that are taken; told apart by their content, never by name or by what the sender says. */
export type PhotoType = 'jpeg' | 'png' | 'webp' | 'avif' | 'heic';

const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];

/** Reads the type from the first bytes; undefined for all that no camera makes: SVG, GIF, TIFF, PDF, HTML … */
export function detectPhotoType(bytes: Uint8Array): PhotoType | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 64)).toString(
    'latin1',
  );
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (text.startsWith('RIFF') && text.startsWith('WEBP', 8)) return 'webp';
  if (!text.startsWith('ftyp', 4)) return undefined;
  const [brand = '', ...compatible] = [
    text.slice(8, 12),
    ...(text.slice(16).match(/.{4}/gs) ?? []),
  ];
  if (brand === 'avif' || brand === 'avis') return 'avif';
  if (heicBrands.includes(brand)) return compatible.includes('avif') ? 'avif' : 'heic';
  return undefined;
}

/** Pixels of a WebP by its header (RFC 9649): canvas, lossless or lossy frame; 0 for one that states none. */
export function webpPixels(bytes: Buffer): number {
  if (bytes.length < 30) return 0;
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8X':
      return (bytes.readUIntLE(24, 3) + 1) * (bytes.readUIntLE(27, 3) + 1);
    case 'VP8L': {
      const size = bytes.readUInt32LE(21);
      return ((size & 0x3fff) + 1) * (((size >>> 14) & 0x3fff) + 1);
    }
    default:
      return (bytes.readUInt16LE(26) & 0x3fff) * (bytes.readUInt16LE(28) & 0x3fff);
  }
}
