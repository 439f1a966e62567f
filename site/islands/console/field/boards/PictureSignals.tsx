import { saySignal, signalsHead } from '../../../../../campaigns/words/picture-signal-words.ts';
import type { NamedSignal } from '../../../../../messaging/field/activities/activities-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';

/** Signals of a board's picture, each in words; nothing where there is none. */
export function PictureSignals({ signals }: { signals: readonly NamedSignal[] }) {
  const { language } = useConsole();
  if (signals.length === 0) return null;
  return (
    <div className="notice plain signals">
      <p>
        <strong>{signalsHead[language]}</strong>
      </p>
      <ul>
        {signals.map((signal) => (
          <li key={signal.kind}>{saySignal(signal)[language]}</li>
        ))}
      </ul>
    </div>
  );
}
