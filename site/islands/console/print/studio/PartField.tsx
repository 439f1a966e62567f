import { type ReactNode, useState } from 'react';
import { valueAt } from '../../../../../campaigns/studio/path.ts';
import type { StudioField } from '../../../../../campaigns/studio/studio-fields.ts';
import type { HostCheckView } from '../../../../../messaging/print/studio/studio-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import { formatMoment } from '../../ui/format-moment.ts';
import { Button, ErrorNotice, TextField } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { ColumnInput, findFault, WordsInput } from './FieldInput.tsx';
import { RowsField } from './RowsField.tsx';
import { ServicesField } from './ServicesField.tsx';
import { studioWordsIn } from './studio-words.ts';

import { UrduNameList, UrduRows, UrduWords } from './UrduFields.tsx';
import type { OpenDraft } from './use-draft.ts';

interface PartFieldProps {
  field: StudioField;
  open: OpenDraft;
}

/** A field of the draft, by its kind. */
export function PartField({ field, open }: PartFieldProps): ReactNode {
  const { language } = useConsole();
  const value = valueAt(open.content, field.path);
  const label = field.label[language];
  switch (field.kind) {
    case 'words':
      return (
        <WordsInput
          label={label}
          value={value as { hi: string; en: string }}
          most={field.most}
          long={field.long}
          path={field.path}
          faults={open.draft.faults}
          onChange={(key, text) => open.set([...field.path, key], text)}
        />
      );
    case 'rows':
      return <RowsField field={field} open={open} />;
    case 'row':
      return (
        <fieldset className="studio-rows">
          <legend>{label}</legend>
          <div className="studio-cells">
            {field.columns.map((column) => (
              <ColumnInput
                key={column.key}
                column={column}
                row={value}
                rowName={label}
                path={field.path}
                faults={open.draft.faults}
                isNew={false}
                onChange={(steps, next) => open.set([...field.path, ...steps], next)}
              />
            ))}
          </div>
        </fieldset>
      );
    case 'services':
      return <ServicesField open={open} />;
    case 'host':
      return <HostField open={open} />;
    case 'urdu':
      return <UrduWords field={field} open={open} />;
    case 'urdu-rows':
      return <UrduRows field={field} open={open} />;
    case 'urdu-names':
      return <UrduNameList field={field} open={open} />;
  }
}

interface Links {
  host: string;
  confirmed: boolean;
}

/** The host of printed links, confirmed by its answer. */
function HostField({ open }: { open: OpenDraft }) {
  const { language, service, words } = useConsole(studioWordsIn);
  const links = open.content.links as Links;
  const [check, setCheck] = useState<HostCheckView | null>(null);
  const { busy, error, run } = useAction();
  const fault = findFault(open.draft.faults, ['links', 'host']);
  const ask = () =>
    run(async () => {
      const answer = await service.ask('POST /api/studio/host-check', {
        body: { host: links.host },
      });
      setCheck(answer);
      open.set(['links'], { ...links, host: answer.host, confirmed: answer.passed });
    });
  return (
    <>
      <TextField
        label={words.host}
        hint={words.hostHint}
        error={fault?.message[language]}
        value={links.host}
        maxLength={29}
        autoCapitalize="characters"
        spellCheck={false}
        onChange={({ currentTarget }) => {
          const host = currentTarget.value.toUpperCase().trim();
          open.set(['links'], { ...links, host, confirmed: false });
        }}
      />
      <p className={links.confirmed ? 'detail' : 'wrong'}>
        {links.confirmed ? words.hostConfirmed : words.hostUnconfirmed}
      </p>
      <Button onClick={ask} disabled={busy}>
        {busy ? words.checking : words.checkHost}
      </Button>
      <ErrorNotice error={error} />
      {check !== null && check.host === links.host && (
        <HostAnswer check={check}>{check.passed && <p>{words.confirmIn}</p>}</HostAnswer>
      )}
      <p className="sr-only" role="status">
        {check !== null && formatMoment(check.checkedAt, language)}
      </p>
    </>
  );
}

/** The host's answer: the question, what was expected and what was found. */
function HostAnswer({ check, children }: { check: HostCheckView; children?: React.ReactNode }) {
  const { language, words } = useConsole(studioWordsIn);
  return (
    <div className={`notice ${check.passed ? 'good' : 'bad'}`}>
      <p>
        <strong>{check.fault === null ? words.checkPassed : words.checkFailed[check.fault]}</strong>
      </p>
      <dl className="studio-answer">
        <dt>{words.asked}</dt>
        <dd>{check.asked}</dd>
        {!check.passed && (
          <>
            <dt>{words.expected}</dt>
            <dd>{check.expected}</dd>
            <dt>{words.found}</dt>
            <dd>{check.found}</dd>
          </>
        )}
      </dl>
      {children}
      <p className="detail">
        {formatMoment(check.checkedAt, language)} · {check.checkedBy}
      </p>
    </div>
  );
}
