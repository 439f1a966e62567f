import { type FormEvent, useState } from 'react';
import { type CodeUse, codeUses } from '../../../../../campaigns/links/code-shares.ts';
import type { CodeHoldingView } from '../../../../../messaging/contract/scanning/code-shares.ts';
import { codeWordsIn } from '../../../../i18n/code-words.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { ErrorNotice, Field, Outcome, TextField } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { useOfficeName } from './use-office-name.ts';

/** HQ's word on how many codes an office may use. */
export function ShareForm({ holdings, onSet }: { holdings: CodeHoldingView[]; onSet: () => void }) {
  const { language, service } = useConsole();
  const words = codeWordsIn(language);
  const nameOf = useOfficeName();
  const [office, setOffice] = useState<string | null>(null);
  const [use, setUse] = useState<CodeUse>('sms');
  const [share, setShare] = useState('');
  const [reason, setReason] = useState('');
  const [set, setSet] = useState<CodeHoldingView | null>(null);
  const { busy, error, run } = useAction();
  const figure = (count: number) => formatNumber(count, language);
  const own = holdings.find((each) => each.office === office && each.use === use);
  const offices = [...new Set(holdings.map((each) => each.office))];
  const send = (event: FormEvent) => {
    event.preventDefault();
    run(async () => {
      setSet(null);
      const body = { office, use, share: Number(share), reason };
      setSet(await service.ask('POST /api/code-shares', { body }));
      setShare('');
      setReason('');
      onSet();
    });
  };
  return (
    <section aria-labelledby="share">
      <h2 id="share">{words.setTitle}</h2>
      <form className="narrow" onSubmit={send}>
        <Field label={words.office}>
          {(ids) => (
            <select
              {...ids}
              value={office ?? ''}
              onChange={({ target }) => setOffice(target.value === '' ? null : target.value)}
            >
              {offices.map((id) => (
                <option key={id ?? ''} value={id ?? ''}>
                  {nameOf(id)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words.use}>
          {(ids) => (
            <select
              {...ids}
              value={use}
              onChange={({ target }) => setUse(codeUses[target.selectedIndex] ?? 'sms')}
            >
              {codeUses.map((each) => (
                <option key={each} value={each}>
                  {words.uses[each]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextField
          label={words.share}
          hint={
            own &&
            words.bounds(figure(own.used), figure(own.share), figure(own.least), figure(own.most))
          }
          type="number"
          inputMode="numeric"
          required
          min={own?.least}
          max={own?.most}
          value={share}
          onChange={({ target }) => setShare(target.value)}
        />
        <TextField
          label={words.reason}
          required
          maxLength={200}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <ErrorNotice error={error} />
        {set !== null && (
          <Outcome tone="good">
            <p>{words.done(nameOf(set.office), words.uses[set.use], figure(set.share))}</p>
          </Outcome>
        )}
        <button type="submit" className="button" disabled={busy}>
          {words.set}
        </button>
      </form>
    </section>
  );
}
