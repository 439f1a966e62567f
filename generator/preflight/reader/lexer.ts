import type { Name, Text } from './value.ts';

/** A number, a name, a string, or a keyword, operator or bracket as a plain string. */
export type Token = number | Name | Text | string;

/** Splits PDF syntax into tokens (ISO 32000-1, 7.2), for the file's objects and for page content alike. */
export class Lexer {
  position: number;
  readonly #bytes: Uint8Array;
  readonly #names = new Map<string, Name>();

  constructor(bytes: Uint8Array, position = 0) {
    this.#bytes = bytes;
    this.position = position;
  }

  /** The next token; undefined at the end. */
  next(): Token | undefined {
    this.skipSpace();
    const bytes = this.#bytes;
    const first = bytes[this.position];
    if (first === undefined) return undefined;
    if (isNumberStart(first)) return this.#number();
    switch (first) {
      case 0x2f:
        this.position += 1;
        return this.#name();
      case 0x28:
        return this.#literal();
      case 0x3c:
        if (bytes[this.position + 1] === 0x3c) return this.#bracket('<<');
        return this.#hexadecimal();
      case 0x3e:
        return this.#bracket(bytes[this.position + 1] === 0x3e ? '>>' : '>');
      case 0x5b:
      case 0x5d:
      case 0x7b:
      case 0x7d:
        return this.#bracket(String.fromCharCode(first));
      default:
        return this.#word();
    }
  }

  skipSpace(): void {
    const bytes = this.#bytes;
    for (;;) {
      const byte = bytes[this.position];
      if (byte === 0x25) {
        while (this.position < bytes.length && !isLineEnd(bytes[this.position] as number))
          this.position += 1;
      } else if (byte !== undefined && isSpace(byte)) {
        this.position += 1;
      } else return;
    }
  }

  #bracket(text: string): string {
    this.position += text.length;
    return text;
  }

  #number(): number | string {
    const bytes = this.#bytes;
    const start = this.position;
    let at = start;
    let imprint = 1;
    let whole = 0;
    let scale = 0;
    let digits = 0;
    if (bytes[at] === 0x2d) imprint = -1;
    if (bytes[at] === 0x2d || bytes[at] === 0x2b) at += 1;
    for (; ; at += 1) {
      const byte = bytes[at] as number;
      if (byte >= 0x30 && byte <= 0x39) {
        whole = whole * 10 + (byte - 0x30);
        scale *= 10;
        digits += 1;
      } else if (byte === 0x2e && scale === 0) scale = 1;
      else break;
    }
    if (digits === 0 || !isDelimited(bytes[at])) return this.#word();
    this.position = at;
    return (imprint * whole) / (scale === 0 ? 1 : scale);
  }

  #word(): string {
    const bytes = this.#bytes;
    const start = this.position;
    let text = '';
    while (this.position === start || !isDelimited(bytes[this.position])) {
      text += String.fromCharCode(bytes[this.position] as number);
      this.position += 1;
    }
    return text;
  }

  #name(): Name {
    const bytes = this.#bytes;
    let text = '';
    while (!isDelimited(bytes[this.position])) {
      text += String.fromCharCode(bytes[this.position] as number);
      this.position += 1;
    }
    const name = text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    const kept = this.#names.get(name) ?? { kind: 'name', name };
    this.#names.set(name, kept);
    return kept;
  }

  #literal(): Text {
    const bytes = this.#bytes;
    const out: number[] = [];
    let depth = 0;
    for (; this.position < bytes.length; this.position += 1) {
      let byte = bytes[this.position] as number;
      if (byte === 0x28) {
        depth += 1;
        if (depth === 1) continue;
      } else if (byte === 0x29) {
        depth -= 1;
        if (depth === 0) break;
      } else if (byte === 0x5c) {
        this.position += 1;
        byte = bytes[this.position] ?? 0x5c;
        const octal = /^[0-7]{1,3}/.exec(
          Buffer.from(bytes.subarray(this.position, this.position + 3)).toString('latin1'),
        )?.[0];
        if (octal !== undefined) {
          this.position += octal.length - 1;
          byte = Number.parseInt(octal, 8) & 0xff;
        } else {
          byte = escapes.get(byte) ?? byte;
        }
      }
      out.push(byte);
    }
    this.position += 1;
    return { kind: 'text', bytes: Uint8Array.from(out) };
  }

  #hexadecimal(): Text {
    const end = this.#bytes.indexOf(0x3e, this.position);
    const stop = end === -1 ? this.#bytes.length : end;
    const digits = Buffer.from(this.#bytes.subarray(this.position + 1, stop))
      .toString('latin1')
      .replace(/[^0-9a-f]/gi, '');
    this.position = stop + 1;
    return {
      kind: 'text',
      bytes: Buffer.from(digits.length % 2 === 1 ? `${digits}0` : digits, 'hex'),
    };
  }
}

const escapes = new Map([
  [0x6e, 0x0a],
  [0x72, 0x0d],
  [0x74, 0x09],
  [0x62, 0x08],
  [0x66, 0x0c],
]);

function isNumberStart(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === 0x2e || byte === 0x2b;
}

function isLineEnd(byte: number): boolean {
  return byte === 0x0a || byte === 0x0d;
}

function isSpace(byte: number): boolean {
  return (
    byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x0c || byte === 0
  );
}

/** True at the end, at white space and at ( ) < > [ ] { } / % */
function isDelimited(byte: number | undefined): boolean {
  if (byte === undefined || isSpace(byte)) return true;
  return (
    byte === 0x28 ||
    byte === 0x29 ||
    byte === 0x3c ||
    byte === 0x3e ||
    byte === 0x5b ||
    byte === 0x5d ||
    byte === 0x7b ||
    byte === 0x7d ||
    byte === 0x2f ||
    byte === 0x25
  );
}
