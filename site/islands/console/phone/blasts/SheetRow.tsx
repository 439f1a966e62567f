import { type ReactNode, useEffect, useRef } from 'react';
import type { BlastRow } from '../../../../../campaigns/messages/draft-fields.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Button, type Fact, Facts } from '../../ui/parts.tsx';
import { blastWordsIn } from './blast-words.ts';

interface SheetRowProps {
  row: BlastRow;
  /** The whole in one line. */
  lead: string;
  facts?: readonly Fact[];
  children?: ReactNode;
}

/** One thing that a blast is, with all that an approver has to know of it. */
export function SheetRow({ row, lead, facts = [], children }: SheetRowProps) {
  const words = useConsole(blastWordsIn).words.sheet;
  return (
    <section className="sheet-row" aria-labelledby={`row-${row}`}>
      <h4 id={`row-${row}`}>{words.rows[row]}</h4>
      <p className="sheet-lead">{lead}</p>
      <div className="sheet-body">
        <Facts className="facts" facts={facts} />
        {children}
      </div>
    </section>
  );
}

interface EditableRowProps extends Omit<SheetRowProps, 'facts'> {
  opened: boolean;
  onToggle: () => void;
}

/** The same in one line until it is opened to be changed; one row at a time is. */
export function EditableRow({ row, lead, opened, onToggle, children }: EditableRowProps) {
  const words = useConsole(blastWordsIn).words.sheet;
  const place = useRef<HTMLElement>(null);
  const was = useRef<boolean | null>(null);
  useEffect(() => {
    const section = place.current;
    if (section === null) return;
    // Opened by hand it is read out, and seen from its beginning; by a link it is at least not left at the bottom.
    if (opened && was.current === false)
      section.querySelector('h3')?.focus({ preventScroll: true });
    const isLow = section.getBoundingClientRect().top > innerHeight / 2;
    if (opened && (isLow || was.current === false)) section.scrollIntoView();
    was.current = opened;
  }, [opened]);
  const verb = opened ? words.close : words.change;
  return (
    <section ref={place} className="sheet-row" aria-labelledby={`row-${row}`}>
      <h3 id={`row-${row}`} tabIndex={-1}>
        {words.rows[row]}
      </h3>
      {!opened && <p className="sheet-lead">{lead}</p>}
      <Button
        look="link"
        aria-expanded={opened}
        aria-label={`${words.rows[row]}: ${verb}`}
        onClick={onToggle}
      >
        {verb}
      </Button>
      <div className="sheet-body">{children}</div>
    </section>
  );
}
