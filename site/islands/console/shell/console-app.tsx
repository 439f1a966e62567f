import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { type ConsoleWords, consoleWords } from '../../../i18n/console-words.ts';
import { speakOwnValidity, takeAnyDigits } from '../ui/own-validity.ts';
import { type View, viewAt } from '../ui/views.ts';
import { App, type ConsolePlaces } from './App.tsx';
import { registerConsoleWorker } from './console-worker.ts';

/** The console in its page: reads what the page says and draws the view in it. */
class ConsoleApp extends HTMLElement {
  connectedCallback(): void {
    const language = this.dataset['language'] === 'en' ? 'en' : 'hi';
    const view = viewAt(location.pathname);
    const places: ConsolePlaces = JSON.parse(this.querySelector('script')?.textContent ?? '{}');
    const words = consoleWords[language];
    if (view !== this.dataset['view']) namePage(words, view);
    speakOwnValidity(this, language);
    takeAnyDigits(this);
    void registerConsoleWorker(language);
    createRoot(this).render(createElement(App, { language, view, words, ...places }));
  }
}

/** Without a network any view may come in the page of another. */
function namePage({ menuNames, name }: ConsoleWords, view: View): void {
  const head = document.querySelector('h1');
  if (head !== null) head.textContent = menuNames[view];
  document.title = `${menuNames[view]} · ${name}`;
}

customElements.define('console-app', ConsoleApp);
