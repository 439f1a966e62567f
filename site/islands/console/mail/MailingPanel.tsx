import { useState } from 'react';
import { pickName } from '../../../../campaigns/directory/pick-name.ts';
import type { Mailing } from '../../../../messaging/front/mailings/mailings-schemas.ts';
import { AskBehind, useAsk } from '../ui/AskForm.tsx';
import { useConsole, useDistrictName } from '../ui/console-context.ts';
import { Fold, Strong } from '../ui/lines.tsx';
import { Await, Button, SelectField } from '../ui/parts.tsx';
import { useAgain, useLoad } from '../ui/use-service.ts';
import { mailWordsIn } from './mail-words.ts';

type Kind = 'kit' | 'reminder';
const openStates = ['queued', 'sending', 'deferred'] as const;
const lookEveryMs = 3000;

/** One letter to all districts: its text, its recipients, its progress. */
export function MailingPanel({ kind, title }: { kind: Kind; title?: string }) {
  const { words, format } = useConsole(mailWordsIn);
  const { state, reload } = useLoad('GET /api/mailings/:kind', { params: { kind } });
  const latest = state.kind === 'loaded' ? state.value.latest : null;
  const underWay = latest !== null && openStates.some((name) => (latest.counts[name] ?? 0) > 0);
  useAgain(underWay ? lookEveryMs : null, reload);
  const ask = useAsk();
  return (
    <article className="mailing">
      <h3>{title ?? words[kind]}</h3>
      <p className="detail">{kind === 'kit' ? words.kitWhat : words.reminderWhat}</p>
      <Await state={state} retry={reload}>
        {(mailing) => {
          const letters = format.number(mailing.letters);
          return (
            <>
              <MailingCounts mailing={mailing} />
              {mailing.letters > 0 && (
                <AskBehind
                  className="row"
                  first={words.send(letters)}
                  look="button"
                  button={words.yes}
                  send={ask('POST /api/mailings/:kind', { params: { kind } })}
                  cancel={words.no}
                >
                  <Strong>{words.sure(letters)}</Strong>
                </AskBehind>
              )}
            </>
          );
        }}
      </Await>
      <MailingPreview kind={kind} />
    </article>
  );
}

function MailingCounts({ mailing }: { mailing: Mailing }) {
  const { words, format } = useConsole(mailWordsIn);
  const nameDistrict = useDistrictName();
  const { letters, districts, without, latest } = mailing;
  return (
    <>
      <p>
        {letters === 0
          ? words.nobody
          : words.ready(format.number(letters), format.number(districts - without.length))}
      </p>
      {without.length > 0 && (
        <Fold title={words.without(format.number(without.length))}>
          <p className="detail">{without.map(nameDistrict).join(', ')}</p>
        </Fold>
      )}
      {latest !== null && (
        <div role="status">
          <p className="detail">{words.latest(format.moment(latest.sentAt), latest.sentBy)}</p>
          <progress
            max={Math.max(1, latest.letters)}
            value={latest.counts.sent ?? 0}
            aria-label={words.progress(
              format.number(latest.counts.sent ?? 0),
              format.number(latest.letters),
            )}
          />
          <p className="detail">
            {words.progress(format.number(latest.counts.sent ?? 0), format.number(latest.letters))}
            {(['deferred', 'bounced', 'refused', 'unknown'] as const)
              .filter((state) => (latest.counts[state] ?? 0) > 0)
              .map(
                (state) => ` · ${words.states[state]}: ${format.number(latest.counts[state] ?? 0)}`,
              )
              .join('')}
          </p>
        </div>
      )}
    </>
  );
}

/** The letter of one district, as it will be read. */
function MailingPreview({ kind }: { kind: Kind }) {
  const { language, districts, words } = useConsole(mailWordsIn);
  const [open, setOpen] = useState(false);
  const [district, setDistrict] = useState(districts[0]?.id ?? '');
  if (!open) {
    return <Button onClick={() => setOpen(true)}>{words.see}</Button>;
  }
  const query = new URLSearchParams({ district, language });
  return (
    <div className="letter-preview">
      <div className="row">
        <SelectField
          label={words.district}
          value={district}
          options={districts.map(
            (district) => [district.id, pickName(district, language)] as const,
          )}
          onChoose={setDistrict}
        />
        <Button onClick={() => setOpen(false)}>{words.close}</Button>
      </div>
      <iframe
        sandbox=""
        className="letter"
        title={words.preview}
        src={`/api/mailings/${kind}/view?${query}`}
      />
    </div>
  );
}
