import { deflateSync } from 'node:zlib';

/** Collects numbered PDF objects and remembers where each begins. */
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

  object(body: string): void {
    const number = this.next;
    this.offsets.push(this.#length);
    this.raw(`${number} 0 obj\n${body}\nendobj\n`);
  }

  stream(entries: string, data: Uint8Array): void {
    const number = this.next;
    this.offsets.push(this.#length);
    this.raw(`${number} 0 obj\n<<${entries}/Length ${data.length}>>\nstream\n`);
    this.#push(data);
    this.raw('\nendstream\nendobj\n');
  }

  deflated(entries: string, content: string, level = 9): void {
    const data = deflateSync(Buffer.from(content, 'latin1'), { level });
    this.stream(`${entries}/Filter/FlateDecode`, data);
  }

  trailer(earlier: readonly number[], info: number, id: string): void {
    const all = [...earlier, ...this.offsets];
    const rows = all.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
    const start = this.#length;
    const size = all.length + 1;
    this.raw(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<</Size ${size}/Root 1 0 R/Info ${info} 0 R/ID[<${id}><${id}>]>>\nstartxref\n${start}\n%%EOF\n`,
    );
  }

  finish(): Uint8Array {
    return Buffer.concat(this.#chunks);
  }

  #push(data: Uint8Array): void {
    this.#chunks.push(data);
    this.#length += data.length;
  }
}
