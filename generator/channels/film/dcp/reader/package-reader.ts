import { createHash } from 'node:crypto';
import { type Findings, Unreadable } from './findings.ts';
import type { PackageFiles } from './package-files-fs.ts';
import { readXml, type XmlElement } from './xml-reader.ts';

/** A file of the asset map. */
export interface MappedAsset {
  id: string;
  path: string;
  element: XmlElement;
  isPackingList: boolean;
}

/** Input of a rule. */
export interface Checking {
  files: PackageFiles;
  findings: Findings;
}

/** UUIDs as ST 429-7, 6.1 requires them: RFC 4122, with its urn. */
const urn = /^urn:uuid:([\da-f]{8}-[\da-f]{4}-[1-5][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12})$/i;

/** The UUID of a URN, in lower case; null if it is not one. */
export function uuidOfUrn(text: string | undefined): string | null {
  return urn.exec(text ?? '')?.[1]?.toLowerCase() ?? null;
}

/** Reads an XML file; a fault becomes a finding. */
export function readXmlFile({ files, findings }: Checking, file: string): XmlElement | null {
  const bytes = files.files.get(file);
  if (bytes === undefined) return null;
  return unlessUnreadable(findings, file, () =>
    readXml(files.read(file, 0, bytes).toString('utf8')),
  );
}

/** Result of `read`; null where it stops as unreadable, which becomes a finding with its place. */
export function unlessUnreadable<Value>(
  findings: Findings,
  file: string,
  read: () => Value,
): Value | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unreadable) {
      const { rule, expected, found } = error;
      findings.add({ file, rule, expected, found });
      return null;
    }
    // A damaged length leads out of the file.
    if (error instanceof RangeError) {
      const found = error.message;
      findings.add({ file, rule: 'file.readable', expected: 'a whole file', found });
      return null;
    }
    throw error;
  }
}

const chunkBytes = 1 << 20;

/** SHA-1 in base 64. */
export function hashFile(files: PackageFiles, file: string): string {
  const hash = createHash('sha1');
  const bytes = files.files.get(file) ?? 0;
  for (let at = 0; at < bytes; at += chunkBytes) {
    hash.update(files.read(file, at, Math.min(chunkBytes, bytes - at)));
  }
  return hash.digest('base64');
}
