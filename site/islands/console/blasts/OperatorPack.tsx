import { rolesFor } from '../../../../campaigns/offices/permission.ts';
import { useMe } from '../console-context.ts';
import type { Blast } from './blast-answers.ts';
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
      <a className="button quiet" href={`/api/blasts/${blast.id}/operator-pack.zip`} download>
        {words.pack.take}
      </a>
    </section>
  );
}
