/** Kinds of pictures that are taken; told apart by their content, never by name or by what the sender says. */
export type PhotoType = 'jpeg' | 'png' | 'webp' | 'avif' | 'heic';

const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];

/** What the first bytes say; undefined for anything that is no picture of a camera: SVG, GIF, TIFF, PDF, HTML … */
export function photoTypeOf(bytes: Uint8Array): PhotoType | undefined {
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
