import { useEffect, useMemo, useState } from 'react';
import {
  type BlastRow,
  blastRows,
  draftFieldOf,
  isBlastRow,
  isDraftField,
  pickKept,
} from '../../../../../../campaigns/messages/draft-fields.ts';
import type { MessageCategory, Template } from '../../../../../../campaigns/messages/messages.ts';
import { toInstant } from '../../../../../../campaigns/tracker/clock.ts';
import type { BlastDetail } from '../../../../../../messaging/phone/blasts/blasts-schemas.ts';
import { sayPair } from '../../../../../i18n/own-language.ts';
import { useConsole } from '../../../ui/console-context.ts';
import { useInAddress } from '../../../ui/in-address.ts';
import { readNow } from '../../../ui/use-days.ts';
import { useAction } from '../../../ui/use-service.ts';
import { whatsappWordsIn } from '../../whatsapp-words.ts';
import type { Sheet } from '../row-facts.ts';
import { type DraftForm, renameAfterText, toDraftBody, toForm } from './draft-form.ts';
import { draftWordsIn } from './draft-words.ts';
import type { DraftProps, EditorProps } from './editor-props.ts';
import { readFieldTexts } from './field-texts.ts';
import {
  type Fault,
  type Faults,
  findCategory,
  findFaults,
  findFaultyRow,
  keepWithinLaw,
} from './form-faults.ts';

/** The draft that is being written, the row that is open, and the way to its approval. */
export function useDraft(props: DraftProps) {
  const { texts, today, kept, reload } = props;
  const { service, language } = useConsole();
  const templates = useMemo(() => texts.templates.map(({ template }) => template), [texts]);
  const known = { templates, now: readNow(today) };
  const { form, setForm, save, ...keeping } = useKeptForm({ ...props, ...known });
  /** The fields as they were when the row was opened. */
  const [before, setBefore] = useState<{ row: BlastRow; form: DraftForm } | null>(null);
  /** How often it was tried to go on in spite of faults. */
  const [tried, setTried] = useState(0);
  const { value, open, keep } = useInAddress('row');
  const row = isBlastRow(value) ? value : null;
  const faultsOf = (name: BlastRow) => findFaults(name, form, known);
  const show = (next: BlastRow | null) => {
    setTried(0);
    if (next !== null && next !== before?.row) setBefore({ row: next, form });
    open(next);
  };
  return {
    ...keeping,
    form,
    templates,
    row,
    show,
    tried,
    faults: row === null ? {} : faultsOf(row),
    /** Faults still to be put right, by row. */
    missing: blastRows.flatMap((name) =>
      [...new Set(Object.values(faultsOf(name)))].map((fault) => ({ row: name, fault })),
    ),
    change: (part: Partial<DraftForm>) => {
      if (row !== null && row !== before?.row) setBefore({ row, form });
      setForm((last) => {
        const next = keepWithinLaw({ ...last, ...part }, templates);
        return renameAfterText(last, next, { texts: texts.templates, language, today });
      });
    },
    /** Closes the row, unless something in it is wrong. */
    done: () => {
      if (row !== null && Object.keys(faultsOf(row)).length > 0) setTried(tried + 1);
      else show(null);
    },
    /** The row that was changed since it was opened; null when nothing was. */
    changed: before === null || isSame(before.form, form) ? null : before.row,
    undo: () => before !== null && setForm(before.form),
    submit: () => {
      const { faultyRow, isDirty, run } = keeping;
      if (faultyRow !== null) {
        show(faultyRow);
        setTried(tried + 1);
        return;
      }
      run(async () => {
        const { blast } = isDirty || kept === null ? await save() : kept;
        await service.ask('POST /api/blasts/:id/submit', { params: { id: blast.id } });
        keep(null);
        await reload();
      });
    },
  };
}

/** Delay after the last change until a draft is saved. */
const keptAfterMs = 600;

interface KeptFormInput extends DraftProps {
  templates: readonly Template[];
  /** By the service's clock. */
  now: number;
}

/** The fields of a draft, which the service keeps by itself from the moment when it has what is needed. */
function useKeptForm({ texts, templates, now, begin, kept, onKept }: KeptFormInput) {
  const { service } = useConsole();
  const [form, setForm] = useState(() => keepWithinLaw(begin, templates));
  /** The form as the service has it, and its revision. */
  const [saved, setSaved] = useState(() => ({
    form: kept === null ? null : form,
    revision: kept?.blast.revision,
  }));
  /** Is not sent again before something is changed. */
  const [refused, setRefused] = useState<DraftForm | null>(null);
  const { busy, error, run } = useAction();
  const faultyRow = findFaultyRow(form, { templates, now });
  const isDirty = !isSame(form, saved.form);

  const send = () => {
    const body = toDraftBody(form, templates);
    if (kept === null) return service.ask('POST /api/blasts', { body });
    const { revision } = saved;
    return service.ask('PUT /api/blasts/:id', {
      params: { id: kept.blast.id },
      body: revision === undefined ? body : { ...body, revision },
    });
  };
  const save = async (): Promise<BlastDetail> => {
    const answer = await send().catch((failure: unknown) => {
      setRefused(form);
      throw failure;
    });
    setSaved({ form, revision: answer.blast.revision });
    onKept(answer);
    return answer;
  };
  useEffect(() => {
    if (!isDirty || faultyRow !== null || busy || form === refused) return;
    const timer = setTimeout(() => run(() => save().then(() => undefined)), keptAfterMs);
    return () => clearTimeout(timer);
  });
  // Another page has edited it: what that one kept is shown, but not over what was typed here before it is refused.
  useEffect(() => {
    if (kept === null || kept.blast.revision <= (saved.revision ?? 0)) return;
    if (isDirty && error?.code !== 'edited-since') return;
    const newer = toForm(kept.blast, texts.templates);
    setForm(newer);
    setSaved({ form: newer, revision: kept.blast.revision });
  }, [kept, saved, isDirty, error, texts]);
  return { form, setForm, save, isDirty, faultyRow, busy, error, run };
}

function isSame(one: DraftForm, other: DraftForm | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

export function sayFault(fault: Fault, language: 'hi' | 'en'): string {
  if (!isDraftField(fault)) return draftWordsIn(language).faults[fault];
  const { fault: words } = draftFieldOf(fault);
  return words === undefined ? '' : sayPair(words, language);
}

/** Says what is wrong with a field; undefined for one that is right. */
export function useFaultWords(faults: Faults): (field: string) => string | undefined {
  const { language } = useConsole();
  return (field) => faults[field] && sayFault(faults[field], language);
}

/** Names what WhatsApp says of a template by its id; undefined for a text that it has no word in. */
export function useTemplateState({
  form,
  gateways,
}: Pick<EditorProps, 'form' | 'gateways'>): (id: string) => string | undefined {
  const { words } = useConsole(whatsappWordsIn);
  const whatsapp = gateways.find(({ name }) => name === form.gateway)?.whatsapp;
  return (id) => {
    if (form.channel !== 'whatsapp') return undefined;
    const state = whatsapp?.templates.find((template) => template.id === id)?.state;
    return words.states[state ?? 'unknown'];
  };
}

/** Facts for the rows of a draft that the service does not have yet. */
export function toSheet(
  form: DraftForm,
  templates: readonly Template[],
  callCategory: MessageCategory,
): Sheet {
  const values = readFieldTexts(form);
  const { fromMinute, toMinute, skipBlastIds, dndClasses } = form;
  const moment = toInstant(form.day, form.time);
  const isLater = form.start === 'later' && !Number.isNaN(moment.getTime());
  const chosen = templates.filter(({ id }) => Object.values(form.templates).includes(id));
  return {
    estimate: null,
    counting: false,
    byGateway: [],
    audienceName: '',
    audience: null,
    blast: {
      channel: form.channel,
      category: findCategory(form, templates, callCategory),
      texts: Object.fromEntries(chosen.map((template) => [template.language, template])),
      trial: null,
      gateway: form.gateway,
      further: [],
      startsAt: isLater ? moment.toISOString() : null,
      window: { fromMinute, toMinute },
      policy: pickKept(values, 'policy'),
      selection: { ...pickKept(values, 'selection'), skipBlastIds, dndClasses },
      ...pickKept(values, 'draft'),
      repeat: null,
    },
  };
}
