import { useState } from 'react';
import type {
  TakeScriptView,
  TakeView,
} from '../../../../../messaging/phone/takes/takes-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import { FilePicker } from '../../ui/PhotoPicker.tsx';
import { ErrorNotice, Outcome, UploadBar } from '../../ui/parts.tsx';
import { useUpload } from '../../ui/use-upload.ts';
import { FindingList } from './FindingList.tsx';
import { MasterCard } from './MasterCard.tsx';
import { type TakeState, takesWordsIn } from './takes-words.ts';

/** Sound files of recorders and phones; by name too, since some phones know no type for them. */
const soundTypes = 'audio/*,.wav,.mp3,.m4a,.ogg';

interface CardProps {
  script: TakeScriptView;
  onChanged: () => void;
}

/** One script with its recordings, and the upload of another. */
export function ScriptCard({ script, onChanged }: CardProps) {
  const { language, service } = useConsole();
  const words = takesWordsIn(language);
  const [answer, setAnswer] = useState<TakeView | null>(null);
  const { share, busy, error, upload } = useUpload();
  const { id, current, last, proposal } = script;
  const title = script.title[language];
  const state = findState(script);

  const handIn = (file: File) =>
    upload(async (onShare) => {
      setAnswer(null);
      const params = { script: id };
      setAnswer(await service.upload('POST /api/takes/:script', { params }, { file, onShare }));
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
      {answer !== null && <Answer take={answer} />}
      {current !== null && <MasterCard script={script} take={current} onChanged={onChanged} />}
      {answer === null && last?.status === 'refused' && (
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
          {current === null ? words.upload : words.replace}
        </FilePicker>
      )}
      {script.guide !== null && <Guide url={script.guide} />}
    </article>
  );
}

function findState({ proposal, current, last, outdated }: TakeScriptView): TakeState {
  if (proposal) return 'proposal';
  if (current !== null) return 'mastered';
  if (outdated) return 'outdated';
  return last === null ? 'none' : 'refused';
}

function Answer({ take }: { take: TakeView }) {
  const words = takesWordsIn(useConsole().language);
  if (take.status === 'mastered') {
    return (
      <Outcome tone="good">
        <h4>{words.masteredTitle}</h4>
      </Outcome>
    );
  }
  return (
    <Outcome tone="bad">
      <h4>{words.refusedTitle}</h4>
      <Refused take={take} />
    </Outcome>
  );
}

function Refused({ take }: { take: TakeView }) {
  const words = takesWordsIn(useConsole().language);
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
  const words = takesWordsIn(useConsole().language);
  return (
    <details className="guide">
      <summary>{words.guide}</summary>
      <p className="wrong">{words.guideWarning}</p>
      {/* biome-ignore lint/a11y/useMediaCaption: the script that is spoken is above it */}
      <audio controls preload="none" src={url} aria-label={words.guide} />
    </details>
  );
}
