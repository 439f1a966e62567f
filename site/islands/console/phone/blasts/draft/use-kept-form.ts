import { useEffect, useState } from 'react';
import type { Template } from '../../../../../../campaigns/messages/messages.ts';
import type { BlastDetail } from '../../../../../../messaging/phone/blasts/blasts-schemas.ts';
import { useConsole } from '../../../ui/console-context.ts';
import { useAction } from '../../../ui/use-service.ts';
import { type DraftForm, toDraftBody, toForm } from './draft-form.ts';
import type { DraftProps } from './editor-props.ts';
import { findFaultyRow, keepWithinLaw } from './form-faults.ts';

/** Delay after the last change until a draft is saved. */
const keptAfterMs = 600;

interface KeptFormInput extends DraftProps {
  templates: readonly Template[];
  /** By the service's clock. */
  now: number;
}

/** The fields of a draft, which the service keeps by itself from the moment when it has what is needed. */
export function useKeptForm({ texts, templates, now, begin, kept, onKept }: KeptFormInput) {
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

export function isSame(one: DraftForm, other: DraftForm | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
