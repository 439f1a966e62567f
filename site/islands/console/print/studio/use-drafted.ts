import { useMemo } from 'react';
import { same } from '../../../../../campaigns/studio/changes.ts';
import { valueAt, withValue } from '../../../../../campaigns/studio/path.ts';
import type { DraftView } from '../../../../../messaging/contract/print/studio.ts';
import type { Drafted } from './use-campaign-proof.ts';
import type { Content } from './use-draft.ts';

/** What a proof of the draft has to be asked for. */
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

/** What is not right yet is drawn as it is published, so that all else can be seen. */
export function hideFaults(content: Content, { faults, published }: DraftView): Content {
  return faults.reduce((own, { path }) => {
    const before = valueAt(published, path);
    return before === undefined
      ? withValue(own, path.slice(0, 1), valueAt(published, path.slice(0, 1)))
      : withValue(own, path, before);
  }, content);
}

function pickChanged(content: Content, published: Content): Content {
  const own = Object.entries(content) as [keyof Content, unknown][];
  return Object.fromEntries(own.filter(([field, value]) => !same(value, published[field])));
}
