import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Pair } from '../../../../../campaigns/words/pairs.ts';
import { inEachLanguage } from '../../../../i18n/own-language.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { Button, List, Section } from '../../ui/parts.tsx';
import { useModal } from '../../ui/use-modal.ts';
import { Icon } from '../chrome/Icon.tsx';
import { type FoundKind, find, foundKinds, isPhoneNumber } from './found.ts';

const findWordsIn = inEachLanguage({
  open: ['थाना, कोड, कार्य खोजें', 'Find a station, code, entry'],
  title: ['पोर्टल में खोजें', 'Search the console'],
  hint: ['थाना, कोड, कार्य, निर्देश…', 'Station, code, entry, direction…'],
  lead: [
    'थाने का नाम, बोर्ड का कोड, कार्य की संख्या, आदेश, प्रसारण, निर्देश या मदद खोजें।',
    'Find a station by name, a board’s code, an entry’s number, an order, a blast, a direction or help.',
  ],
  close: ['बंद करें', 'Close'],
  looking: ['खोज रहे हैं…', 'Looking…'],
  none: (text: string) => [
    `“${text}” से कुछ नहीं मिला। शब्द बदलकर देखें।`,
    `Nothing is found by “${text}”. Try other words.`,
  ],
  found: (count: number) => [`${count} मिले।`, count === 1 ? '1 found.' : `${count} found.`],
  partly: ['कुछ सूचियाँ अभी नहीं देखी जा सकीं।', 'Some lists could not be searched now.'],
  number: ['नागरिक का नंबर यहाँ नहीं खोजा जाता।', 'A citizen’s number is not searched here.'],
  kinds: {
    page: ['पृष्ठ', 'Pages'],
    code: ['कोड', 'Code'],
    station: ['थाने', 'Stations'],
    direction: ['निर्देश', 'Directions'],
    activity: ['कार्य', 'Entries'],
    'press-note': ['प्रेस नोट', 'Press notes'],
    order: ['छपाई के आदेश', 'Orders'],
    blast: ['प्रसारण', 'Blasts'],
    help: ['मदद', 'Help'],
  } satisfies Record<FoundKind, Pair>,
});

/** The search in the bar: a field's look that opens one over the page, by a tap or by Ctrl-K. */
export function FindBox() {
  const { words } = useConsole(findWordsIn);
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
  const { words } = useConsole(findWordsIn);
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
        <Button onClick={() => dialog.current?.close()}>{words.close}</Button>
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

/** Shows the findings by kind, and says aloud how many there are. */
function FoundList({ text, answer }: { text: string; answer: Answer | null }) {
  const { words } = useConsole(findWordsIn);
  if (text.trim() === '') return <p className="detail">{words.lead}</p>;
  if (answer === null) return <p role="status">{words.looking}</p>;
  const { found, isWhole } = answer;
  return (
    <>
      <p role="status" className="detail">
        {found.length === 0 ? words.none(text.trim()) : words.found(found.length)}
        {!isWhole && ` ${words.partly}`}
        {isPhoneNumber(text) && ` ${words.number}`}
      </p>
      {foundKinds.map((kind) => {
        const rows = found.filter((row) => row.kind === kind);
        return (
          rows.length > 0 && (
            <Section key={kind} id={`found-${kind}`} title={words.kinds[kind]}>
              <List of={rows} keyOf={({ href }) => href}>
                {({ title, detail, href }) => (
                  <a href={href}>
                    <strong>{title}</strong>
                    {detail !== '' && <span>{detail}</span>}
                  </a>
                )}
              </List>
            </Section>
          )
        );
      })}
    </>
  );
}

type Answer = Awaited<ReturnType<typeof find>>;

const typingPauseMs = 250;

/** Searches for the text once typing pauses; null while it searches. */
function useFound(text: string): Answer | null {
  const { language, words, districts, service } = useConsole();
  const me = useMe();
  const [answer, setAnswer] = useState<{ text: string; value: Answer } | null>(null);
  useEffect(() => {
    if (text.trim() === '') return;
    let current = true;
    const timer = setTimeout(async () => {
      const value = await find(text, { me, language, words, districts, service });
      // An earlier text may be answered later than this one.
      if (current) setAnswer({ text, value });
    }, typingPauseMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text, me, language, words, districts, service]);
  return answer?.text === text ? answer.value : null;
}
