import type { ProgressFile } from '../../campaigns/tracker/progress-file.ts';
import { figuresMark } from '../components/progress/figures-mark.ts';

import { readQuery, setQuery, writeQuery } from './address-query.ts';

const pauseMs = 60_000;
/** Radio buttons whose choice stands in the address, unless it is the first. */
const choices = ['map', 'period'];

/** Asks the service for newer figures, or those of a day or a period, and only then fetches what draws them. */
class LiveProgress extends HTMLElement {
  #generated = '';
  #mark = '';
  /** Day and period that the figures in view are of. */
  #shown = ' ';
  #days: readonly string[] = [];

  connectedCallback(): void {
    const { service, district, days } = this.dataset;
    this.#generated = this.dataset['generated'] ?? '';
    this.#mark = this.dataset['mark'] ?? '';
    if (days !== undefined) {
      this.addEventListener('input', () => this.#sayDay());
      this.addEventListener('change', this.#choose);
      this.addEventListener('click', this.#askAgain);
      this.#arrange();
    }
    if (service === undefined) {
      if (this.#wanted() !== this.#shown) void this.#refresh();
      return;
    }
    void this.#begin();
    // A district's own page says its progress when it is opened, and leaves the line alone after that.
    if (district !== undefined) return;
    setInterval(() => {
      if (document.visibilityState === 'visible' && this.#chosenDay() === '') void this.#refresh();
    }, pauseMs);
  }

  async #begin(): Promise<void> {
    if (this.dataset['days'] !== undefined)
      this.#days = (await fetchJson<string[]>('/api/progress/days')) ?? [];
    this.#arrange();
    await this.#refresh();
  }

  #choose = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.type === 'range') {
      const day =
        target.valueAsNumber === this.#days.length - 1 ? '' : this.#days[target.valueAsNumber];
      writeQuery((query) => setQuery(query, 'day', day ?? ''));
    } else if (choices.includes(target.name)) {
      const isFirst = target === this.#radios(target.name)[0];
      writeQuery((query) => setQuery(query, target.name, isFirst ? '' : target.value));
    } else return;
    if (this.#wanted() !== this.#shown) void this.#refresh();
  };

  #askAgain = ({ target }: Event): void => {
    if (target instanceof Element && target.closest('.not-had button')) void this.#refresh();
  };

  #radios(name: string): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>(`input[type=radio][name=${name}]`)];
  }

  /** Sets the controls, which are drawn with the figures, as the address says. */
  #arrange(): void {
    for (const name of choices) {
      const chosen = this.#radios(name).find(({ value }) => value === readQuery().get(name));
      if (chosen !== undefined) chosen.checked = true;
    }
    const range = this.querySelector<HTMLInputElement>('#known-on');
    if (range === null || this.#days.length < 2) return;
    const last = this.#days.length - 1;
    const at = this.#days.indexOf(this.#chosenDay());
    range.max = String(last);
    range.value = String(at === -1 ? last : at);
    range.parentElement?.removeAttribute('hidden');
    this.#sayDay();
  }

  #sayDay(): void {
    const range = this.querySelector<HTMLInputElement>('#known-on');
    const output = this.querySelector('output');
    const day = this.#days[range?.valueAsNumber ?? -1];
    if (range === null || output === null || day === undefined) return;
    const language = this.dataset['language'] === 'en' ? 'en-IN' : 'hi-IN-u-nu-latn';
    output.textContent = new Date(day).toLocaleDateString(language, {
      dateStyle: 'long',
      timeZone: 'UTC',
    });
    range.setAttribute('aria-valuetext', output.textContent);
  }

  /** A day in the address (`?day=2019-04-10`) shows what was known on it; empty on a page whose figures are always of now. */
  #chosenDay(): string {
    const day = this.dataset['days'] === undefined ? '' : (readQuery().get('day') ?? '');
    return /^\d{4}-\d\d-\d\d$/.test(day) ? day : '';
  }

  #chosenPeriod(): 'all' | 'week' {
    const isWeek = this.dataset['days'] !== undefined && readQuery().get('period') === 'week';
    return isWeek ? 'week' : 'all';
  }

  #wanted(): string {
    const period = this.#chosenPeriod();
    return `${this.#chosenDay()} ${period === 'all' ? '' : period}`;
  }

  async #refresh(): Promise<void> {
    const [day, wanted] = [this.#chosenDay(), this.#wanted()];
    const file = await fetchJson<ProgressFile>(
      this.dataset['service'] === undefined
        ? '/progress-data/progress.json'
        : `/api/progress${day && `/days/${day}`}`,
    );
    if (wanted !== this.#wanted()) return;
    this.querySelector('.not-had')?.toggleAttribute(
      'hidden',
      file !== null || wanted === this.#shown,
    );
    // Without a service, or while it is away, the figures of the build stay.
    if (file === null) return;
    const mark = figuresMark(file);
    const isNew = file.generatedAt > this.#generated && mark !== this.#mark;
    const view = this.querySelector('.view');
    if (view === null || (wanted === this.#shown && !isNew)) return;
    this.#generated = file.generatedAt;
    this.#mark = mark;
    this.#shown = wanted;
    await this.#draw(view, file);
    this.#arrange();
  }

  async #draw(view: Element, file: ProgressFile): Promise<void> {
    const places = this.querySelector('script[type="application/json"]')?.textContent ?? '{}';
    const language = this.dataset['language'] === 'en' ? 'en' : 'hi';
    const { district, directions } = this.dataset;
    if (directions !== undefined) {
      const { drawDirections } = await import('./draw-directions.ts');
      drawDirections(view, { file, language });
    } else if (district === undefined) {
      const { drawProgress } = await import('./draw-progress.ts');
      const period = this.#chosenPeriod();
      drawProgress(view, { file, places: JSON.parse(places), language, period });
    } else {
      const { drawDistrict } = await import('./draw-district.ts');
      drawDistrict(view, { file, language, ...JSON.parse(places) });
    }
  }
}

async function fetchJson<Answer>(path: string): Promise<Answer | null> {
  const response = await fetch(path).catch(() => null);
  return response?.ok ? response.json() : null;
}

customElements.define('live-progress', LiveProgress);
