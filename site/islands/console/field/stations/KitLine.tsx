import { useConsole } from '../../ui/console-context.ts';
import { usePoll } from '../../ui/use-poll.ts';
import { stationWordsIn } from './station-words.ts';

/** Progress of the files and pages that follow a correction; nothing while all is up to date. */
export function KitLine({ always = false }: { always?: boolean }) {
  const { words } = useConsole(stationWordsIn);
  const { state } = usePoll(({ step }) => step !== 'idle', 'GET /api/kit');
  if (state.kind !== 'loaded') return null;
  const { step, files } = state.value;
  if (step === 'idle' && !always) return null;
  return (
    <div className="kit-line" role="status">
      {files !== null && step !== 'idle' && (
        <progress max={files.total} value={files.made} aria-label={words.kit[step]} />
      )}
      <p className={step === 'failed' ? 'notice bad' : 'detail'}>{words.kit[step]}</p>
    </div>
  );
}
