import { useMemo } from 'react';
import { same } from '../../../../../campaigns/studio/changes.ts';
import { valueAt, withValue } from '../../../../../campaigns/studio/path.ts';
import type { DraftView } from '../../../../../messaging/print/studio/studio-schemas.ts';
import type { Drafted } from './use-campaign-proof.ts';
import type { Content } from './use-draft.ts';

/** The fields and emblem of the draft that differ from the published ones. */
export function useDrafted(
  { published, emblem, emblemChanged }: DraftView,
  content: Content,
): Drafted {
  return useMemo(
    () => ({
      fields: pickChanged(content, published),
      emblem: emblemChanged ? emblem : undefined,
    }),
    [content, published, emblem, emblemChanged],
  );
}

/** Takes faulty fields as they are published, so that the rest can be drawn. */
export function hideFaults(content: Content, { faults, published }: DraftView): Content {
  return faults.reduce((whole, { path }) => {
    const before = valueAt(published, path);
    return before === undefined
      ? withValue(whole, path.slice(0, 1), valueAt(published, path.slice(0, 1)))
      : withValue(whole, path, before);
  }, content);
}

function pickChanged(content: Content, published: Content): Content {
  const fields = Object.entries(content) as [keyof Content, unknown][];
  return Object.fromEntries(fields.filter(([field, value]) => !same(value, published[field])));
}
