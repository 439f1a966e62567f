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
    const { drawProgress } = await import('./draw-progress.ts');
    const view = this.querySelector('.view');
    const places = this.querySelector('script[type="application/json"]')?.textContent;
    if (view === null || !places) return;
    this.#generated = file.generatedAt;
    this.#mark = mark;
    drawProgress(view, {
      file,
      places: JSON.parse(places),
      language: this.dataset['language'] === 'en' ? 'en' : 'hi',
    });
  }
}

customElements.define('live-progress', LiveProgress);
