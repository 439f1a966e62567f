import { type KeyboardEvent, useRef, useState } from 'react';
import { retention } from '../../../../../campaigns/privacy/retention.ts';
import { addDays } from '../../../../../campaigns/tracker/clock.ts';
import type { Audience } from '../../../../../messaging/contract/phone/audiences.ts';
import { type ConsentBasis, consentBases } from '../../../../../messaging/contract/values.ts';
import { formatDay, formatNumber } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { ErrorNotice, Field, Outcome, TextField, UploadBar } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { ListFile } from './ListFile.tsx';
import { Rejects } from './Rejects.tsx';
import { useBlastWords } from './use-blast-words.ts';

interface AudienceUploadProps {
  /** The campaign's today. */
  today: string;
  onStored: (audience: Audience) => void;
}

const usualDays = 90;

/** A list of numbers with its particulars. It may stand inside another form, so it is none itself. */
export function AudienceUpload({ today, onStored }: AudienceUploadProps) {
  const { language, service } = useConsole();
  const words = useBlastWords();
  const [name, setName] = useState('');
  const [source, setSource] = useState('');
  const [basis, setBasis] = useState<ConsentBasis | ''>('');
  const [spoken, setSpoken] = useState<'hi' | 'en'>('hi');
  const [excluding, setExcluding] = useState(false);
  const [until, setUntil] = useState(addDays(today, usualDays));
  const [file, setFile] = useState<File | null>(null);
  const [looked, setLooked] = useState(false);
  const [share, setShare] = useState<number | null>(null);
  const [stored, setStored] = useState<Audience | null>(null);
  // A new round empties the file's field.
  const [round, setRound] = useState(0);
  const { busy, error, run } = useAction();
  const place = useRef<HTMLDivElement>(null);

  const last = addDays(today, retention.longestListDays);
  const wrong = {
    file: file === null,
    name: name.trim() === '',
    source: source.trim() === '',
    basis: basis === '',
    until: !(until >= today && until <= last),
  };
  const say = (field: keyof typeof wrong) =>
    looked && wrong[field] ? words.upload.faults[field] : undefined;
  const upload = () => {
    setLooked(true);
    if (file === null || basis === '' || Object.values(wrong).some(Boolean)) {
      // After the faults are drawn.
      setTimeout(() => place.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    run(async () => {
      const query = {
        name: name.trim(),
        consentBasis: basis,
        source: source.trim(),
        retainUntil: until,
        language: spoken,
        ...(excluding ? { excluding: 'true' as const } : {}),
      };
      try {
        setStored(null);
        const sent = { file, onShare: setShare };
        const audience = await service.upload('POST /api/audiences', { query }, sent);
        setStored(audience);
        setLooked(false);
        setName('');
        setFile(null);
        setExcluding(false);
        setRound((last) => last + 1);
        onStored(audience);
      } finally {
        setShare(null);
      }
    });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    upload();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in one of its fields sends it, as in a form
    <div ref={place} className="narrow upload-list" onKeyDown={onKeyDown}>
      <ListFile key={round} file={file} onChoose={setFile} error={say('file')} />
      <TextField
        label={words.upload.name}
        hint={words.upload.nameHint}
        error={say('name')}
        value={name}
        maxLength={200}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <TextField
        label={words.audience.source}
        hint={words.upload.sourceHint}
        error={say('source')}
        value={source}
        maxLength={500}
        onChange={({ currentTarget }) => setSource(currentTarget.value)}
      />
      <Field label={words.audience.basis} hint={words.upload.basisHint} error={say('basis')}>
        {(ids) => (
          <select
            {...ids}
            value={basis}
            onChange={({ currentTarget }) => setBasis(currentTarget.value as ConsentBasis)}
          >
            <option value="">{words.upload.chooseBasis}</option>
            {consentBases.map((value) => (
              <option key={value} value={value}>
                {words.audience.bases[value]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={words.upload.language} hint={words.upload.languageHint}>
        {(ids) => (
          <select
            {...ids}
            value={spoken}
            onChange={({ currentTarget }) => setSpoken(currentTarget.value === 'en' ? 'en' : 'hi')}
          >
            <option value="hi">{words.languages.hi}</option>
            <option value="en">{words.languages.en}</option>
          </select>
        )}
      </Field>
      <TextField
        label={words.audience.until}
        hint={
          until === ''
            ? words.upload.untilHint
            : `${formatDay(until, language)}. ${words.upload.untilHint}`
        }
        error={say('until')}
        type="date"
        min={today}
        max={last}
        value={until}
        onChange={({ currentTarget }) => setUntil(currentTarget.value)}
      />
      <label className="choice">
        <input
          type="checkbox"
          checked={excluding}
          onChange={({ currentTarget }) => setExcluding(currentTarget.checked)}
        />
        <span>
          <strong>{words.leaveOut.excluding}</strong>
          <span className="detail">{words.leaveOut.excludingHint}</span>
        </span>
      </label>
      <ErrorNotice error={error} />
      <UploadBar share={share} />
      <button type="button" className="button" disabled={busy} onClick={upload}>
        {words.upload.send}
      </button>
      {stored !== null && !busy && (
        <Outcome tone="good">
          <p>
            <strong>
              {words.upload.stored(stored.name, formatNumber(stored.members, language))}
            </strong>
          </p>
          <Rejects audience={stored} />
        </Outcome>
      )}
    </div>
  );
}
