import { operatorGateway } from '../../../../../messaging/contract/values.ts';
import type { Blast } from '../../../../../messaging/phone/blasts/blasts-schemas.ts';
import { useConsole, useMay } from '../../ui/console-context.ts';
import { formatMoment } from '../../ui/format-moment.ts';
import { TakePack } from '../operators/TakePack.tsx';
import { runWordsIn } from './run-words.ts';

/** For a service provider that sends it itself, once it is approved. */
export function OperatorPack({ blast, reload }: { blast: Blast; reload: () => void }) {
  const { language, words } = useConsole(runWordsIn);
  const may = useMay();
  if (!may('blast.run') || blast.gateway !== operatorGateway) return null;
  const isReady = blast.status === 'handed-over';
  return (
    <section aria-labelledby="pack">
      <h3 id="pack">{words.pack.title}</h3>
      <p>{isReady ? words.pack.text : words.pack.later}</p>
      {isReady && (
        <TakePack blastId={blast.id} className="button" onTaken={reload}>
          {words.pack.take}
        </TakePack>
      )}
      {blast.packTakenAt !== null && (
        <p className="detail">{words.pack.taken(formatMoment(blast.packTakenAt, language))}</p>
      )}
    </section>
  );
}
