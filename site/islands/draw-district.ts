import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import {
  DistrictProgress,
  type DistrictProgressProps,
} from '../components/progress/DistrictProgress.tsx';

/** Replaces a district's figures of the build by newer ones. */
export function drawDistrict(view: Element, props: DistrictProgressProps): void {
  createRoot(view).render(createElement(DistrictProgress, props));
}
