import { useCallback, useEffect, useRef, useState } from 'react';
import { type FieldPath, withValue } from '../../../../../campaigns/studio/path.ts';
import type { DraftView } from '../../../../../messaging/print/studio/studio-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import type { ServiceError } from '../../ui/service.ts';

export type Content = DraftView['content'];
export type SaveState = 'saved' | 'saving' | 'unsaved' | 'stale';

export interface OpenDraft {
  /** As the service last answered. */
  draft: DraftView;
  /** As it is written at this moment. */
  content: Content;
  state: SaveState;
  set(path: FieldPath, value: unknown): void;
  /** The draft after another action. */
  take(draft: DraftView): void;
  /** Resolves with the draft once all that was written is kept. */
  settle(): Promise<DraftView>;
}

const pauseMs = 600;
const retryMs = 4000;

/** Saves a draft while it is written: one request at a time, the next with all changes since. */
export function useDraft(first: DraftView): OpenDraft {
  const { service } = useConsole();
  const [draft, setDraft] = useState(first);
  const [content, setContent] = useState<Content>(first.content);
  const [state, setState] = useState<SaveState>('saved');
  const latest = useRef({ draft: first, content: first.content, isWritten: false });
  const saving = useRef<Promise<void> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const save = useCallback((): Promise<void> => {
    clearTimeout(timer.current);
    saving.current ??= (async () => {
      while (latest.current.isWritten) {
        setState('saving');
        latest.current.isWritten = false;
        const { draft: known, content: fields } = latest.current;
        try {
          const next = await service.ask('PUT /api/studio/drafts/:id', {
            params: { id: known.id },
            body: { revision: known.revision, fields },
          });
          latest.current.draft = next;
          setDraft(next);
          if (!latest.current.isWritten) {
            latest.current.content = next.content;
            setContent(next.content);
          }
        } catch (error) {
          latest.current.isWritten = true;
          if ((error as ServiceError).code === 'edited-since') {
            setState('stale');
          } else {
            setState('unsaved');
            timer.current = setTimeout(() => void save().catch(() => {}), retryMs);
          }
          throw error;
        }
      }
      setState('saved');
    })().finally(() => {
      saving.current = null;
    });
    return saving.current;
  }, [service]);

  useEffect(() => () => clearTimeout(timer.current), []);

  const set = useCallback(
    (path: FieldPath, value: unknown) => {
      const next = withValue(latest.current.content, path, value);
      latest.current.content = next;
      latest.current.isWritten = true;
      setContent(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save().catch(() => {}), pauseMs);
    },
    [save],
  );
  const take = useCallback((next: DraftView) => {
    latest.current = { draft: next, content: next.content, isWritten: false };
    setDraft(next);
    setContent(next.content);
    setState('saved');
  }, []);
  const settle = useCallback(async () => {
    await save();
    return latest.current.draft;
  }, [save]);
  return { draft, content, state, set, take, settle };
}
