import { addMonths } from '../../../../../campaigns/directions/months.ts';

/** Months that a list can be narrowed to: this one and the eleven before it, the latest first. */
export function recentMonths(today: string): string[] {
  const thisMonth = `${today.slice(0, 7)}-01`;
  return Array.from({ length: 12 }, (_, back) => addMonths(thisMonth, -back).slice(0, 7));
}
