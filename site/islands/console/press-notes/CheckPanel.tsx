import { type FormEvent, useState } from 'react';
import { checkFields, type FieldFinding } from '../../../../campaigns/press-notes/check-fields.ts';
import { longestReason } from '../../../../campaigns/press-notes/note-fields.ts';
import { useConsole } from '../console-context.ts';
import { ErrorNotice, TextField } from '../parts.tsx';
import { useAction } from '../use-service.ts';
import { Findings } from './Findings.tsx';
import type { PanelProps } from './panel-props.ts';
import { usePressWords } from './use-press-words.ts';

const keyOf = ({ rule, field, found }: FieldFinding) => `${rule} ${field} ${found}`;

/** The check of a draft: done at once when nothing was found, else each finding with its reason. */
export function CheckPanel({ detail: { note }, onDone }: PanelProps) {
  const { service } = useConsole();
  const words = usePressWords();
  const { busy, error, run } = useAction();
  const [missing, setMissing] = useState<readonly string[]>([]);
  const findings = checkFields(note.fields);
  const blocked = findings.filter(({ level }) => level === 'block');
  // The same words twice in a field are one decision.
  const toFix = [...new Map(findings.map((finding) => [keyOf(finding), finding])).values()];
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const overrules = toFix.map((finding, index) => {
      const { rule, field, found } = finding;
      return { rule, field, found, reason: String(given.get(`reason-${index}`) ?? '').trim() };
    });
    const open = toFix.filter((_, index) => overrules[index]?.reason === '').map(keyOf);
    setMissing(open);
    if (open.length > 0) return;
    run(async () => {
      const next = await service.ask('POST /api/press-notes/:id/check', {
        params: { id: note.id },
        body: { version: note.version, overrules },
      });
      onDone(next, next.note.status === 'waiting' ? words.done.waiting : words.done.checked);
    });
  };
  return (
    <section aria-labelledby="press-check">
      <h2 id="press-check">{words.checkTitle}</h2>
      {blocked.length > 0 ? (
        <Findings findings={blocked} text="" />
      ) : (
        <form className="narrow" onSubmit={submit} noValidate>
          <p>{toFix.length === 0 ? words.checkClean : words.checkFindings}</p>
          {toFix.map((finding, index) => (
            <div key={keyOf(finding)} className="press-overrule">
              <p>
                <mark lang="hi">{finding.found}</mark> {words.rules[finding.rule]}
              </p>
              <TextField
                label={words.reason}
                name={`reason-${index}`}
                maxLength={longestReason}
                error={missing.includes(keyOf(finding)) ? words.faults.reason : undefined}
              />
            </div>
          ))}
          <ErrorNotice error={error} />
          <button type="submit" className="button" disabled={busy}>
            {toFix.length === 0 ? words.submitClean : words.submitFindings}
          </button>
        </form>
      )}
    </section>
  );
}
