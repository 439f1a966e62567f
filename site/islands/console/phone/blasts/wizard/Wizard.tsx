import { mayFinish } from '../../../../../../campaigns/offices/actor.ts';
import { useConsole, useMe } from '../../../ui/console-context.ts';
import { Await } from '../../../ui/parts.tsx';
import { useLoad } from '../../../ui/use-service.ts';
import { blastPath } from '../blast-paths.ts';
import { EmulatorBanner } from '../EmulatorBanner.tsx';
import { useBlastWords } from '../use-blast-words.ts';
import { copyBlast, makeEmptyForm, toForm } from './draft-form.ts';
import { Steps } from './Steps.tsx';

/** A new blast, one like `from`, or a draft that was begun, step by step. */
export function Wizard({ id, from }: { id: number | null; from: number | null }) {
  const { language } = useConsole();
  const words = useBlastWords();
  const me = useMe();
  const texts = useLoad('GET /api/templates');
  const gateways = useLoad('GET /api/gateways');
  const draftId = id ?? from;
  const draft = useLoad(draftId === null ? null : 'GET /api/blasts/:id', {
    params: { id: draftId ?? 0 },
  });
  return (
    <>
      <EmulatorBanner />
      <Await state={texts.state} retry={texts.reload}>
        {(read) => (
          <Await state={gateways.state} retry={gateways.reload}>
            {({ gateways: open, today }) => {
              const shared = { texts: read, gateways: open, today };
              if (id === null && from === null) {
                const form = makeEmptyForm(open, read.templates);
                return <Steps {...shared} begin={form} kept={null} />;
              }
              return (
                <Await state={draft.state} retry={draft.reload}>
                  {(detail) =>
                    id === null ? (
                      <Steps
                        {...shared}
                        begin={copyBlast(detail.blast, read.templates, open, words.wizard.copyName)}
                        kept={null}
                      />
                    ) : detail.blast.status === 'draft' && mayFinish(me, detail.blast.drafterId) ? (
                      <Steps
                        {...shared}
                        begin={toForm(detail.blast, read.templates)}
                        kept={detail}
                      />
                    ) : (
                      <p className="notice plain">
                        {words.wizard.notADraft}{' '}
                        <a href={blastPath(language, id)}>{detail.blast.name}</a>
                      </p>
                    )
                  }
                </Await>
              );
            }}
          </Await>
        )}
      </Await>
    </>
  );
}
