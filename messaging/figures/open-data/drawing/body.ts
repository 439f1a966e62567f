import type { Pen } from './pen.ts';

/** For a phone and for everything wider. */
export const chartSizes = ['wide', 'narrow'] as const;
export type ChartSize = (typeof chartSizes)[number];

export interface BodyOptions {
  size: ChartSize;
  language: 'hi' | 'en';
  pen: Pen;
}

/** A chart without the heading and the foot that every chart has. */
export interface Body {
  svg: string;
  height: number;
  /** Said to those who do not see it */
  alt: string;
  /** The meaning of each mark, which is drawn 36 by 14 */
  key: { words: string; svg: string }[];
}
