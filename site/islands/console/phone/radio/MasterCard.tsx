import { useState } from 'react';
import { takeFormatNames } from '../../../../../campaigns/words/take-words.ts';
import type {
  TakeScriptView,
  TakeView,
} from '../../../../../messaging/phone/takes/takes-schemas.ts';
import { formatBytes } from '../../../../i18n/format.ts';
import { AskForm } from '../../ui/AskForm.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { formatMoment } from '../../ui/format-moment.ts';
import { FindingList } from './FindingList.tsx';
import { takesWordsIn } from './takes-words.ts';

interface MasterProps {
  script: TakeScriptView;
  take: TakeView;
  onChanged: () => void;
}

/** A mastered recording: to hear, measured against its target, and to download in every form. */
export function MasterCard({ script, take, onChanged }: MasterProps) {
  const { language, service } = useConsole();
  const words = takesWordsIn(language);
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
          {take.recordedBy}, {formatMoment(take.recordedAt, language)}
        </dd>
      </dl>
      <FindingList findings={take.findings} />
      <details>
        <summary>{words.files}</summary>
        <ul className="plain">
          {master.files.map(({ format, bytes, name }) => (
            <li key={format}>
              <a href={`/api/takes/${take.id}/${format}`} download={name}>
                {takeFormatNames[format][language]}
              </a>{' '}
              <span className="detail">{formatBytes(bytes)}</span>
            </li>
          ))}
        </ul>
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
        <button
          type="button"
          className="link"
          aria-label={words.withdrawOf(title)}
          onClick={() => setAsking(true)}
        >
          {words.withdraw}
        </button>
      )}
    </div>
  );
}
