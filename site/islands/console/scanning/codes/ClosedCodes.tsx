import { useState } from 'react';
import { closingReasons } from '../../../../../campaigns/links/closing-reasons.ts';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import { longestClosingRemark } from '../../../../../messaging/contract/scanning/closed-codes.ts';
import { closedCodeWordsIn } from '../../../../i18n/closed-code-words.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Form } from '../../ui/Form.tsx';
import { readText } from '../../ui/form-text.ts';
import { formatMoment } from '../../ui/format-moment.ts';
import { ErrorNotice, SelectField, TextField } from '../../ui/parts.tsx';
import { useAction, useLoad } from '../../ui/use-service.ts';

type Closed = Answer<'GET /api/closed-codes'>[number];

/** Codes that lead to no app, of the own district or of all; closes one, and opens it again. */
export function ClosedCodes() {
  const { language } = useConsole();
  const words = closedCodeWordsIn(language);
  const { state, reload } = useLoad('GET /api/closed-codes');
  const [made, setMade] = useState(0);
  // The page is about the boards: it does not wait for this, nor fail with it.
  if (state.kind !== 'loaded') return null;
  const change = () => {
    setMade((count) => count + 1);
    void reload();
  };
  return (
    <details className="due-boards">
      <summary>{words.heading(formatNumber(state.value.length, language))}</summary>
      <p className="detail">{words.lead}</p>
      {state.value.length > 0 && (
        <ul className="plain">
          {state.value.map((closed) => (
            <ClosedRow key={closed.code} closed={closed} onOpened={change} />
          ))}
        </ul>
      )}
      <CloseForm key={made} onClosed={change} />
    </details>
  );
}

function ClosedRow({ closed, onOpened }: { closed: Closed; onOpened: () => void }) {
  const { language, service } = useConsole();
  const words = closedCodeWordsIn(language);
  const { busy, error, run } = useAction();
  const { code, reason, remark, by, at, mayOpen } = closed;
  const open = (form: FormData) =>
    run(async () => {
      const body = { code, remark: readText(form, 'remark') };
      await service.ask('POST /api/closed-codes/open', { body });
      onOpened();
    });
  return (
    <li>
      <div className="what">
        <strong>{code}</strong>
        <br />
        <span className="detail">
          {words.entry(words.reasons[reason], by, formatMoment(at, language))} · “{remark}”
        </span>
        {mayOpen && (
          <Form onSubmit={open}>
            <RemarkField label={words.openRemark} />
            <ErrorNotice error={error} />
            <button type="submit" className="button quiet" disabled={busy}>
              {words.open}
            </button>
          </Form>
        )}
      </div>
    </li>
  );
}

function CloseForm({ onClosed }: { onClosed: () => void }) {
  const { language, service } = useConsole();
  const words = closedCodeWordsIn(language);
  const { busy, error, run } = useAction();
  const close = (form: FormData) =>
    run(async () => {
      const reason = closingReasons.find((each) => each === readText(form, 'reason')) ?? 'misused';
      const body = { code: readText(form, 'code'), reason, remark: readText(form, 'remark') };
      await service.ask('POST /api/closed-codes', { body });
      onClosed();
    });
  return (
    <Form className="narrow" onSubmit={close}>
      <TextField
        label={words.code}
        hint={words.codeHint}
        name="code"
        required
        maxLength={24}
        autoCapitalize="characters"
        autoComplete="off"
        spellCheck={false}
      />
      <SelectField
        label={words.reason}
        name="reason"
        options={closingReasons.map((reason) => [reason, words.reasons[reason]] as const)}
      />
      <RemarkField label={words.remark} />
      <ErrorNotice error={error} />
      <button type="submit" className="button quiet" disabled={busy}>
        {words.close}
      </button>
    </Form>
  );
}

function RemarkField({ label }: { label: string }) {
  const { language } = useConsole();
  return (
    <TextField
      label={label}
      hint={closedCodeWordsIn(language).remarkHint}
      name="remark"
      required
      maxLength={longestClosingRemark}
    />
  );
}
