import type { Readable } from 'node:stream';

/** The facts of a file without its content. */
export interface StoredFile {
  /** With slashes; as it was put. */
  name: string;
  bytes: number;
  /** In quotes, as HTTP has it; another one for another content. */
  etag: string;
  changedAt: Date;
}

/** A file that is on this machine and is to be stored. */
export interface LocalFile {
  path: string;
}

/** Some bytes of a file, both ends with it. */
export interface FilePart {
  start: number;
  end: number;
}

export interface PutOptions {
  /** Leaves a file alone that is there already, also where another process puts it at the same moment. */
  onlyNew?: boolean;
}

/** Files that outlive a request and that every process of an installation sees. */
export interface FileStore {
  /**
   * Stores a file whole or not at all: a reader meanwhile finds the old or the new one.
   * @returns false when it was left alone (`onlyNew`)
   */
  put(name: string, content: Uint8Array | LocalFile, options?: PutOptions): Promise<boolean>;
  /**
   * The file with its content, which has to be read or destroyed; undefined for none.
   * @param part only these bytes of the content, both ends with it; they must lie within the file
   */
  get(name: string, part?: FilePart): Promise<(StoredFile & { content: Readable }) | undefined>;
  head(name: string): Promise<StoredFile | undefined>;
  /** Does nothing where there is none. */
  delete(name: string): Promise<void>;
  /** Files whose name begins so, by name. */
  list(prefix: string): Promise<StoredFile[]>;
}

/** Parts of the data that lie apart. */
export const fileRooms = [
  'photos',
  'attachments',
  'review-notes',
  'reports',
  'print-orders',
  'cuttings',
  'takes',
  'directions',
] as const;
export type FileRoom = (typeof fileRooms)[number];

/** @throws for a name that could lead out of its room, or that not every store takes */
export function checkFileName(name: string): void {
  const parts = name.split('/');
  const isBad = parts.some((part) => part === '' || part === '.' || part === '..');
  if (isBad || /[\\\p{Cc}]/u.test(name) || Buffer.byteLength(name) > 512) {
    throw new Error(
      `Expected parts with slashes between them for the name of a file, got ${JSON.stringify(name)}`,
    );
  }
}
