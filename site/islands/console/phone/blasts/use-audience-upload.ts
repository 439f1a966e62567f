import { useState } from 'react';
import { retention } from '../../../../../campaigns/privacy/retention.ts';
import { addDays } from '../../../../../campaigns/tracker/clock.ts';
import type { ConsentBasis } from '../../../../../messaging/contract/values.ts';
import type { Audience } from '../../../../../messaging/phone/audiences/audiences-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import { useUpload } from '../../ui/use-upload.ts';

export interface AudienceUploadProps {
  /** The campaign's today. */
  today: string;
  onStored: (audience: Audience) => void;
}

export interface AudienceForm {
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
export function useAudienceUpload({ today, onStored }: AudienceUploadProps) {
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
