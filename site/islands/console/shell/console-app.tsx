import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { isView, type View } from '../ui/views.ts';
import { App, type ConsolePlaces } from './App.tsx';
import { registerConsoleWorker } from './console-worker.ts';
import { speakOwnValidity } from './own-validity.ts';

/** The console in its page: reads what the page says and draws the view in it. */
class ConsoleApp extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const language = this.dataset['language'] === 'en' ? 'en' : 'hi';
    const view: View = isView(this.dataset['view']) ? this.dataset['view'] : 'home';
    const places: ConsolePlaces = JSON.parse(this.querySelector('script')?.textContent ?? '{}');
    const words =
      language === 'hi'
        ? (await import('../../../i18n/console-hi.ts')).consoleHi
        : (await import('../../../i18n/console-en.ts')).consoleEn;
    speakOwnValidity(this, language);
    void registerConsoleWorker(language);
    createRoot(this).render(createElement(App, { language, view, words, ...places }));
  }
}

customElements.define('console-app', ConsoleApp);
