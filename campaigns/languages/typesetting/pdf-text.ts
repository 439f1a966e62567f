/** Three decimals at most, as short as they go; whole numbers take the quick way. */
export function shortNumber(value: number): string {
  if (Number.isInteger(value)) return `${value}`;
  return `${Math.round(value * 1000) / 1000}`;
}

/** A text as hexadecimal UTF-16BE with its byte order mark, as a PDF's strings are written. */
export function utf16Hex(text: string): string {
  return `feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}`;
}
