import type { hi } from './hi.ts';

/** The shape of every dictionary. */
export type Words = Wide<typeof hi>;

/** The shape of a dictionary with any words in it. */
export type Wide<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : T extends readonly string[]
      ? readonly string[]
      : { readonly [Key in keyof T]: Wide<T[Key]> };
