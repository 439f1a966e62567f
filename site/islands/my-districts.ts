import { readQuery, setQuery, writeQuery } from './address-query.ts';

/** Districts side by side that a phone has room for. */
const most = 4;
const remembered = 'districts';
/** A phone farther from every district than this is outside of the state. */
const farthestKm = 150;

/**
 * Figures of up to four districts below the map, chosen there, from the list, or as the nearest to the phone, whose place
 * is sent nowhere. They are copied from the league. The choice stands in the address (`?district=agra,hathras`) and is
 * remembered in the browser.
 */
class MyDistricts extends HTMLElement {
  #redraws = new MutationObserver(() => this.#draw());
  #section: Element | null = null;

  connectedCallback(): void {
    this.#section = this.closest('section');
    this.#section?.addEventListener('click', this.#chooseTile);
    const select = this.#select();
    select.addEventListener('change', () => {
      this.#add(select.value);
      select.value = '';
    });
    const near = this.querySelector<HTMLButtonElement>('[data-near]');
    if (near !== null && 'geolocation' in navigator) {
      near.hidden = false;
      near.addEventListener('click', () => this.#chooseNearest());
    }
    const send = this.querySelector<HTMLButtonElement>('[data-send]');
    send?.addEventListener('click', () => this.#send());
    if (!readQuery().has('district')) this.#choose(recall());
    this.#draw();
    const league = document.querySelector('.league');
    if (league !== null)
      this.#redraws.observe(league, {
        childList: true,
        subtree: true,
        attributeFilter: ['data-value', 'data-place'],
      });
  }

  disconnectedCallback(): void {
    this.#redraws.disconnect();
    this.#section?.removeEventListener('click', this.#chooseTile);
  }

  #select(): HTMLSelectElement {
    return this.querySelector('select') as HTMLSelectElement;
  }

  #chooseTile = (event: Event): void => {
    const tile = (event.target as Element).closest<SVGAElement>('a[data-district]');
    const { ctrlKey, metaKey, shiftKey } = event as MouseEvent;
    if (tile === null || ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    const id = tile.dataset['district'] ?? '';
    if (chosen().includes(id)) this.#choose(chosen().filter((each) => each !== id));
    else this.#add(id);
  };

  /** The fifth takes the place of the fourth. */
  #add(id: string): void {
    if (id === '' || chosen().includes(id)) return;
    this.#choose([...chosen().slice(0, most - 1), id]);
    this.scrollIntoView({ block: 'nearest' });
  }

  #choose(ids: readonly string[]): void {
    writeQuery((query) => setQuery(query, 'district', ids.join(',')));
    remember(ids);
    this.#say('');
    this.#draw();
  }

  #chooseNearest(): void {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const places = [...this.#select().options].flatMap(({ value, dataset }) => {
          const [lat, lon] = (dataset['at'] ?? '').split(',').map(Number);
          if (value === '' || lat === undefined || lon === undefined) return [];
          return [{ id: value, km: distanceKm(coords, { latitude: lat, longitude: lon }) }];
        });
        const nearest = places.sort((a, b) => a.km - b.km)[0];
        if (nearest === undefined || nearest.km > farthestKm) this.#say(this.dataset['outside']);
        else this.#add(nearest.id);
      },
      () => this.#say(this.dataset['noPlace']),
      { maximumAge: 600_000, timeout: 15_000 },
    );
  }

  async #send(): Promise<void> {
    const [only, ...others] = chosen();
    // One alone has a page with its own picture, which a message shows beside the link.
    const page = others.length === 0 ? findRow(only)?.querySelector('a') : null;
    const url = page?.href ?? location.href;
    if (typeof navigator.share === 'function')
      await navigator.share({ url, title: document.title }).catch(() => {});
    else
      await navigator.clipboard.writeText(url).then(
        () => this.#say(this.dataset['copied']),
        () => this.#say(url),
      );
  }

  #say(words = ''): void {
    const status = this.querySelector('[role=status]');
    if (status !== null) status.textContent = words;
  }

  #draw(): void {
    const ids = chosen();
    for (const tile of this.#section?.querySelectorAll('a[data-district]') ?? [])
      tile.toggleAttribute('data-chosen', ids.includes(tile.getAttribute('data-district') ?? ''));
    const rows = ids.flatMap((id) => findRow(id) ?? []);
    const state = document.querySelector<HTMLTableRowElement>('.league .state');
    const shown = rows.length < most && state !== null ? [...rows, state] : rows;
    const table = this.querySelector('table');
    table?.toggleAttribute('hidden', rows.length === 0);
    table?.classList.toggle('with-state', rows.length < shown.length);
    this.querySelector('[data-send]')?.toggleAttribute('hidden', rows.length === 0);
    table?.tHead?.replaceChildren(line(element('td'), ...shown.map((row) => this.#head(row))));
    const heads = [...document.querySelectorAll('.league thead th')].slice(1);
    table?.tBodies[0]?.replaceChildren(
      ...heads.map((head, at) =>
        line(
          scoped('row', head.textContent),
          ...shown.map((row) => element('td', ...copies(row.cells[at + 1]))),
        ),
      ),
    );
  }

  #head(row: HTMLTableRowElement): HTMLElement {
    const head = scoped('col');
    head.append(...copies(row.cells[0]));
    const { district } = row.dataset;
    if (district === undefined) return head;
    const out = document.createElement('button');
    out.type = 'button';
    out.textContent = '×';
    out.ariaLabel = `${this.dataset['out']}: ${row.querySelector('a')?.textContent}`;
    out.addEventListener('click', () => {
      this.#choose(chosen().filter((id) => id !== district));
      this.#select().focus();
    });
    head.append(out);
    return head;
  }
}

function chosen(): string[] {
  return (readQuery().get('district') ?? '').split(',').filter((id) => /^[a-z-]+$/.test(id));
}

function findRow(id = ''): HTMLTableRowElement | null {
  return document.querySelector(`.league [data-district="${id}"]`);
}

/** A browser that keeps nothing (or not now) forgets; everything else goes on. */
function remember(ids: readonly string[]): void {
  try {
    localStorage.setItem(remembered, ids.join(','));
  } catch {}
}

function recall(): string[] {
  try {
    return (localStorage.getItem(remembered) ?? '').split(',').filter(Boolean);
  } catch {
    return [];
  }
}

type Place = Pick<GeolocationCoordinates, 'latitude' | 'longitude'>;

/** On a plane, which within a state is right to some per cent. */
function distanceKm(a: Place, b: Place): number {
  const kmOfDegree = 111;
  const north = a.latitude - b.latitude;
  const east = (a.longitude - b.longitude) * Math.cos((a.latitude * Math.PI) / 180);
  return kmOfDegree * Math.hypot(north, east);
}

function copies(cell: HTMLTableCellElement | undefined): Node[] {
  return [...(cell?.childNodes ?? [])].map((node) => node.cloneNode(true));
}

function element(name: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

function scoped(scope: 'row' | 'col', text: string | null = ''): HTMLTableCellElement {
  const head = document.createElement('th');
  head.scope = scope;
  head.append(text ?? '');
  return head;
}

function line(...cells: HTMLElement[]): HTMLElement {
  return element('tr', ...cells);
}

customElements.define('my-districts', MyDistricts);
