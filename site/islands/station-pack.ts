import type { StationPack } from '../../messaging/print/print-files/station-pack-schemas.ts';
import { formatBytes } from '../i18n/format.ts';

/**
 * The pack of `StationPack.astro`: the first tap has it made and shows it with its sizes, the second shares it through the
 * phone's own sheet, or takes the ZIP where a browser shares no files. Without it the first tap takes the ZIP.
 */
class StationPackElement extends HTMLElement {
  #picture: File | undefined;
  #text = '';

  connectedCallback(): void {
    this.#part('take').addEventListener('click', (event) => {
      event.preventDefault();
      void this.#open();
    });
    this.#part('share').addEventListener('click', () => void this.#share());
    this.#part('copy').addEventListener('click', () => this.#copy(this.dataset['copied']));
  }

  async #open(): Promise<void> {
    const { district = '', station = '', making, failed, later } = this.dataset;
    this.#say(making);
    try {
      const query = new URLSearchParams({ district, station });
      const answer = await fetch(`/api/station-pack?${query}`);
      if (answer.status === 503 || answer.status === 429) return this.#say(later);
      if (!answer.ok) return this.#say(failed);
      await this.#show(await answer.json());
    } catch {
      this.#say(failed);
    }
  }

  async #show({ card, zip, film, text }: StationPack): Promise<void> {
    this.#text = text;
    const image = this.#part<HTMLImageElement>('card');
    image.src = `/files/${card.path}`;
    this.#part('text').textContent = text;
    this.#link('zip', zip);
    if (film !== null) this.#link('film', film);
    this.#part('no-film').hidden = film !== null;
    // Fetched before the tap that shares it: a browser opens its sheet only straight after a tap.
    this.#picture = await this.#fetchPicture(card.path);
    this.#part('share').hidden = this.#picture === undefined;
    this.#say('');
    this.#part('ready').hidden = false;
    this.#part('take').hidden = true;
    this.#part(this.#picture === undefined ? 'zip' : 'share').focus();
  }

  async #fetchPicture(path: string): Promise<File | undefined> {
    if (typeof navigator.canShare !== 'function') return undefined;
    const answer = await fetch(`/files/${path}`);
    const name = path.slice(path.lastIndexOf('/') + 1);
    const picture = new File([await answer.blob()], name, { type: 'image/png' });
    return answer.ok && navigator.canShare({ files: [picture] }) ? picture : undefined;
  }

  async #share(): Promise<void> {
    if (this.#picture === undefined) return;
    // Some apps leave the text of a shared picture out, so that it can be pasted.
    this.#copy(this.dataset['shareNote']);
    try {
      await navigator.share({ files: [this.#picture], text: this.#text });
    } catch (error) {
      if ((error as Error).name !== 'AbortError') this.#say(this.dataset['failed']);
    }
  }

  #copy(done: string | undefined): void {
    navigator.clipboard.writeText(this.#text).then(
      () => this.#say(done),
      () => this.#say(this.dataset['notCopied']),
    );
  }

  #link(name: string, { path, bytes }: { path: string; bytes: number }): void {
    const link = this.#part<HTMLAnchorElement>(name);
    link.href = `/files/${path}`;
    link.hidden = false;
    const size = link.querySelector('.size');
    if (size !== null) size.textContent = formatBytes(bytes);
  }

  #say(words = ''): void {
    this.#part('status').textContent = words;
  }

  #part<T extends HTMLElement = HTMLElement>(name: string): T {
    const found = this.querySelector<T>(`[data-part=${name}]`);
    if (found === null) throw new Error(`Expected a part "${name}" of <station-pack>, got none`);
    return found;
  }
}

customElements.define('station-pack', StationPackElement);
