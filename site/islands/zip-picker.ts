import { Zip, ZipPassThrough } from 'fflate';
import { sentName } from '../../campaigns/print/paths.ts';
import { formatBytes } from '../i18n/format.ts';

interface Row {
  item: HTMLLIElement;
  box: HTMLInputElement | null;
  names: string;
}

/** Filters the list of a district's stations, and downloads the files of those chosen as one ZIP. */
class ZipPicker extends HTMLElement {
  #rows: Row[] = [];
  #running: AbortController | undefined;

  connectedCallback(): void {
    this.#rows = [...this.querySelectorAll<HTMLLIElement>('li[data-station]')].map((item) => ({
      item,
      box: item.querySelector('input'),
      names: item.dataset['names'] ?? '',
    }));
    const tools = this.querySelector<HTMLElement>('.tools');
    if (tools !== null) tools.hidden = false;
    for (const { box } of this.#rows) if (box !== null) box.hidden = false;
    this.#fillArtworks();
    tools?.querySelector('input')?.addEventListener('input', (event) => {
      this.#filter((event.target as HTMLInputElement).value);
    });
    tools?.querySelector('[data-all]')?.addEventListener('click', () => this.#toggleAll());
    this.addEventListener('change', () => this.#tell());
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#download();
    });
    this.querySelector('[data-stop]')?.addEventListener('click', () => this.#running?.abort());
  }

  #fillArtworks(): void {
    const select = this.querySelector('select');
    const labels = new Map<string, string>();
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[data-artwork]')) {
      labels.set(link.dataset['artwork'] ?? '', link.dataset['label'] ?? '');
    }
    for (const [artwork, label] of labels) select?.append(new Option(label, artwork));
    if (labels.size < 2) select?.closest('label')?.toggleAttribute('hidden', true);
  }

  #filter(text: string): void {
    const wanted = text.trim().toLowerCase();
    let shown = 0;
    for (const { item, names } of this.#rows) {
      item.hidden = !names.includes(wanted);
      if (!item.hidden) shown += 1;
    }
    const status = this.querySelector('.none');
    if (status !== null) status.textContent = shown === 0 ? (this.dataset['none'] ?? '') : '';
  }

  #chosen(): Row[] {
    return this.#rows.filter(({ box }) => box?.checked);
  }

  #links(): HTMLAnchorElement[] {
    const artwork = this.querySelector('select')?.value ?? '';
    return this.#chosen().flatMap(({ item }) => [
      ...item.querySelectorAll<HTMLAnchorElement>(`a[data-artwork="${CSS.escape(artwork)}"]`),
    ]);
  }

  #toggleAll(): void {
    const visible = this.#rows.filter(({ item }) => !item.hidden);
    const turnOn = visible.some(({ box }) => box?.checked === false);
    for (const { box } of visible) if (box !== null) box.checked = turnOn;
    this.#tell();
  }

  #tell(message?: string): void {
    const bar = this.querySelector('form');
    const status = this.querySelector('.chosen');
    const all = this.querySelector<HTMLElement>('[data-all]');
    if (bar === null || status === null) return;
    const count = this.#chosen().length;
    const bytes = this.#links().reduce((sum, link) => sum + Number(link.dataset['bytes']), 0);
    bar.hidden = count === 0;
    const chosen = (this.dataset['chosen'] ?? '').replace('{count}', String(count));
    status.textContent = message ?? `${chosen} · ${formatBytes(bytes)}`;
    if (all?.dataset['clear'] !== undefined) {
      const whole = this.#rows.every(({ box, item }) => item.hidden || box === null || box.checked);
      all.dataset['choose'] ??= all.textContent ?? '';
      all.textContent = whole ? all.dataset['clear'] : (all.dataset['choose'] ?? '');
    }
  }

  async #download(): Promise<void> {
    const links = this.#links();
    const running = this.querySelector<HTMLElement>('.running');
    const bar = this.querySelector('progress');
    const button = this.querySelector<HTMLButtonElement>('button[type=submit]');
    if (links.length === 0 || running === null || bar === null || button === null) return;
    const total = links.reduce((sum, link) => sum + Number(link.dataset['bytes']), 0);
    this.#running = new AbortController();
    running.hidden = false;
    button.disabled = true;
    try {
      await saveZip({
        name: `${this.dataset['district'] ?? 'files'}.zip`,
        urls: links.map((link) => link.href),
        signal: this.#running.signal,
        onBytes: (bytes) => {
          bar.value = Math.min(1, bytes / total);
        },
      });
      this.#tell(this.dataset['done']);
    } catch {
      // Stopped by the person, or by the network: either way nothing was saved.
      this.#tell(this.#running.signal.aborted ? undefined : this.dataset['failed']);
    } finally {
      running.hidden = true;
      button.disabled = false;
      bar.value = 0;
    }
  }
}

customElements.define('zip-picker', ZipPicker);

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
async function saveZip({ name, urls, signal, onBytes }: ZipOrder): Promise<void> {
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
    const entry = new ZipPassThrough(fileName(response));
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

/** As the service calls it, else as it would: by district, station and artwork, so that none collides. */
function fileName({ headers, url }: Response): string {
  const [, named] = /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '') ?? [];
  return named ?? sentName(decodeURIComponent(new URL(url).pathname));
}

function save(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken the blob over by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
