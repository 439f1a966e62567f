import { type ReactNode, useEffect, useRef, useState } from 'react';
import { pickName } from '../../../../../../campaigns/directory/pick-name.ts';
import { type BlastRow, blastRows } from '../../../../../../campaigns/messages/draft-fields.ts';
import { isMergeField, stationField } from '../../../../../../campaigns/messages/merge-fields.ts';
import {
  type MessageLanguage,
  messageLanguages,
} from '../../../../../../campaigns/messages/message-language.ts';
import { withCards } from '../../../../../../campaigns/messages/station-cards.ts';
import type { BlastDetail } from '../../../../../../messaging/phone/blasts/blasts-schemas.ts';
import { Form } from '../../../ui/AskForm.tsx';
import { useConsole } from '../../../ui/console-context.ts';
import { LinkHold } from '../../../ui/LinkNotice.tsx';
import { Await, Button, ErrorNotice, readProblems } from '../../../ui/parts.tsx';
import { useLoad } from '../../../ui/use-service.ts';
import { blastWordsIn } from '../blast-words.ts';
import { CallPreviews, MessagePhone, WhatsappPhone } from '../MessagePhone.tsx';
import { Cautions, NextStep, Problems, SentBack } from '../NextStep.tsx';
import { describeRows } from '../row-facts.ts';
import { EditableRow } from '../SheetRow.tsx';
import { CapEditor } from './CapEditor.tsx';
import { CostEditor } from './CostEditor.tsx';
import {
  copyBlast,
  type DraftForm,
  fillText,
  findPaise,
  makeEmptyForm,
  previewCards,
  proposeName,
  toForm,
} from './draft-form.ts';
import type { DraftProps, EditorProps } from './editor-props.ts';
import { HoursEditor } from './HoursEditor.tsx';
import { ListEditor } from './ListEditor.tsx';
import { TestMessage } from './TestMessage.tsx';
import { TextEditor } from './TextEditor.tsx';
import { sayFault, toSheet, useDraft, useTemplateState } from './use-draft.ts';

interface DraftPageProps extends Pick<DraftProps, 'kept' | 'onKept' | 'reload'> {
  /** The blast that a new one is like. */
  from: number | null;
}

/** Reads what a draft is made of: a new one, one like `from`, or one that was begun. */
export function DraftPage({ from, ...own }: DraftPageProps) {
  const { language, words } = useConsole(blastWordsIn);
  const texts = useLoad('GET /api/templates');
  const gateways = useLoad('GET /api/gateways');
  // What is kept already needs no other to begin with.
  const [sourceId] = useState(own.kept === null ? from : null);
  const like = useLoad(sourceId === null ? null : 'GET /api/blasts/:id', {
    params: { id: sourceId ?? 0 },
  });
  const draw = (source: BlastDetail['blast'] | null) => (
    <Await state={texts.state} retry={texts.reload}>
      {(read) => (
        <Await state={gateways.state} retry={gateways.reload}>
          {({ gateways: open, today }) => {
            // One list: what a channel carries is picked from it.
            const templates = [...read.templates, ...read.whatsapp];
            const empty = makeEmptyForm(open, templates);
            const name = proposeName(empty, { texts: templates, language, today });
            const fresh =
              source === null
                ? { ...empty, name }
                : copyBlast(source, templates, open, words.sheet.copyName);
            const begin = own.kept === null ? fresh : toForm(own.kept.blast, templates);
            return (
              <DraftEditor
                {...own}
                texts={{ ...read, templates }}
                gateways={open}
                today={today}
                begin={begin}
              />
            );
          }}
        </Await>
      )}
    </Await>
  );
  if (sourceId === null) return draw(null);
  return (
    <Await state={like.state} retry={like.reload}>
      {({ blast }) => draw(blast)}
    </Await>
  );
}

const editors: Record<BlastRow, (props: EditorProps) => ReactNode> = {
  text: TextEditor,
  list: ListEditor,
  hours: HoursEditor,
  cap: CapEditor,
  cost: CostEditor,
};

/** A draft on one page: a row for each of its properties, next to them the phone, below them the next step. */
function DraftEditor(props: DraftProps) {
  const { language, words } = useConsole(blastWordsIn);
  const { texts, gateways, today, kept, reload } = props;
  const draft = useDraft(props);
  const { form, isDirty, tried } = draft;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What is wrong is where the officer goes on.
    if (tried > 0) place.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tried]);
  const sheet = kept ?? toSheet(form, draft.templates, texts.callCategory);
  const rows = describeRows(sheet, { words, language });
  const faults = tried > 0 ? draft.faults : {};
  const shared = { form, change: draft.change, faults, texts, gateways, today };
  const isComplete = draft.missing.length === 0;
  const editor: EditorProps = { ...shared, draft: kept, isDirty, isComplete };
  return (
    <>
      <SentBack remark={kept?.blast.remark ?? null} />
      <div className="blast-sheet" ref={place}>
        <div>
          {blastRows.map((row) => {
            const Editor = editors[row];
            const opened = draft.row === row;
            return (
              <EditableRow
                key={row}
                row={row}
                lead={rows[row].lead}
                opened={opened}
                onToggle={() => draft.show(opened ? null : row)}
              >
                {opened && (
                  <Form noValidate onSubmit={draft.done}>
                    <Editor {...editor} />
                    <button type="submit" className="button quiet">
                      {words.sheet.done}
                    </button>
                  </Form>
                )}
                {draft.changed === row && (
                  <p className="detail">
                    {words.sheet.changed}{' '}
                    <Button look="link" onClick={draft.undo}>
                      {words.sheet.undo}
                    </Button>
                  </p>
                )}
              </EditableRow>
            );
          })}
        </div>
        <div className="previews">
          <DraftPhone {...editor} />
          <LinkHold {...texts.link} />
          {kept !== null && <TestMessage draft={kept} isDirty={isDirty} reload={reload} />}
        </div>
        <NextStep detail={kept}>
          <Missing missing={draft.missing} onOpen={draft.show} />
          {kept !== null && kept.problems.length > 0 && <Problems problems={kept.problems} />}
          <Cautions cautions={kept?.cautions ?? []} />
          {isComplete && <p className="detail">{words.sheet.ready}</p>}
        </NextStep>
      </div>
      <SubmitBar draft={draft} isKept={kept !== null} />
    </>
  );
}

interface MissingProps {
  missing: ReturnType<typeof useDraft>['missing'];
  onOpen: (row: BlastRow) => void;
}

/** Choices and faults that are still open, each with the row where it is. */
function Missing({ missing, onOpen }: MissingProps) {
  const { language } = useConsole();
  if (missing.length === 0) return null;
  return (
    <ul className="missing">
      {missing.map(({ row, fault }) => (
        <li key={`${row} ${fault}`}>
          <Button look="link" onClick={() => onOpen(row)}>
            {sayFault(fault, language)}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** Submitting is one tap away at any scroll position. */
function SubmitBar({ draft, isKept }: { draft: ReturnType<typeof useDraft>; isKept: boolean }) {
  const { words } = useConsole(blastWordsIn);
  const problems = readProblems(draft.error);
  const state = isKept && !draft.isDirty ? 'kept' : draft.missing.length > 0 ? 'unkept' : 'keeping';
  return (
    <div className="run-controls within-reach submit-bar">
      {problems === null ? <ErrorNotice error={draft.error} /> : <Problems problems={problems} />}
      <div className="row">
        <Button look="button" disabled={draft.busy} onClick={draft.submit}>
          {words.sheet.submit}
        </Button>
        <p className="detail" role="status">
          {words.sheet.states[state]}
        </p>
      </div>
    </div>
  );
}

/** The chosen and typed text as it will arrive. */
function DraftPhone({ form, texts, gateways, draft }: EditorProps) {
  const nameState = useTemplateState({ form, gateways });
  const longest = useLongestNames(form);
  if (form.channel === 'ivr') {
    return <CallPreviews call={texts.call} findings={texts.callFindings} />;
  }
  const gateway = gateways.find(({ name }) => name === form.gateway);
  const shortCode = draft?.blast.shortCode ?? null;
  const code = shortCode ?? undefined;
  return messageLanguages.map((language) => {
    const chosen = texts.templates.find(({ template }) => template.id === form.templates[language]);
    if (chosen === undefined) return null;
    const values = form.values[language].map((value) =>
      isMergeField(value) ? (longest(value, language) ?? value) : value,
    );
    const body = fillText(chosen.template, texts.link.host, { values, code });
    const state = nameState(chosen.template.id);
    if (chosen.card !== undefined) {
      const { card, template } = chosen;
      const shown = withCards(card, previewCards(form, draft?.blast));
      return (
        <WhatsappPhone
          key={language}
          text={{ ...template, body, card: shown }}
          paise={findPaise(gateway, template.category)}
          {...(state === undefined ? {} : { state })}
        />
      );
    }
    return (
      <MessagePhone
        key={language}
        text={{ ...chosen.template, body }}
        paisePerSegment={gateway?.paisePerSegment}
        shortCode={shortCode}
        findings={chosen.findings}
      />
    );
  });
}

/** The longest name that may stand for a field; a station has one once the list is chosen, and else the district's. */
function useLongestNames({ values, audienceId, districts: chosen }: DraftForm) {
  const { districts } = useConsole();
  const asks = audienceId !== null && Object.values(values).flat().includes(stationField);
  const { state } = useLoad(asks ? 'GET /api/audiences/:id' : null, {
    params: { id: audienceId ?? 0 },
  });
  const isMeant = (id: string) => chosen?.includes(id) ?? true;
  const ofDistricts = districts.filter(({ id }) => isMeant(id));
  const ofStations =
    asks && state.kind === 'loaded'
      ? state.value.longestStations.filter(({ district }) => isMeant(district))
      : [];
  return (field: string, language: MessageLanguage): string | undefined => {
    const places = field === stationField && ofStations.length > 0 ? ofStations : ofDistricts;
    return places
      .map((place) => pickName(place, language))
      .toSorted((one, other) => other.length - one.length)[0];
  };
}
