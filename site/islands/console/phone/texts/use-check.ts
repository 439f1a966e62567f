import { useEffect, useState } from 'react';
import type {
  MessageCategory,
  MessageLanguage,
} from '../../../../../campaigns/messages/messages.ts';
import type { CheckedText } from '../../../../../messaging/phone/blasts/template-routes.ts';
import { useConsole } from '../../ui/console-context.ts';
import type { ServiceError } from '../../ui/service.ts';

/** A text that is being written. */
export interface TextDraft {
  language: MessageLanguage;
  category: MessageCategory;
  header: string;
  text: string;
}

const pauseMs = 350;

/** Has the service check a text as soon as the officer stops typing; the last answer stays until the next comes. */
export function useCheck(draft: TextDraft): {
  checked: CheckedText | null;
  error: ServiceError | null;
} {
  const { service } = useConsole();
  const [checked, setChecked] = useState<CheckedText | null>(null);
  const [error, setError] = useState<ServiceError | null>(null);
  const { language, category, header, text } = draft;
  useEffect(() => {
    let current = true;
    if (text === '') {
      setChecked(null);
      return;
    }
    const asking = setTimeout(() => {
      const body = { id: 'draft', templateId: null, language, category, header, text };
      service.ask('POST /api/templates/check', { body }).then(
        (answer) => {
          if (!current) return;
          setChecked(answer);
          setError(null);
        },
        (failure: ServiceError) => current && setError(failure),
      );
    }, pauseMs);
    return () => {
      current = false;
      clearTimeout(asking);
    };
  }, [service, language, category, header, text]);
  return { checked, error };
}
