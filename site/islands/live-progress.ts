import type { ProgressFile } from '../../campaigns/tracker/progress-file.ts';
import { figuresMark } from '../components/progress/figures-mark.ts';

const pauseMs = 60_000;

/** Asks the service for newer figures, and only then fetches what draws them. */
class LiveProgress extends HTMLElement {
  #generated = '';
  #mark = '';

  connectedCallback(): void {
    if (this.dataset['service'] === undefined) return;
    this.#generated = this.dataset['generated'] ?? '';
    this.#mark = this.dataset['mark'] ?? '';
    void this.#refresh();
    // A district's own page says its progress when it is opened, and leaves the line alone after that.
    if (this.dataset['district'] !== undefined) return;
    setInterval(() => {
      if (document.visibilityState === 'visible') void this.#refresh();
    }, pauseMs);
  }

  async #refresh(): Promise<void> {
    const response = await fetch('/api/progress').catch(() => null);
    // Without a service, or while it is away, the figures of the build stay.
    if (response === null || !response.ok) return;
    const file: ProgressFile = await response.json();
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
      const { drawDistrictScore } = await import('./draw-district-score.ts');
      drawDistrictScore(view, { file, district, language, ...JSON.parse(places) });
    }
  }
}

customElements.define('live-progress', LiveProgress);
