import { createSearch, type Hit, type Search } from '../../campaigns/directory/search.ts';
import { parseCode } from '../../campaigns/links/short-code.ts';
import type { PlaceOfCode } from '../places.ts';
import { loadSearch, placeOfCode } from './places-search.ts';
import { registerServiceWorker } from './service-worker.ts';

/** The names of districts by id, and the zones and ranges, as the page brings them. */
interface Areas {
  names: Readonly<Record<string, string>>;
  areas: readonly Area[];
}

const firstShown = 8;
const moreShown = 24;

/** Turns the form of `SearchBox.astro` into an instant search; without it the form opens the list. */
class SearchBox extends HTMLElement {
  #search: Promise<Search> | undefined;
  #areas: Areas = { names: {}, areas: [] };
  #limit = firstShown;

  connectedCallback(): void {
    const input = this.querySelector('input');
    const form = this.querySelector('form');
    if (input === null || form === null) return;
    this.#areas = JSON.parse(
      this.querySelector('script[type="application/json"]')?.textContent ?? '{}',
    );
    input.addEventListener('focus', () => void this.#load(), { once: true });
    input.addEventListener('focus', () => this.#makeRoom());
    input.addEventListener('input', () => {
      this.#limit = firstShown;
      void this.#show(input.value);
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#show(input.value).then(() => this.#links()[0]?.focus());
    });
    this.querySelector('button')?.addEventListener('click', () => {
      const shown = this.#links().length;
      this.#limit += moreShown;
      void this.#show(input.value).then(() => this.#links()[shown]?.focus());
    });
    this.addEventListener('keydown', (event) => this.#move(event, input));
    if (this.dataset['here'] === undefined) return;
    const linked = new URLSearchParams(location.search).get('q');
    if (linked !== null) {
      input.value = linked;
      void this.#show(linked);
    }
    void registerServiceWorker(`${this.dataset['root'] ?? ''}/search/`);
  }

  /** On a phone the field goes to the top, so that results are above the keyboard. */
  #makeRoom(): void {
    if (matchMedia('(max-width: 48rem)').matches) this.scrollIntoView({ block: 'start' });
  }

  #load(): Promise<Search> {
    this.#search ??= loadSearch().catch((cause: unknown) => {
      this.#search = undefined;
      throw cause;
    });
    return this.#search;
  }

  async #show(query: string): Promise<void> {
    const list = this.querySelector('ol');
    const more = this.querySelector('button');
    if (list === null || more === null) return;
    if (query.trim() === '') {
      list.replaceChildren();
      more.hidden = true;
      return this.#say('');
    }
    const [search, place] = await Promise.all([this.#load(), placeOfCode(query)]);
    // While the index was on its way the text may have changed: the last text wins.
    if (this.querySelector('input')?.value !== query) return;
    const areas = findAreas(query, this.#areas.areas);
    const hits = place === null ? search(query, Number.POSITIVE_INFINITY) : [];
    list.replaceChildren(
      ...(place === null ? [] : [this.#codeItem(query, place)]),
      ...areas.map((area) => this.#areaItem(area)),
      ...hits.slice(0, this.#limit).map((hit) => this.#item(hit)),
    );
    more.hidden = hits.length <= this.#limit;
    const all = hits.length + areas.length + (place === null ? 0 : 1);
    const { none = '', count = '', shown = '', offline = '' } = this.dataset;
    const text = all === 0 ? none : more.hidden ? count : shown;
    const status = text
      .replace('{count}', String(all))
      .replace('{shown}', String(list.children.length));
    this.#say(navigator.onLine ? status : `${status} · ${offline}`, all === 0);
  }

  #say(text: string, isNone = false): void {
    const status = this.querySelector('[role=status]');
    if (status === null) return;
    status.textContent = text;
    status.classList.toggle('none', isNone);
  }

  #item(hit: Hit): HTMLLIElement {
    const { root = '', stationIn = '', districtWord = '' } = this.dataset;
    const other = this.#isHindi() ? hit.nameEn : hit.nameHi;
    const where =
      hit.kind === 'district'
        ? districtWord
        : stationIn.replace('{district}', this.#areas.names[hit.district] ?? hit.district);
    const link = linkTo(
      `${root}/print/${hit.district}/${hit.kind === 'station' ? `${hit.id}/` : ''}`,
    );
    link.append(
      createText('strong', this.#isHindi() ? hit.nameHi : hit.nameEn),
      createText('span', `${where} · ${other}`),
    );
    return createItem(link);
  }

  #codeItem(query: string, place: PlaceOfCode): HTMLLIElement {
    const { root = '', code: words = '' } = this.dataset;
    const parsed = parseCode(query);
    const code = parsed.kind === 'valid' ? parsed.code : query;
    const { district, station } = place;
    const link = linkTo(
      district === undefined
        ? `${root}/get/?c=${code}`
        : `${root}/print/${district}/${station === undefined ? '' : `${station}/`}`,
    );
    link.append(
      createText('strong', this.#isHindi() ? place.hi : place.en),
      createText('span', words.replace('{code}', code)),
    );
    return createItem(link);
  }

  /** A zone or range has no page: its districts do. */
  #areaItem(area: Area): HTMLLIElement {
    const { root = '', area: words = '' } = this.dataset;
    const districts = document.createElement('div');
    for (const id of area.districts) {
      const link = linkTo(`${root}/print/${id}/`);
      link.textContent = this.#areas.names[id] ?? id;
      districts.append(link, ' ');
    }
    const item = createItem(
      createText('strong', this.#isHindi() ? area.hi : area.en),
      createText('span', words.replace('{count}', String(area.districts.length))),
      districts,
    );
    item.className = 'area';
    return item;
  }

  #isHindi(): boolean {
    return this.dataset['root'] === '';
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

function linkTo(href: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  return link;
}

function createText(tag: 'strong' | 'span', text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

function createItem(...parts: Node[]): HTMLLIElement {
  const item = document.createElement('li');
  item.append(...parts);
  return item;
}

customElements.define('search-box', SearchBox);

/** A zone or range with the ids of its districts. */
interface Area {
  hi: string;
  en: string;
  districts: readonly string[];
}

/** Words that mean a zone or range; without one the districts of that name are meant. */
const areaWord = /(^|\s)(zone|range|जोन|ज़ोन|ज़ोन|परिक्षेत्र|रेंज)(\s|$)/i;
const leastScore = 0.8;

/** Finds zones and ranges, when the query says that it is for one, with the tolerance of the other search. */
function findAreas(query: string, areas: readonly Area[]): Area[] {
  if (!areaWord.test(query)) return [];
  const search = createSearch({
    districts: areas.map(({ hi, en }, at) => ({ id: `area-${at}`, nameHi: hi, nameEn: en })),
    stations: [],
  });
  return search(query.replace('रेंज', 'परिक्षेत्र'), areas.length)
    .filter(({ score }) => score >= leastScore)
    .flatMap(({ id }) => areas[Number(id.slice('area-'.length))] ?? []);
}
