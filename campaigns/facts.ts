import { z } from 'zod';
import { bilingual } from './bilingual.ts';
import { id } from './id.ts';

export const factSchema = z.strictObject({
  id,
  name: bilingual.describe('What it is about'),
  value: bilingual.describe('As it is told to citizens'),
  source: bilingual.describe('Where it is from, as long as the owner has not confirmed it'),
  confirmed: z
    .strictObject({
      by: bilingual.describe('Office and name'),
      on: z.iso.date(),
    })
    .nullable()
    .describe('Who of the owner confirmed it, and when; null until then'),
});
export type Fact = z.infer<typeof factSchema>;

interface Facts {
  facts?: readonly Fact[] | undefined;
}
type Stores = Facts & { app: Readonly<Record<keyof typeof storeFacts, string | null>> };

/** Facts of the campaign that nobody has confirmed. */
export function openFacts({ facts = [] }: Facts): Fact[] {
  return facts.filter(({ confirmed }) => confirmed === null);
}

/** Ids at the stores, as facts are called that confirm them. */
export const storeFacts = { playPackage: 'play-package', appStoreId: 'app-store-id' } as const;

/** The stores' facts that are open: until then pages say so, and what is printed is marked. */
export function openStores({ app, facts }: Stores): Fact[] {
  const named = Object.entries(storeFacts).flatMap(([field, id]) =>
    app[field as keyof typeof storeFacts] === null ? [] : [id],
  );
  return openFacts({ facts }).filter(({ id }) => named.some((store) => store === id));
}

/** An id at a store needs a fact, so that nobody takes it for confirmed. */
export function reportStores({ app, facts = [] }: Stores, context: z.core.$RefinementCtx): void {
  for (const [field, id] of Object.entries(storeFacts))
    if (app[field as keyof typeof storeFacts] !== null && !facts.some((fact) => fact.id === id))
      context.addIssue({
        code: 'custom',
        path: ['facts'],
        message: `Expected a fact with the id ${id}, since app.${field} is given`,
      });
}
