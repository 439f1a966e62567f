import { createElement, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { ProgressFile } from '../../campaigns/tracker/progress-file.ts';
import { DirectionStanding, StandingNote } from '../components/progress/DirectionStanding.tsx';
import type { Language } from '../i18n/language.ts';

const roots = new WeakMap<Element, Root>();

/** Puts newer standings where those of the build are; the words of the directions stay. */
export function drawDirections(
  view: Element,
  { file, language }: { file: ProgressFile; language: Language },
): void {
  const draw = (place: Element, node: ReactNode) => {
    const root = roots.get(place) ?? createRoot(place);
    roots.set(place, root);
    root.render(node);
  };
  for (const note of view.querySelectorAll('[data-standing-note]'))
    draw(note, createElement(StandingNote, { file, language }));
  for (const place of view.querySelectorAll<HTMLElement>('[data-standing]'))
    draw(
      place,
      createElement(DirectionStanding, { file, id: place.dataset['standing'] ?? '', language }),
    );
}
