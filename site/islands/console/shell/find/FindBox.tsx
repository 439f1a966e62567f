import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useConsole } from '../../ui/console-context.ts';
import { useModal } from '../../ui/use-modal.ts';
import { Icon } from '../chrome/Icon.tsx';
import { FoundList } from './FoundList.tsx';
import { findWordsIn } from './find-words.ts';
import { useFound } from './use-found.ts';

/** The search in the bar: a field's look that opens one over the page, by a tap or by Ctrl-K. */
export function FindBox() {
  const { language } = useConsole();
  const words = findWordsIn(language);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const byKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', byKey);
    return () => document.removeEventListener('keydown', byKey);
  }, []);
  return (
    <>
      <button
        type="button"
        className="find-open"
        aria-haspopup="dialog"
        aria-label={words.open}
        aria-keyshortcuts="Control+K"
        onClick={() => setOpen(true)}
      >
        <Icon name="magnifying-glass" />
        <span>{words.open}</span>
      </button>
      {/* Outside the bar, whose buttons and links look otherwise. */}
      {open && createPortal(<FindDialog onClose={() => setOpen(false)} />, document.body)}
    </>
  );
}

function FindDialog({ onClose }: { onClose: () => void }) {
  const { language } = useConsole();
  const words = findWordsIn(language);
  const dialog = useModal();
  const [text, setText] = useState('');
  const answer = useFound(text);
  return (
    <dialog ref={dialog} className="find" aria-label={words.title} onClose={onClose}>
      <search>
        <label className="sr-only" htmlFor="find-text">
          {words.title}
        </label>
        <input
          id="find-text"
          // One of the type `search` would be emptied by Escape, which is to close the dialog.
          type="text"
          inputMode="search"
          autoComplete="off"
          enterKeyHint="search"
          placeholder={words.hint}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') dialog.current?.querySelector('a')?.click();
            else if (event.key === 'ArrowDown') moveFocus(dialog.current, event, 1);
          }}
        />
        <button type="button" className="button quiet" onClick={() => dialog.current?.close()}>
          {words.close}
        </button>
      </search>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows are a second way through links that tab reaches */}
      <div
        className="find-found"
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') moveFocus(dialog.current, event, 1);
          if (event.key === 'ArrowUp') moveFocus(dialog.current, event, -1);
        }}
      >
        <FoundList text={text} answer={answer} />
      </div>
    </dialog>
  );
}

/** Arrows go through the field and what is found below it. */
function moveFocus(place: HTMLElement | null, event: React.KeyboardEvent, step: 1 | -1): void {
  const stops = [...(place?.querySelectorAll<HTMLElement>('input, a') ?? [])];
  const next = stops[stops.indexOf(event.target as HTMLElement) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
