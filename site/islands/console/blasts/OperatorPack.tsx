import { rolesFor } from '../../../../campaigns/offices/permission.ts';
import type { Blast } from '../../../../messaging/contract/blasts.ts';
import { addressOf } from '../address.ts';
import { useMe } from '../console-context.ts';
import { useBlastWords } from './use-blast-words.ts';

/** For a service provider that sends it itself; what goes out from here is not given away as well. */
export function OperatorPack({ blast }: { blast: Blast }) {
  const words = useBlastWords();
  const me = useMe();
  if (!rolesFor('blast.run').includes(me.role) || blast.approvedAt !== null) return null;
  return (
    <section aria-labelledby="pack">
      <h3 id="pack">{words.pack.title}</h3>
      <p>{words.pack.text}</p>
      <a
        className="button quiet"
        href={addressOf('GET /api/blasts/:id/operator-pack.zip', { params: { id: blast.id } })}
        download
      >
        {words.pack.take}
      </a>
    </section>
  );
}
