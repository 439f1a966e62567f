import { createSearch, type Hit, type Search } from '../../campaigns/directory/search.ts';
import { unpackSearch } from '../../campaigns/directory/search-index.ts';

/** Turns the form of `SearchBox.astro` into an instant search; without it the form opens the list. */
class SearchBox extends HTMLElement {
  #search: Promise<Search> | undefined;

  connectedCallback(): void {
    const input = this.querySelector('input');
    const form = this.querySelector('form');
    if (input === null || form === null) return;
    input.addEventListener('focus', () => void this.#load(), { once: true });
    input.addEventListener('input', () => void this.#show(input.value));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#show(input.value).then(() => this.#links()[0]?.focus());
    });
    this.addEventListener('keydown', (event) => this.#move(event, input));
    const asked = new URLSearchParams(location.search).get('q');
    if (asked !== null && this.dataset['here'] !== undefined) {
      input.value = asked;
      void this.#show(asked);
    }
  }

  #load(): Promise<Search> {
    this.#search ??= fetch('/search-index.txt')
      .then((response) => response.text())
      .then((packed) => createSearch(unpackSearch(packed)))
      .catch((cause: unknown) => {
        this.#search = undefined;
        throw cause;
      });
    return this.#search;
  }

  async #show(query: string): Promise<void> {
    const list = this.querySelector('ol');
    const status = this.querySelector('[role=status]');
    if (list === null || status === null) return;
    if (query.trim() === '') {
      list.replaceChildren();
      status.textContent = '';
      return;
    }
    const search = await this.#load();
    // While the index was on its way the text may have changed: the last text wins.
    if (this.querySelector('input')?.value !== query) return;
    const hits = search(query, 8);
    const { none = '', count = '' } = this.dataset;
    list.replaceChildren(...hits.map((hit) => this.#item(hit)));
    status.textContent = hits.length === 0 ? none : count.replace('{count}', String(hits.length));
    status.classList.toggle('none', hits.length === 0);
  }

  #item(hit: Hit): HTMLLIElement {
    const { root = '', stationIn = '', districtWord = '' } = this.dataset;
    const isHindi = root === '';
    const link = document.createElement('a');
    link.href = `${root}/print/${hit.district}/${hit.kind === 'station' ? `${hit.id}/` : ''}`;
    const name = document.createElement('strong');
    name.textContent = isHindi ? hit.nameHi : hit.nameEn;
    const detail = document.createElement('span');
    const other = isHindi ? hit.nameEn : hit.nameHi;
    const where =
      hit.kind === 'district'
        ? districtWord
        : stationIn.replace('{district}', this.#districtName(hit));
    detail.textContent = `${where} · ${other}`;
    link.append(name, detail);
    const item = document.createElement('li');
    item.append(link);
    return item;
  }

  #districtName(hit: Hit): string {
    const names = JSON.parse(
      this.querySelector('script[type="application/json"]')?.textContent ?? '{}',
    );
    return names[hit.district] ?? hit.district;
  }

  #links(): HTMLAnchorElement[] {
    return [...this.querySelectorAll<HTMLAnchorElement>('ol a')];
  }

  /** Arrows go through the results and back to the field. */
  #move(event: KeyboardEvent, input: HTMLInputElement): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const links = this.#links();
    if (step === 0 || links.length === 0) return;
    event.preventDefault();
    const at = links.indexOf(document.activeElement as HTMLAnchorElement) + step;
    if (at < 0) input.focus();
    else links[Math.min(at, links.length - 1)]?.focus();
  }
}

customElements.define('search-box', SearchBox);
