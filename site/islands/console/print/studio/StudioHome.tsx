import { useContext, useState } from 'react';
import type { Entry } from '../../../../../messaging/kit/feature.ts';
import { detours, holding } from '../../../../../messaging/print/studio/detours-feature.ts';
import type {
  DraftSummary,
  StudioView,
  VersionView,
} from '../../../../../messaging/print/studio/studio-schemas.ts';
import { type Language, localPath } from '../../../../i18n/language.ts';
import { AskButton, AskForm, useAsk } from '../../ui/AskForm.tsx';
import { useConsole, useMay } from '../../ui/console-context.ts';
import { FeatureEntries } from '../../ui/feature/FeatureView.tsx';
import { useEntries, useSay, useSayValue } from '../../ui/feature/use-feature.ts';
import { Detail, Fold, Good } from '../../ui/lines.tsx';
import { Await, List, Section } from '../../ui/parts.tsx';
import { ReloadContext, useAgain, useLoad } from '../../ui/use-service.ts';
import { ChangeList } from './ChangeList.tsx';
import { studioWordsIn } from './studio-words.ts';

/** Drafts that wait, the published version, and how far the kit has followed it. */
export function StudioHome() {
  const { words } = useConsole(studioWordsIn);
  const { state, reload } = useLoad('GET /api/studio');
  return (
    <>
      <p>{words.lead}</p>
      <Await state={state} retry={reload}>
        {(studio) => (
          <>
            <div className="studio-tiles">
              <OwnDraft draft={studio.own} />
              <Waiting drafts={studio.waiting} />
              <Published studio={studio} />
            </div>
            <div className="two studio-two">
              <Section id="studio-versions" title={words.versions}>
                <VersionList versions={studio.versions} />
              </Section>
              <Detours studio={studio} />
            </div>
          </>
        )}
      </Await>
    </>
  );
}

function OwnDraft({ draft }: { draft: DraftSummary | null }) {
  const { language, service, words, format } = useConsole(studioWordsIn);
  const may = useMay();
  if (!may('studio.draft')) return null;
  return (
    <Section className="studio-tile" id="studio-own" title={words.ownDraft}>
      {draft === null ? (
        <p className="detail">{words.noDraft}</p>
      ) : (
        <p className="detail">
          {draft.status === 'submitted' ? words.waits : format.moment(draft.changedAt)}
          {draft.returnedBy !== null &&
            draft.status === 'draft' &&
            ` · ${words.returned(draft.returnedBy)}`}
        </p>
      )}
      {draft?.status === 'submitted' ? (
        <a className="button quiet" href={reviewPath(language, draft.id)}>
          {words.openSubmitted}
        </a>
      ) : (
        <AskButton
          button={draft === null ? words.begin : words.goOn}
          look="button"
          send={async () => {
            const { id } = await service.ask('POST /api/studio/drafts');
            location.assign(editPath(language, id));
          }}
        />
      )}
    </Section>
  );
}

function Waiting({ drafts }: { drafts: readonly DraftSummary[] }) {
  const { language, words, format } = useConsole(studioWordsIn);
  return (
    <Section
      className="studio-tile"
      id="studio-waiting"
      title={
        <>
          {words.waiting}
          {drafts.length > 0 && <span className="badge">{drafts.length}</span>}
        </>
      }
    >
      {drafts.length === 0 ? (
        <p className="detail">{words.waitingNone}</p>
      ) : (
        <List of={drafts} className="studio-waiting">
          {(draft) => (
            <>
              <a href={reviewPath(language, draft.id)}>
                {draft.rolledBackTo === null
                  ? words.draftOf(draft.author)
                  : words.rollbackTo(draft.rolledBackTo)}
              </a>{' '}
              <span className="detail">
                {draft.submittedAt && format.moment(draft.submittedAt)}
              </span>
            </>
          )}
        </List>
      )}
    </Section>
  );
}

function Published({ studio }: { studio: StudioView }) {
  const { words, format } = useConsole(studioWordsIn);
  const [check] = studio.hostChecks.filter(({ host }) => host === studio.host);
  return (
    <Section
      className="studio-tile"
      id="studio-published"
      title={
        <>
          {words.published}: {words.version(studio.current)}
        </>
      }
    >
      <p className="detail">{words.slug(studio.artworkVersion)}</p>
      <KitProgress />
      <p>
        {words.host}: <strong>{studio.host}</strong>
      </p>
      <p className={studio.hostConfirmed ? 'detail' : 'wrong'}>
        {studio.hostConfirmed ? words.hostConfirmed : words.hostUnconfirmed}
      </p>
      {check?.fault != null && (
        <Detail>
          {format.moment(check.checkedAt)}: {words.checkFailed[check.fault]}
        </Detail>
      )}
    </Section>
  );
}

const lookMs = 2000;

/** Progress of the files and pages that follow the last publication. */
function KitProgress() {
  const { words } = useConsole(studioWordsIn);
  const { state, reload } = useLoad('GET /api/kit');
  useAgain(lookMs, reload);
  if (state.kind !== 'loaded') return null;
  const { step, files, failure } = state.value;
  return (
    <div className="studio-kit" data-step={step}>
      <p role="status">{words.kitSteps[step]}</p>
      {files !== null && step !== 'idle' && (
        <>
          <progress max={files.total} value={files.made} aria-label={words.kit} />
          <p className="detail">{words.kitOf(files.made, files.total)}</p>
        </>
      )}
      {failure !== null && <p className="wrong">{failure}</p>}
    </div>
  );
}

const view = '/console/studio/';

export const homePath = (language: Language) => localPath(language, view);
export const editPath = (language: Language, id: number) => `${homePath(language)}?edit=${id}`;
const reviewPath = (language: Language, id: number) => `${homePath(language)}?id=${id}`;

type Detour = Entry<typeof detours>;
type Known = Pick<StudioView, 'now' | 'targets'>;

const isOpen = ({ status }: Detour) => status === 'submitted' || status === 'approved';

/** Codes that lead elsewhere for a while: what holds, what waits, what was. */
function Detours({ studio }: { studio: Known }) {
  const { language, words } = useConsole(studioWordsIn);
  const say = useSay();
  const { state, reload } = useEntries(detours);
  const all = state.kind === 'loaded' ? state.value : [];
  const earlier = all.filter((each) => !isOpen(each));
  const targets = studio.targets.map(
    ({ id, name, address }) => [id, `${name[language]} (${address})`] as const,
  );
  return (
    <Section id="studio-detours" title={say(detours.title)}>
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
        <Fold title={words.history(earlier.length)}>
          <List of={earlier} as="ol" className="activities">
            {(detour) => <DetourFacts detour={detour} {...studio} />}
          </List>
        </Fold>
      )}
    </Section>
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
      <Detail>
        {sayValue(fields.validFrom, validFrom)} – {sayValue(fields.validUntil, validUntil)}
      </Detail>
      <p>{detour.reason}</p>
      <Detail>
        {[detour.draftedBy, detour.decidedBy, detour.endedBy].filter(Boolean).join(' · ')}
      </Detail>
      {remark !== '' && <p>{remark}</p>}
    </>
  );
}

/** Every version with who, when and what, and the way back to it. */
function VersionList({ versions }: { versions: readonly VersionView[] }) {
  const { words } = useConsole(studioWordsIn);
  const mayDraft = useMay()('studio.draft');
  const [isSent, setIsSent] = useState(false);
  const reload = useContext(ReloadContext);
  const ask = useAsk(() => {
    setIsSent(true);
    return reload();
  });
  return (
    <>
      {isSent && <Good>{words.rollBackSent}</Good>}
      <ol className="plain studio-versions">
        {versions.map((version, place) => (
          <li key={version.number}>
            <VersionFacts version={version} isPublished={place === 0} />
            {mayDraft && place > 0 && (
              <AskForm
                className="row"
                look="link"
                button={
                  <>
                    {words.rollBack}
                    <span className="sr-only">: {words.version(version.number)}</span>
                  </>
                }
                sure={words.rollBackSure}
                send={ask('POST /api/studio/versions/:id/roll-back', {
                  params: { id: version.number },
                })}
              />
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function VersionFacts({ version, isPublished }: { version: VersionView; isPublished: boolean }) {
  const { words, format } = useConsole(studioWordsIn);
  const { number, artworkVersion, rolledBackTo, publishedAt, changes, remark } = version;
  const { draftedBy, approvedBy } = version;
  return (
    <>
      <p>
        <strong>{words.version(number)}</strong> <span className="detail">v{artworkVersion}</span>{' '}
        {rolledBackTo !== null && <span className="tag">{words.rollbackTo(rolledBackTo)}</span>}
        {isPublished && <span className="tag">{words.published}</span>}
      </p>
      <Detail>{publishedAt === null ? words.repository : format.moment(publishedAt)}</Detail>
      {draftedBy !== null && approvedBy !== null && (
        <p className="detail">{words.byTwo(draftedBy, approvedBy)}</p>
      )}
      {remark !== '' && <p>{remark}</p>}
      {changes.length > 0 && (
        <Fold title={words.showChanges(changes.length)}>
          <ChangeList changes={changes} />
        </Fold>
      )}
    </>
  );
}
