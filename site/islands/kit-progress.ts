import type { Answer } from '../../messaging/contract/contract.ts';
import { formatBytes, formatNumber } from '../i18n/format.ts';
import type { Language } from '../i18n/language.ts';

type PrintKit = Answer<'GET /api/print-kit'>;

const againMs = 2000;

/** Says how far the print files are while they are being made, and fills in sizes that the page does not know yet. */
class KitProgress extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    void this.#look();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
  }

  async #look(): Promise<void> {
    const { district } = this.dataset;
    const query = district === undefined ? '' : `?district=${encodeURIComponent(district)}`;
    let kit: PrintKit;
    try {
      const response = await fetch(`/api/print-kit${query}`);
      if (!response.ok) return;
      kit = await response.json();
    } catch {
      // The service is away for a moment: what the page says stays true.
      this.#timer = setTimeout(() => void this.#look(), againMs);
      return;
    }
    this.#tell(kit);
    fillSizes(kit.bytes);
    if (kit.state === 'making') this.#timer = setTimeout(() => void this.#look(), againMs);
  }

  #tell({ state, made, total }: PrintKit): void {
    this.hidden = state === 'complete' || state === 'none';
    const language = (this.dataset['language'] ?? 'hi') as Language;
    const number = (value: number) => formatNumber(value, language);
    const status = this.querySelector('[role=status]');
    const bar = this.querySelector('progress');
    const text = state === 'making' ? this.dataset['making'] : this.dataset['incomplete'];
    if (status !== null) {
      status.textContent = (text ?? '')
        .replace('{made}', number(made))
        .replace('{total}', number(total))
        .replace('{missing}', number(total - made));
    }
    if (bar !== null) {
      bar.hidden = state !== 'making';
      bar.value = total === 0 ? 0 : made / total;
    }
  }
}

function fillSizes(bytes: Record<string, number>): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-size-of]')) {
    const size = bytes[place.dataset['sizeOf'] ?? ''];
    if (size === undefined) continue;
    place.textContent = formatBytes(size);
    place.closest<HTMLElement>('[data-bytes]')?.setAttribute('data-bytes', String(size));
    delete place.dataset['sizeOf'];
  }
}

customElements.define('kit-progress', KitProgress);
