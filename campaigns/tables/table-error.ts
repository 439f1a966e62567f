/** A table that is not read: what was expected of it, in both languages. */
export class TableError extends Error {
  readonly hi: string;
  readonly en: string;

  constructor({ hi, en }: { hi: string; en: string }, options?: ErrorOptions) {
    super(en, options);
    this.name = 'TableError';
    this.hi = hi;
    this.en = en;
  }
}
