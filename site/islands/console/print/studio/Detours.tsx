import type { Entry } from '../../../../../messaging/kit/feature.ts';
import { detours, holding } from '../../../../../messaging/print/studio/detours-feature.ts';
import type { StudioView } from '../../../../../messaging/print/studio/studio-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import { FeatureEntries } from '../../ui/feature/FeatureView.tsx';
import { useEntries, useSay, useSayValue } from '../../ui/feature/use-feature.ts';
import { useStudioWords } from './studio-words.ts';

type Detour = Entry<typeof detours>;
type Known = Pick<StudioView, 'now' | 'targets'>;

const isOpen = ({ status }: Detour) => status === 'submitted' || status === 'approved';

/** Codes that lead elsewhere for a while: what holds, what waits, what was. */
export function Detours({ studio }: { studio: Known }) {
  const { language } = useConsole();
  const words = useStudioWords();
  const say = useSay();
  const { state, reload } = useEntries(detours);
  const all = state.kind === 'loaded' ? state.value : [];
  const earlier = all.filter((each) => !isOpen(each));
  const targets = studio.targets.map(
    ({ id, name, address }) => [id, `${name[language]} (${address})`] as const,
  );
  return (
    <section aria-labelledby="studio-detours">
      <h2 id="studio-detours">{say(detours.title)}</h2>
      <FeatureEntries
        of={detours}
        state={state.kind === 'loaded' ? { ...state, value: all.filter(isOpen) } : state}
        reload={reload}
        form={{
          values: { channel: 'board', validFrom: studio.now },
          choices: { target: targets },
        }}
        row={(detour) => <DetourFacts detour={detour} {...studio} />}
      />
      {earlier.length > 0 && (
        <details>
          <summary>{words.history(earlier.length)}</summary>
          <ol className="plain activities">
            {earlier.map((detour) => (
              <li key={detour.id}>
                <DetourFacts detour={detour} {...studio} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

function DetourFacts({ detour, targets, now }: { detour: Detour } & Known) {
  const { language } = useConsole();
  const say = useSay();
  const sayValue = useSayValue();
  const { fields } = detours;
  const { code, target, status, validFrom, validUntil, remark } = detour;
  const holds =
    status === 'approved' && validFrom <= now && (validUntil === null || now < validUntil);
  return (
    <>
      <p>
        <strong>
          {code ?? sayValue(fields.channel, detour.channel)} →{' '}
          {targets.find(({ id }) => id === target)?.name[language] ?? target}
        </strong>{' '}
        <span className="tag">{holds ? say(holding) : sayValue(fields.status, status)}</span>
      </p>
      <p className="detail">
        {sayValue(fields.validFrom, validFrom)} – {sayValue(fields.validUntil, validUntil)}
      </p>
      <p>{detour.reason}</p>
      <p className="detail">
        {[detour.draftedBy, detour.decidedBy, detour.endedBy].filter(Boolean).join(' · ')}
      </p>
      {remark !== '' && <p>{remark}</p>}
    </>
  );
}
