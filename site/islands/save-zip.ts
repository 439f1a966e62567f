import { Zip, ZipPassThrough } from 'fflate';

interface ZipOrder {
  name: string;
  urls: readonly string[];
  signal: AbortSignal;
  /** Bytes that have come so far, of all files together */
  onBytes: (bytes: number) => void;
}

/**
 * Fetches files one after another into a ZIP and lets the browser save it. PDFs are compressed already, so
 * they are stored as they are.
 */
export async function saveZip({ name, urls, signal, onBytes }: ZipOrder): Promise<void> {
  const parts: BlobPart[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    parts.push(chunk as Uint8Array<ArrayBuffer>);
  });
  let come = 0;
  for (const url of urls) {
    const response = await fetch(url, { signal });
    if (!response.ok || response.body === null) {
      throw new Error(`Expected a file at ${url}, got status ${response.status}`);
    }
    const entry = new ZipPassThrough(fileName(url));
    zip.add(entry);
    for (const reader = response.body.getReader(); ; ) {
      const { done, value } = await reader.read();
      if (done) break;
      entry.push(value);
      come += value.length;
      onBytes(come);
    }
    entry.push(new Uint8Array(), true);
  }
  zip.end();
  save(name, new Blob(parts, { type: 'application/zip' }));
}

/** Files are named by district, station and artwork, so that none collides. */
function fileName(url: string): string {
  return decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '');
}

function save(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken the blob over by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
