import { deflateSync } from 'node:zlib';

/** Collects numbered PDF objects and remembers where each begins; press files and reports are written by it. */
export class ObjectWriter {
  readonly offsets: number[] = [];
  readonly #chunks: Uint8Array[] = [];
  readonly #first: number;
  #length: number;

  /** @param start byte offset of the first object, @param first its number */
  constructor(start: number, first: number) {
    this.#length = start;
    this.#first = first;
  }

  get next(): number {
    return this.#first + this.offsets.length;
  }

  raw(text: string): void {
    this.#push(Buffer.from(text, 'latin1'));
  }

  /** Writes an object and gives its number; with data it is a stream, whose dictionary the body is. */
  object(body: string, data?: Uint8Array): number {
    const number = this.next;
    this.offsets.push(this.#length);
    this.raw(`${number} 0 obj\n${body}\n`);
    if (data !== undefined) {
      this.raw('stream\n');
      this.#push(data);
      this.raw('\nendstream\n');
    }
    this.raw('endobj\n');
    return number;
  }

  stream(entries: string, data: Uint8Array): number {
    return this.object(`<<${entries}/Length ${data.length}>>`, data);
  }

  deflated(entries: string, content: string, level = 9): number {
    const data = deflateSync(Buffer.from(content, 'latin1'), { level });
    return this.stream(`${entries}/Filter/FlateDecode`, data);
  }

  /**
   * Ends the file with its table of offsets and the trailer.
   * @param earlier offsets of objects that are before this writer's first one
   */
  end(dictionary: (size: number) => string, earlier: readonly number[] = []): void {
    const all = [...earlier, ...this.offsets];
    const rows = all.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
    const start = this.#length;
    const size = all.length + 1;
    this.raw(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n${dictionary(size)}\nstartxref\n${start}\n%%EOF\n`,
    );
  }

  finish(): Buffer {
    return Buffer.concat(this.#chunks);
  }

  #push(data: Uint8Array): void {
    this.#chunks.push(data);
    this.#length += data.length;
  }
}
