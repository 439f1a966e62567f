import { rolesFor } from '../../../../campaigns/offices/permission.ts';
import type { Blast } from '../../../../messaging/contract/blasts.ts';
import { useMe } from '../console-context.ts';
import { TakePack } from '../TakePack.tsx';
import { useBlastWords } from './use-blast-words.ts';

/** For a service provider that sends it itself; what goes out from here is not given away as well. */
export function OperatorPack({ blast, reload }: { blast: Blast; reload: () => void }) {
  const words = useBlastWords();
  const me = useMe();
  if (!rolesFor('blast.run').includes(me.role) || blast.approvedAt !== null) return null;
  return (
    <section aria-labelledby="pack">
      <h3 id="pack">{words.pack.title}</h3>
      <p>{words.pack.text}</p>
      <TakePack blastId={blast.id} className="button quiet" onTaken={reload}>
        {words.pack.take}
      </TakePack>
    </section>
  );
}
