import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { DistrictScore, type DistrictScoreProps } from '../components/progress/DistrictScore.tsx';

/** Puts a newer score where that of the build stands. */
export function drawDistrictScore(view: Element, props: DistrictScoreProps): void {
  createRoot(view).render(createElement(DistrictScore, props));
}
