import type { FaultView } from '../../../../../messaging/print/proofs/proofs-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';

/** Why a picture does not follow the words: the fields that do not fit, each with what is expected in it. */
export function ProofFaults({ faults }: { faults: readonly FaultView[] }) {
  const { language } = useConsole();
  if (faults.length === 0) return null;
  return (
    <ul className="studio-findings" role="status">
      {faults.map(({ path, label, message }) => (
        <li key={path.join('.') + message.en} className="fault">
          <strong>{label[language]}</strong> <span>{message[language]}</span>
        </li>
      ))}
    </ul>
  );
}
