import { useState } from 'react';
import { takeFormatNames } from '../../../../../campaigns/words/take-words.ts';
import type {
  TakeScriptView,
  TakeView,
} from '../../../../../messaging/phone/takes/takes-schemas.ts';
import { formatBytes } from '../../../../i18n/format.ts';
import { localPath } from '../../../../i18n/language.ts';
import { AskForm } from '../../ui/AskForm.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { FilePicker } from '../../ui/DayField.tsx';
import { isHeld } from '../../ui/Effect.tsx';
import { Await, Button, ErrorNotice, List, Outcome, Section, UploadBar } from '../../ui/parts.tsx';
import { useLoad, useUpload } from '../../ui/use-service.ts';
import { type TakeState, takesWordsIn } from './takes-words.ts';

const groups = ['radio', 'prompt-hi', 'prompt-en', 'film'] as const;

/** Recordings of spots, of the call's prompts and of the film's voice: to upload, hear and download. */
export function RadioView() {
  const { language, words } = useConsole(takesWordsIn);
  const { state, reload } = useLoad('GET /api/takes');
  return (
    <>
      <p>{words.lead}</p>
      <p>
        <a href={localPath(language, '/radio/')}>{words.page}</a>
      </p>
      <Await state={state} retry={reload}>
        {(scripts) =>
          groups.map((group) => {
            const grouped = scripts.filter((script) => pickGroup(script) === group);
            if (grouped.length === 0) return null;
            const open = grouped.filter(({ proposal }) => !proposal);
            const ready = open.filter(({ current }) => current !== null).length;
            return (
              <Section key={group} id={group} title={words.groups[group]}>
                <p>
                  <strong>{words.ready(ready, open.length)}</strong> · {words.groupTexts[group]}
                </p>
                <List of={grouped} className="takes">
                  {(script) => <ScriptCard script={script} onChanged={reload} />}
                </List>
              </Section>
            );
          })
        }
      </Await>
    </>
  );
}

function pickGroup({ use, language }: TakeScriptView): (typeof groups)[number] {
  if (use !== 'prompt') return use;
  return language === 'en' ? 'prompt-en' : 'prompt-hi';
}

/** Sound files of recorders and phones; by name too, since some phones know no type for them. */
const soundTypes = 'audio/*,.wav,.mp3,.m4a,.ogg';

/** One script with its recordings, and the upload of another. */
function ScriptCard({ script, onChanged }: { script: TakeScriptView; onChanged: () => void }) {
  const { language, service, words } = useConsole(takesWordsIn);
  const [refused, setRefused] = useState<TakeView | null>(null);
  const { share, busy, error, upload } = useUpload();
  const { id, current, waiting, last, proposal } = script;
  const title = script.title[language];
  const state = findState(script);

  const handIn = (file: File) =>
    upload(async (onShare) => {
      setRefused(null);
      const params = { script: id };
      const sent = await service.upload('POST /api/takes/:script', { params }, { file, onShare });
      if (!isHeld(sent)) setRefused(sent as TakeView);
      onChanged();
    });
  return (
    <article aria-labelledby={`script-${id}`}>
      <header className="row">
        <h3 id={`script-${id}`}>{title}</h3>
        <span className={`take-state ${state}`}>{words.states[state]}</span>
        <span className="detail">
          {script.seconds === null ? words.free : words.seconds(String(script.seconds))}
        </span>
      </header>
      <p className="take-text" lang={script.text === null ? undefined : script.language}>
        {script.text ?? words.noText}
      </p>
      {proposal && <p className="wrong">{words.proposalText}</p>}
      {script.outdated && <p className="wrong">{words.outdatedText}</p>}
      {refused !== null && (
        <Outcome tone="bad">
          <h4>{words.refusedTitle}</h4>
          <Refused take={refused} />
        </Outcome>
      )}
      {waiting !== null && (
        <Outcome tone="plain">
          <h4>{words.waitingTitle}</h4>
          <p>{words.waitingText}</p>
          <MasterCard script={script} take={waiting} onChanged={onChanged} />
        </Outcome>
      )}
      {current !== null && <MasterCard script={script} take={current} onChanged={onChanged} />}
      {refused === null && last?.status === 'refused' && (
        <div className="notice bad">
          <h4>{words.refusedTitle}</h4>
          <Refused take={last} />
        </div>
      )}
      <ErrorNotice error={error} />
      <UploadBar share={share} />
      {!proposal && (
        <FilePicker
          accept={soundTypes}
          label={words.uploadOf(title)}
          disabled={busy}
          onPick={handIn}
        >
          {(current ?? waiting) === null ? words.upload : words.replace}
        </FilePicker>
      )}
      {script.guide !== null && <Guide url={script.guide} />}
    </article>
  );
}

function findState({ proposal, current, waiting, last, outdated }: TakeScriptView): TakeState {
  if (proposal) return 'proposal';
  if (waiting !== null) return 'waiting';
  if (current !== null) return 'mastered';
  if (outdated) return 'outdated';
  return last === null ? 'none' : 'refused';
}

function Refused({ take }: { take: TakeView }) {
  const { words } = useConsole(takesWordsIn);
  return (
    <>
      <p>{words.refusedText}</p>
      <FindingList findings={take.findings} />
      <p className="detail">
        {words.original}: {take.name}, {words.seconds(take.seconds.toFixed(1))}
      </p>
      {/* biome-ignore lint/a11y/useMediaCaption: the script that is spoken is above it */}
      <audio
        controls
        preload="none"
        src={`/api/takes/${take.id}/original`}
        aria-label={words.original}
      />
    </>
  );
}

/** A machine's voice; it comes only when asked for, apart from the recordings. */
function Guide({ url }: { url: string }) {
  const { words } = useConsole(takesWordsIn);
  return (
    <details className="guide">
      <summary>{words.guide}</summary>
      <p className="wrong">{words.guideWarning}</p>
      {/* biome-ignore lint/a11y/useMediaCaption: the script that is spoken is above it */}
      <audio controls preload="none" src={url} aria-label={words.guide} />
    </details>
  );
}

interface MasterProps {
  script: TakeScriptView;
  take: TakeView;
  onChanged: () => void;
}

/** A mastered recording: to hear, measured against its target, and to download in every form. */
function MasterCard({ script, take, onChanged }: MasterProps) {
  const { language, service, words, format } = useConsole(takesWordsIn);
  const [asking, setAsking] = useState(false);
  const { master } = take;
  if (master === null) return null;
  const { lufs, dbtp } = script.loudness;
  const figures = (value: number, peak: number) =>
    words.loudness(value.toFixed(1), peak.toFixed(1));
  const title = script.title[language];
  const withdraw = async () => {
    await service.ask('POST /api/takes/:id/withdraw', { params: { id: take.id } });
    setAsking(false);
    onChanged();
  };
  return (
    <div className="master">
      {/* biome-ignore lint/a11y/useMediaCaption: the script that is spoken is above it */}
      <audio
        controls
        preload="none"
        src={`/api/takes/${take.id}/mp3`}
        aria-label={`${words.master}: ${title}`}
      />
      <dl className="take-facts">
        <dt>{words.result}</dt>
        <dd>
          {figures(master.lufs, master.dbtp)} ·{' '}
          {words.seconds(String(Number(master.seconds.toFixed(2))))}
        </dd>
        <dt>{words.target}</dt>
        <dd>{figures(lufs, dbtp)}</dd>
        <dt>{words.by}</dt>
        <dd>
          {take.recordedBy}, {format.moment(take.recordedAt)}
        </dd>
      </dl>
      <FindingList findings={take.findings} />
      <details>
        <summary>{words.files}</summary>
        <List of={master.files} keyOf={({ format }) => format}>
          {({ format, bytes, name }) => (
            <>
              <a href={`/api/takes/${take.id}/${format}`} download={name}>
                {takeFormatNames[format][language]}
              </a>{' '}
              <span className="detail">{formatBytes(bytes)}</span>
            </>
          )}
        </List>
      </details>
      {asking ? (
        <AskForm
          className="notice plain"
          button={words.withdrawYes}
          send={withdraw}
          onCancel={() => setAsking(false)}
        >
          <p>{words.withdrawAsk}</p>
        </AskForm>
      ) : (
        <Button look="link" aria-label={words.withdrawOf(title)} onClick={() => setAsking(true)}>
          {words.withdraw}
        </Button>
      )}
    </div>
  );
}

/** Findings of the check, the reasons for a refusal first. */
function FindingList({ findings }: { findings: TakeView['findings'] }) {
  const { language } = useConsole();
  if (findings.length === 0) return null;
  const sorted = [...findings].sort(
    (a, b) => Number(a.weight === 'note') - Number(b.weight === 'note'),
  );
  return (
    <ul className="findings">
      {sorted.map((finding) => (
        <li key={finding.code} className={finding.weight}>
          {finding[language]}
        </li>
      ))}
    </ul>
  );
}
