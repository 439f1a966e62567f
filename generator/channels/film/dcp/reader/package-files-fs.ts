import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { WrongUse } from '../../../../../campaigns/command/run-command.ts';

/** A package's files, from a folder or from the folder in a stored ZIP. */
export interface PackageFiles {
  /** Bytes of each file by its path in the package. */
  readonly files: ReadonlyMap<string, number>;
  /** @throws RangeError where the file ends before */
  read(path: string, at: number, length: number): Buffer;
  close(): void;
}

interface Place {
  path: string;
  at: number;
  bytes: number;
}

/** @throws when there is no such folder or ZIP */
export function openPackage(path: string): PackageFiles {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) throw new WrongUse(`Expected a folder or a ZIP, got nothing at ${path}`);
  return openFiles(stat.isDirectory() ? placesOfFolder(path) : placesOfZip(path, stat.size));
}

function openFiles(places: ReadonlyMap<string, Place>): PackageFiles {
  const open = new Map<string, number>();
  return {
    files: new Map([...places].map(([name, { bytes }]) => [name, bytes])),
    read(name, at, length) {
      const place = places.get(name);
      if (place === undefined) throw new RangeError(`Expected ${name} in the package, got none`);
      if (at < 0 || at + length > place.bytes) {
        throw new RangeError(
          `Expected ${length} bytes at ${at} of ${name}, got ${place.bytes} in all`,
        );
      }
      const file = open.get(place.path) ?? openSync(place.path, 'r');
      open.set(place.path, file);
      const out = Buffer.alloc(length);
      for (let done = 0; done < length; ) {
        const count = readSync(file, out, done, length - done, place.at + at + done);
        if (count === 0)
          throw new RangeError(`Expected ${length} bytes at ${at} of ${name}, got ${done}`);
        done += count;
      }
      return out;
    },
    close() {
      for (const file of open.values()) closeSync(file);
      open.clear();
    },
  };
}

function placesOfFolder(folder: string): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) {
      places.set(relative(folder, path), { path, at: 0, bytes: statSync(path).size });
    } else if (entry.isDirectory() && readdirSync(path).length === 0) {
      places.set(`${relative(folder, path)}/`, { path, at: 0, bytes: 0 });
    }
  }
  return places;
}

/** Reads the directory at a ZIP's end (APPNOTE 4.3); what is deflated cannot be read in place. */
function placesOfZip(path: string, bytes: number): Map<string, Place> {
  const zip = openFiles(new Map([['', { path, at: 0, bytes }]]));
  try {
    const tail = zip.read('', Math.max(0, bytes - 65_557), Math.min(bytes, 65_557));
    const end = tail.lastIndexOf(Buffer.from('504b0506', 'hex'));
    if (end < 0) throw new Error(`Expected a ZIP or a folder, got ${path}`);
    const directory = zip.read('', tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
    const places = new Map<string, Place>();
    for (let at = 0; at + 46 <= directory.length; ) {
      const method = directory.readUInt16LE(at + 10);
      const size = directory.readUInt32LE(at + 24);
      const nameBytes = directory.readUInt16LE(at + 28);
      const local = directory.readUInt32LE(at + 42);
      const name = directory.toString('utf8', at + 46, at + 46 + nameBytes);
      if (method !== 0) throw new Error(`Expected ${name} stored in the ZIP, got method ${method}`);
      const head = zip.read('', local, 30);
      const start = local + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
      places.set(name.slice(name.indexOf('/') + 1), { path, at: start, bytes: size });
      at += 46 + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    }
    return places;
  } finally {
    zip.close();
  }
}
