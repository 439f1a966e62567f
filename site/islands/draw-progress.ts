import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { ProgressView } from '../components/progress/ProgressView.tsx';
import type { ProgressProps } from '../components/progress/progress-page.ts';

const roots = new WeakMap<Element, Root>();

/** Replaces the figures of the build by newer ones. */
export function drawProgress(view: Element, props: ProgressProps): void {
  const root = roots.get(view) ?? createRoot(view);
  roots.set(view, root);
  // At once: what calls sets the controls in it.
  flushSync(() => root.render(createElement(ProgressView, props)));
}
