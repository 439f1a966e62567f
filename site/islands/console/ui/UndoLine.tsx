import { type ReactNode, useState } from 'react';
import { inEachLanguage } from '../../../i18n/own-language.ts';
import { AskForm } from './AskForm.tsx';
import { useConsole } from './console-context.ts';
import { Held, isHeld } from './Effect.tsx';
import { readText } from './form-text.ts';
import { Outcome } from './parts.tsx';

/** Puts the value before back by the door through which it was changed; takes the reason where that door asks for one. */
export type Undo = (reason: string) => Promise<unknown>;

interface UndoLineProps {
  /** Words of the change that was just saved. */
  children?: ReactNode;
  /** Names its subject for screen readers. */
  label?: string | undefined;
  undo: Undo;
}

/** A change that was just saved, and the way back in one tap. */
export function UndoLine(props: UndoLineProps) {
  return props.children === undefined ? (
    <UndoForm {...props} />
  ) : (
    <Outcome tone="good">
      <UndoForm {...props} />
    </Outcome>
  );
}

function UndoForm({ children, label, undo }: UndoLineProps) {
  const { words } = useConsole(undoWordsIn);
  const [answer, setAnswer] = useState<{ of: unknown } | null>(null);
  if (answer !== null)
    return isHeld(answer.of) ? <Held answer={answer.of} /> : <p role="status">{words.undone}</p>;
  return (
    <AskForm
      className="undo"
      button={words.undo}
      label={label && `${label}: ${words.undo}`}
      look="link"
      send={async (fields) =>
        setAnswer({ of: await undo(fields.has('reason') ? readText(fields, 'reason') : '') })
      }
    >
      {children}
    </AskForm>
  );
}

const undoWordsIn = inEachLanguage({
  undo: ['वापस लें', 'Undo'],
  undone: ['पहले जैसा कर दिया गया।', 'Put back as it was before.'],
});
