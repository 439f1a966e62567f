import type { HTMLAttributes } from 'react';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** Sorts and filters the table in it: `site/islands/league-table.ts` */
      'league-table': HTMLAttributes<HTMLElement> & { 'data-count': string };
    }
  }
}
