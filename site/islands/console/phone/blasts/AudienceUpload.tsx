import { type KeyboardEvent, useRef, useState } from 'react';
import { retention } from '../../../../../campaigns/privacy/retention.ts';
import { addDays } from '../../../../../campaigns/tracker/clock.ts';
import { type ConsentBasis, consentBases } from '../../../../../messaging/contract/values.ts';
import type { Audience } from '../../../../../messaging/phone/audiences/audiences-schemas.ts';
import { formatBytes } from '../../../../i18n/format.ts';
import { makeAddress } from '../../ui/address.ts';
import { useConsole } from '../../ui/console-context.ts';
import { FileField } from '../../ui/DayField.tsx';
import {
  Button,
  Choice,
  ErrorNotice,
  Outcome,
  SelectField,
  TextField,
  toOptions,
  UploadBar,
} from '../../ui/parts.tsx';
import { saveText } from '../../ui/save-text.ts';
import { useUpload } from '../../ui/use-service.ts';
import { blastWordsIn } from './blast-words.ts';

import { listWordsIn } from './list-words.ts';

/** Titles that the service knows, see its `columns.ts`. */
const listColumns = { hi: 'मोबाइल,जनपद,थाना,भाषा', en: 'mobile,district,station,language' };

/** Uploads a list of numbers with its particulars. No form, since it may be inside one. */
export function AudienceUpload(props: AudienceUploadProps) {
  const { words } = useConsole(listWordsIn);
  const upload = useAudienceUpload(props);
  const { share, busy, error, stored } = upload;
  const place = useRef<HTMLDivElement>(null);
  const send = () => {
    if (upload.send()) return;
    // After the faults are drawn.
    setTimeout(() => place.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    send();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in one of its fields sends it, as in a form
    <div ref={place} className="narrow upload-list" onKeyDown={onKeyDown}>
      <AudienceFields upload={upload} today={props.today} />
      <ErrorNotice error={error} />
      <UploadBar share={share} />
      <Button look="button" disabled={busy} onClick={send}>
        {words.upload.send}
      </Button>
      {stored !== null && !busy && <Stored audience={stored} />}
    </div>
  );
}

interface FieldsProps {
  upload: ReturnType<typeof useAudienceUpload>;
  today: string;
}

function AudienceFields({ upload, today }: FieldsProps) {
  const { language, words, format } = useConsole(blastWordsIn);
  const listWords = listWordsIn(language);
  const { form, change, isWrong, lastDay } = upload;
  const fault = (field: Parameters<typeof isWrong>[0]) =>
    isWrong(field) ? listWords.upload.faults[field] : undefined;
  const untilInWords = form.until === '' ? '' : `${format.day(form.until)}. `;
  return (
    <>
      <FileField
        key={upload.round}
        label={listWords.upload.file}
        hint={listWords.upload.fileHint}
        error={fault('file')}
        accept=".csv,.tsv,.txt,.gz,.xlsx"
        onChoose={(file) => change({ file: file ?? null })}
        describe={({ name, size }) => `${name} · ${formatBytes(size)}`}
      />
      <Button
        look="link"
        onClick={() => saveText('numbers.csv', `\uFEFF${listColumns[language]}\r\n`, 'text/csv')}
      >
        {listWords.upload.form}
      </Button>
      <TextField
        label={listWords.upload.name}
        hint={listWords.upload.nameHint}
        error={fault('name')}
        value={form.name}
        maxLength={200}
        onChange={({ currentTarget }) => change({ name: currentTarget.value })}
      />
      <TextField
        label={listWords.audience.source}
        hint={listWords.upload.sourceHint}
        error={fault('source')}
        value={form.source}
        maxLength={500}
        onChange={({ currentTarget }) => change({ source: currentTarget.value })}
      />
      <SelectField
        label={listWords.audience.basis}
        hint={listWords.upload.basisHint}
        error={fault('basis')}
        value={form.basis}
        options={[
          ['', listWords.upload.chooseBasis],
          ...consentBases.map((basis) => [basis, listWords.audience.bases[basis]] as const),
        ]}
        onChoose={(basis) => change({ basis })}
      />
      {form.basis === 'explicit-consent' && (
        <TextField
          label={listWords.audience.consentTemplate}
          hint={listWords.upload.consentTemplateHint}
          error={fault('consentTemplate')}
          inputMode="numeric"
          maxLength={19}
          value={form.consentTemplate}
          onChange={({ currentTarget }) => change({ consentTemplate: currentTarget.value })}
        />
      )}
      <SelectField
        label={listWords.upload.language}
        hint={listWords.upload.languageHint}
        value={form.language}
        options={toOptions(words.languages)}
        onChoose={(spoken) => change({ language: spoken })}
      />
      <TextField
        label={listWords.audience.until}
        hint={`${untilInWords}${listWords.upload.untilHint}`}
        error={fault('until')}
        type="date"
        min={today}
        max={lastDay}
        value={form.until}
        onChange={({ currentTarget }) => change({ until: currentTarget.value })}
      />
      <Choice
        title={words.leaveOut.excluding}
        hint={words.leaveOut.excludingHint}
        checked={form.excluding}
        onChange={({ currentTarget }) => change({ excluding: currentTarget.checked })}
      />
    </>
  );
}

function Stored({ audience }: { audience: Audience }) {
  const { words, format } = useConsole(listWordsIn);
  return (
    <Outcome tone="good">
      <p>
        <strong>{words.upload.stored(audience.name, format.number(audience.members))}</strong>
      </p>
      <Rejects audience={audience} />
    </Outcome>
  );
}

/** Rows that were not taken, by reason, with the rows themselves to save. */
export function Rejects({ audience }: { audience: Audience }) {
  const { words, format } = useConsole(listWordsIn);
  const rows = Object.entries(audience.rejects).toSorted(([, left], [, right]) => right - left);
  const all = rows.reduce((sum, [, count]) => sum + count, 0);
  if (all === 0) return <p>{words.rejects.none}</p>;
  return (
    <>
      <p>{words.rejects.some(format.number(all))}</p>
      <ul>
        {rows.map(([reason, count]) => (
          <li key={reason}>
            {words.rejects.reasons[reason] ?? reason}: {format.number(count)}
          </li>
        ))}
      </ul>
      <p>
        <a
          className="button quiet"
          href={makeAddress('GET /api/audiences/:id/rejects.csv', { params: { id: audience.id } })}
          download
        >
          {words.rejects.save}
        </a>
      </p>
    </>
  );
}

interface AudienceUploadProps {
  /** The campaign's today. */
  today: string;
  onStored: (audience: Audience) => void;
}

interface AudienceForm {
  file: File | null;
  name: string;
  source: string;
  basis: ConsentBasis | '';
  language: 'hi' | 'en';
  /** Consent template of the DLT portal; empty for none. */
  consentTemplate: string;
  /** Day of deletion. */
  until: string;
  /** Its numbers are left out of blasts. */
  excluding: boolean;
}

const usualDays = 90;

/** The form of a new list; it says what is wrong from the first try to send it. */
function useAudienceUpload({ today, onStored }: AudienceUploadProps) {
  const { service } = useConsole();
  const [form, setForm] = useState<AudienceForm>({
    file: null,
    name: '',
    source: '',
    basis: '',
    language: 'hi',
    consentTemplate: '',
    until: addDays(today, usualDays),
    excluding: false,
  });
  const change = (part: Partial<AudienceForm>) => setForm((last) => ({ ...last, ...part }));
  const [tried, setTried] = useState(false);
  const [stored, setStored] = useState<Audience | null>(null);
  // A new round empties the file's field.
  const [round, setRound] = useState(0);
  const { share, busy, error, upload } = useUpload();
  const lastDay = addDays(today, retention.longestListDays);
  const faults = {
    file: form.file === null,
    name: form.name.trim() === '',
    source: form.source.trim() === '',
    basis: form.basis === '',
    consentTemplate: !/^(\d{12}|\d{19})?$/.test(form.consentTemplate.trim()),
    until: !(form.until >= today && form.until <= lastDay),
  };

  /** @returns whether it is complete, and therefore on its way */
  const send = (): boolean => {
    setTried(true);
    const { file, basis } = form;
    if (file === null || basis === '' || Object.values(faults).some(Boolean)) return false;
    upload(async (onShare) => {
      setStored(null);
      const query = {
        name: form.name.trim(),
        consentBasis: basis,
        source: form.source.trim(),
        retainUntil: form.until,
        language: form.language,
        ...(basis === 'explicit-consent' && form.consentTemplate.trim() !== ''
          ? { consentTemplate: form.consentTemplate.trim() }
          : {}),
        ...(form.excluding ? { excluding: 'true' as const } : {}),
      };
      const audience = await service.upload('POST /api/audiences', { query }, { file, onShare });
      setStored(audience);
      setTried(false);
      change({ file: null, name: '', excluding: false, consentTemplate: '' });
      setRound((last) => last + 1);
      onStored(audience);
    });
    return true;
  };
  const isWrong = (field: keyof typeof faults) => tried && faults[field];
  return { form, change, isWrong, lastDay, send, round, stored, share, busy, error };
}
