import type { HTMLAttributes } from 'react';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** Figures of chosen districts: `site/islands/my-districts.ts` */
      'my-districts': HTMLAttributes<HTMLElement> &
        Record<`data-${'out' | 'outside' | 'no-place' | 'copied'}`, string>;
      /** Sorts and filters the table in it: `site/islands/league-table.ts` */
      'league-table': HTMLAttributes<HTMLElement> & { 'data-count': string };
    }
  }
}
