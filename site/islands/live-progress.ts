import type { ProgressFile } from '../../campaigns/tracker/progress-file.ts';
import { figuresMark } from '../components/progress/figures-mark.ts';

import { readQuery, setQuery, writeQuery } from './address-query.ts';

const pauseMs = 60_000;

/** Asks the service for newer figures, and only then fetches what draws them. */
class LiveProgress extends HTMLElement {
  #generated = '';
  #mark = '';

  connectedCallback(): void {
    if (this.dataset['service'] === undefined) return;
    this.#generated = this.dataset['generated'] ?? '';
    this.#mark = this.dataset['mark'] ?? '';
    void this.#begin();
    // A district's own page says its progress when it is opened, and leaves the line alone after that.
    if (this.dataset['district'] !== undefined) return;
    setInterval(() => {
      if (document.visibilityState === 'visible' && this.#chosenDay() === '') void this.#refresh();
    }, pauseMs);
  }

  /** A day in the address (`?day=2019-04-10`) shows what was known on it; without one the figures are of now. */
  async #begin(): Promise<void> {
    const time = this.parentElement?.querySelector<HTMLElement>(':scope > .time');
    const days = time == null ? null : await fetchJson<string[]>('/api/progress/days');
    if (time != null && days !== null && days.length > 1) this.#offerDays(time, days);
    await this.#refresh();
  }

  #offerDays(time: HTMLElement, days: readonly string[]): void {
    const [range, output] = [time.querySelector('input'), time.querySelector('output')];
    if (range === null || output === null) return;
    const last = days.length - 1;
    const at = days.indexOf(this.#chosenDay());
    range.max = String(last);
    range.value = String(at === -1 ? last : at);
    const day = () => days[range.valueAsNumber] ?? '';
    const say = () => {
      output.textContent = this.#nameDay(day());
      range.setAttribute('aria-valuetext', output.textContent);
    };
    range.addEventListener('input', say);
    range.addEventListener('change', () => {
      const chosen = range.valueAsNumber === last ? '' : day();
      writeQuery((query) => setQuery(query, 'day', chosen));
      this.#generated = '';
      this.#mark = '';
      void this.#refresh();
    });
    say();
    time.hidden = false;
  }

  #nameDay(day: string): string {
    const language = this.dataset['language'] === 'en' ? 'en-IN' : 'hi-IN-u-nu-latn';
    return new Date(day).toLocaleDateString(language, { dateStyle: 'long', timeZone: 'UTC' });
  }

  /** Empty on a page whose figures are always of now. */
  #chosenDay(): string {
    const day = this.dataset['days'] === undefined ? '' : (readQuery().get('day') ?? '');
    return /^\d{4}-\d\d-\d\d$/.test(day) ? day : '';
  }

  async #refresh(): Promise<void> {
    const day = this.#chosenDay();
    const file = await fetchJson<ProgressFile>(`/api/progress${day && `/days/${day}`}`);
    // Without a service, or while it is away, the figures of the build stay.
    if (file === null || day !== this.#chosenDay()) return;
    const mark = figuresMark(file);
    if (file.generatedAt <= this.#generated || mark === this.#mark) return;
    const view = this.querySelector('.view');
    const places = this.querySelector('script[type="application/json"]')?.textContent ?? '{}';
    if (view === null) return;
    this.#generated = file.generatedAt;
    this.#mark = mark;
    const language = this.dataset['language'] === 'en' ? 'en' : 'hi';
    const { district, directions } = this.dataset;
    if (directions !== undefined) {
      const { drawDirections } = await import('./draw-directions.ts');
      drawDirections(view, { file, language });
    } else if (district === undefined) {
      const { drawProgress } = await import('./draw-progress.ts');
      drawProgress(view, { file, places: JSON.parse(places), language });
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
