import { useConsole } from '../../ui/console-context.ts';
import { Button, ErrorNotice, Outcome } from '../../ui/parts.tsx';
import type { ServiceError } from '../../ui/service.ts';
import { stationWordsIn } from './station-words.ts';

/** Why nothing was saved; where somebody else was faster, what that one wrote is one tap away. */
export function StaleNotice({
  error,
  onReload,
}: {
  error: ServiceError | null;
  onReload: () => void;
}) {
  const { words } = useConsole(stationWordsIn);
  if (error?.code !== 'stale') return <ErrorNotice error={error} />;
  return (
    <Outcome tone="bad">
      <p>{words.stale}</p>
      <Button onClick={onReload}>{words.loadAgain}</Button>
    </Outcome>
  );
}

interface Fault {
  field: string;
  expected: { hi: string; en: string };
  found: string;
}

/** The field of a station that was refused, with what is expected in it. */
export function findFault(error: ServiceError | null): Fault | null {
  if (error === null || error.code !== 'wrong-station') return null;
  return error.body as unknown as Fault;
}
