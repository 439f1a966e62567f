import QRCode from 'qrcode';

/** Rows of a QR code, dark modules as true, without the quiet zone. */
export type CodeRows = readonly (readonly boolean[])[];

/** Modules of white that a reader wants around a code (ISO/IEC 18004, 6.3.8). */
export const quietModules = 4;

/**
 * The code of a printed link at error correction H: the scheme as bytes, what follows in alphanumeric mode, as on everything
 * that the campaign prints.
 */
export function linkCode(link: string): CodeRows {
  const { modules } = QRCode.create(splitLink(link), { errorCorrectionLevel: 'H' });
  return toRows(modules);
}

/** The code of any address at error correction Q, for labels of the office's printer. */
export function addressCode(address: string): CodeRows {
  const { modules } = QRCode.create(address, { errorCorrectionLevel: 'Q' });
  return toRows(modules);
}

/** The code of an address that is no printed link of the campaign: as bytes, at error correction M. */
export function plainCode(text: string): CodeRows {
  const { modules } = QRCode.create([{ data: Buffer.from(text), mode: 'byte' }], {
    errorCorrectionLevel: 'M',
  });
  return toRows(modules);
}

/** The code of a printed link as a picture, with its quiet zone. */
export function linkCodePng(link: string): Promise<Buffer> {
  return QRCode.toBuffer(splitLink(link), {
    errorCorrectionLevel: 'H',
    margin: quietModules,
    scale: 12,
  });
}

/** The code of any text as a picture, with its quiet zone. */
export function textCodePng(text: string): Promise<Buffer> {
  return QRCode.toBuffer(text, {
    errorCorrectionLevel: 'M',
    margin: quietModules,
    scale: 6,
  });
}

function toRows({ size, data }: QRCode.BitMatrix): CodeRows {
  return Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (_, x) => data[y * size + x] === 1),
  );
}

function splitLink(link: string): QRCode.QRCodeSegment[] {
  const rest = /^https(:\/\/[0-9A-Z $%*+\-./:]+)$/.exec(link)?.[1];
  if (rest === undefined)
    throw new Error(`Expected https:// and an upper-case address for the QR code, got "${link}"`);
  return [
    { data: Buffer.from('https'), mode: 'byte' },
    { data: rest, mode: 'alphanumeric' },
  ];
}
