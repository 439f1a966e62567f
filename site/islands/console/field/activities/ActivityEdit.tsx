import { useState } from 'react';
import type { Activity } from '../../../../../campaigns/activities/activity.ts';
import {
  activityForms,
  attachmentFields,
  isDatedByRun,
} from '../../../../../campaigns/activities/activity-kinds.ts';
import { useConsole } from '../../ui/console-context.ts';
import { DayField } from '../../ui/DayField.tsx';
import { HeldNotice, isHeld, ReasonWanted } from '../../ui/Effect.tsx';
import { Form } from '../../ui/Form.tsx';
import { useSay } from '../../ui/feature/use-feature.ts';
import { readText } from '../../ui/form-text.ts';
import { Await, Button, ErrorNotice, TextField, UploadBar } from '../../ui/parts.tsx';
import { useDays } from '../../ui/use-days.ts';
import { useUpload } from '../../ui/use-upload.ts';
import { attachPapers } from './activity-entry.ts';
import { BeyondReason, isBeyond } from './BeyondReason.tsx';
import { DetailFields, findExpected, readDetails, readPapers } from './DetailFields.tsx';

interface ActivityEditProps {
  activity: Activity;
  /** The entry's name, read out with the form. */
  name: string;
  onDone: () => void;
  onCancel: () => void;
}

/** Corrects an entry, or adds what came in later: a certificate, the number of the consent, newer figures. */
export function ActivityEdit({ activity, name, onDone, onCancel }: ActivityEditProps) {
  const { words, language } = useConsole();
  const say = useSay();
  const days = useDays();
  const edit = useEdit(activity, onDone);
  const { fields, hasDay, share, busy, error, submit, removePaper } = edit;
  const { kind, details, day, remark } = activity;
  const dayExpected = findExpected(error, 'day', language);
  return (
    <Await state={days.state} retry={days.reload}>
      {(bounds) => (
        <Form
          className="narrow edit"
          onSubmit={submit}
          aria-label={`${words.entry.correct}: ${name}`}
        >
          {hasDay && (
            <DayField
              label={words.entry.day}
              name="day"
              given={day}
              min={bounds.first}
              max={bounds.today}
              error={dayExpected && words.entry.wrongValue(dayExpected)}
            />
          )}
          <DetailFields kind={kind} fields={fields} details={details} error={error} days={bounds} />
          {attachmentFields(kind)
            .filter((field) => details[field.name] !== undefined)
            .map((field) => (
              <p key={field.name}>
                <Button look="link" disabled={busy} onClick={() => removePaper(field.name)}>
                  {words.entry.deletePaper(words.entry.paper(say(field.label)))}
                </Button>
              </p>
            ))}
          <TextField
            label={`${words.entry.remark} ${words.optional}`}
            name="remark"
            defaultValue={remark}
            maxLength={500}
          />
          <ErrorNotice error={isBeyond(error) ? null : error} />
          <BeyondReason error={error} />
          <ReasonWanted error={error} />
          <HeldNotice answer={edit.answer} />
          <UploadBar share={share} />
          <div className="row">
            <button type="submit" className="button" disabled={busy}>
              {words.entry.save}
            </button>
            <Button disabled={busy} onClick={onCancel}>
              {words.entry.cancel}
            </Button>
          </div>
        </Form>
      )}
    </Await>
  );
}

function useEdit({ id, version, kind, details }: Activity, onDone: () => void) {
  const { service } = useConsole();
  const { share, busy, error, upload: run } = useUpload();
  const [answer, setAnswer] = useState<unknown>(null);
  const { fields, former = [] } = activityForms[kind];
  const shown = [...fields, ...former.filter(({ name }) => details[name] !== undefined)];
  const hasDay = !isDatedByRun(kind) || details['run'] === undefined;
  const submit = (form: FormData) => {
    run(async (onShare) => {
      const changed = await service.ask('PUT /api/activities/:id', {
        params: { id },
        body: {
          version,
          details: readDetails(shown, form),
          remark: readText(form, 'remark'),
          reason: readText(form, 'reason'),
          ...(hasDay && { day: readText(form, 'day') }),
        },
      });
      setAnswer(changed);
      if (isHeld(changed)) return;
      const papers = readPapers(fields, form);
      await attachPapers(service, changed.activity, { papers, onShare });
      onDone();
    });
  };
  const removePaper = (field: string) =>
    run(async () => {
      await service.ask('POST /api/activities/:id/attachments/:field/delete', {
        params: { id, field },
        body: { version },
      });
      onDone();
    });
  return { fields: shown, hasDay, share, busy, error, submit, removePaper, answer };
}
