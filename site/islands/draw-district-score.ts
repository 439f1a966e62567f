import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { DistrictScore, type DistrictScoreProps } from '../components/progress/DistrictScore.tsx';

/** Replaces the score of the build by a newer one. */
export function drawDistrictScore(view: Element, props: DistrictScoreProps): void {
  createRoot(view).render(createElement(DistrictScore, props));
}
