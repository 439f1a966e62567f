import { readQuery, setQuery, writeQuery } from './address-query.ts';

/**
 * Lets the league be sorted by its heads and filtered by name or zone. What was chosen is in the address
 * (`?league=agra&by=scans&low`), so it outlives newer figures, a reload, and being sent to somebody else.
 */
class LeagueTable extends HTMLElement {
  #redraws = new MutationObserver(() => this.#arrange());

  connectedCallback(): void {
    const input = this.querySelector<HTMLInputElement>('#league-filter');
    const body = this.querySelector('.districts');
    if (input === null || body === null) return;
    for (const head of this.#heads()) head.replaceChildren(this.#button(head));
    const filter = this.querySelector<HTMLElement>('.filter');
    if (filter !== null) filter.hidden = false;
    input.value = readQuery().get('league') ?? '';
    input.addEventListener('input', () => {
      writeQuery((query) => setQuery(query, 'league', input.value.trim()));
      this.#arrange();
    });
    this.#arrange();
  }

  disconnectedCallback(): void {
    this.#redraws.disconnect();
  }

  #heads(): HTMLTableCellElement[] {
    return [...this.querySelectorAll<HTMLTableCellElement>('thead [data-sort]')];
  }

  #button(head: HTMLTableCellElement): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = head.textContent;
    button.addEventListener('click', () => {
      const key = head.dataset['sort'] ?? '';
      writeQuery((query) => {
        const isLow = query.get('by') === key && !query.has('low');
        setQuery(query, 'by', key);
        query.delete('low');
        if (isLow) query.set('low', '');
      });
      this.#arrange();
    });
    return button;
  }

  #arrange(): void {
    const body = this.querySelector<HTMLElement>('.districts');
    if (body === null) return;
    // Its own changes are no news.
    this.#redraws.disconnect();
    const query = readQuery();
    const heads = this.#heads();
    const found = heads.findIndex(({ dataset }) => dataset['sort'] === query.get('by'));
    const at = Math.max(0, found);
    const isLow = query.has('low');
    heads.forEach((head, column) => {
      // The first column is the order of the league itself: its smallest place is the best.
      const isRising = (column === 0) !== isLow;
      head.ariaSort = column !== at ? null : isRising ? 'ascending' : 'descending';
    });
    const rows = [...body.querySelectorAll<HTMLTableRowElement>('tr')];
    const place = (row: HTMLTableRowElement) => Number(row.dataset['place']);
    const value = (row: HTMLTableRowElement) =>
      at === 0 ? -place(row) : Number(row.cells[at]?.dataset['value']);
    const turn = isLow ? -1 : 1;
    rows.sort((a, b) => turn * (value(b) - value(a)) || place(a) - place(b));
    const sought = (query.get('league') ?? '').toLowerCase().split(/\s+/);
    const all = this.querySelector<HTMLInputElement>('.all');
    // Who looks for a district or another order looks among all of them.
    if (all !== null && (query.has('league') || query.has('by'))) all.checked = true;
    for (const row of rows) {
      row.hidden = !sought.every((word) => row.dataset['words']?.includes(word));
    }
    body.append(...rows);
    const shown = rows.filter(({ hidden }) => !hidden).length;
    const count = this.querySelector('.count');
    const text = (this.dataset['count'] ?? '').replace('{count}', String(shown));
    if (count !== null) count.textContent = shown === rows.length ? '' : text;
    this.#redraws.observe(body, {
      childList: true,
      subtree: true,
      attributeFilter: ['data-value', 'data-place'],
    });
  }
}

customElements.define('league-table', LeagueTable);
