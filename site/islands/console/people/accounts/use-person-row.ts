import { useState } from 'react';
import type { Office } from '../../../../../campaigns/offices/office.ts';
import type {
  AccountRequest,
  OneTimeLink,
  Person,
} from '../../../../../messaging/people/accounts/people-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import { useAction } from '../../ui/use-service.ts';

export interface PersonRowProps {
  person: Person;
  onChanged: () => void;
  /** A second administrator has to confirm the change. */
  onAsked: () => void;
}

/** Questions that the row asks before it acts. */
export type Question = 'office' | 'deactivate' | 'reset-second-factor' | 'unlink' | 'confirm';

/** Changes an account, and keeps the outcome. */
export function usePersonRow({ person, onChanged, onAsked }: PersonRowProps) {
  const { service } = useConsole();
  const [question, ask] = useState<Question | null>(null);
  const [link, setLink] = useState<OneTimeLink | null>(null);
  const [waits, setWaits] = useState(false);
  const { busy, error, run } = useAction();
  const params = { id: person.id };

  /** True where a second administrator has to confirm. */
  const isRequest = (answer: object): answer is AccountRequest => {
    const isOne = 'askedBy' in answer;
    setWaits(isOne);
    if (isOne) onAsked();
    return isOne;
  };
  const finish = () => {
    ask(null);
    onChanged();
  };
  return {
    question,
    ask,
    link,
    waits,
    busy,
    error,
    send: (verb: 'deactivate' | 'reactivate' | 'reset-second-factor' | 'unlink') =>
      run(async () => {
        isRequest(await service.ask(`POST /api/people/:id/${verb}`, { params }));
        finish();
      }),
    changeOffice: (body: Office) =>
      run(async () => {
        isRequest(await service.ask('POST /api/people/:id/office', { params, body }));
        finish();
      }),
    confirm: (confirmed: boolean) =>
      run(async () => {
        await service.ask('POST /api/people/:id/confirm', { params, body: { confirmed } });
        finish();
      }),
    makePasswordLink: () =>
      run(async () => {
        const answer = await service.ask('POST /api/people/:id/password-link', { params });
        setLink(isRequest(answer) ? null : answer);
      }),
  };
}
