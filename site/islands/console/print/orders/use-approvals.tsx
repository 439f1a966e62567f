import { useState } from 'react';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Outcome } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { orderWordsIn } from './order-words.ts';

type View = Answer<'GET /api/print-approvals'>;
export type PressFile = View['files'][number];

export interface ApprovalsProps {
  district: string;
  view: View;
  onChanged: () => void;
}

interface Decided {
  approved: number;
  replaced: number;
}

/** Approving press files of a district as they are, and HQ's rule about it. */
export function useApprovals({ district, view: { required }, onChanged }: ApprovalsProps) {
  const { service } = useConsole();
  const [decided, setDecided] = useState<Decided | null>(null);
  const { busy, error, run } = useAction();
  const approve = (files: readonly PressFile[]) =>
    run(async () => {
      const body = { district, files: files.map(({ path, sha256 }) => ({ path, sha256 })) };
      setDecided(null);
      const { replaced } = await service
        .ask('POST /api/print-approvals', { body })
        .finally(onChanged);
      setDecided({ approved: files.length - replaced.length, replaced: replaced.length });
    });
  const switchRule = () =>
    run(async () => {
      await service.ask('POST /api/print-approvals/rule', { body: { required: !required } });
      onChanged();
    });
  return { busy, error, decided, approve, switchRule };
}

/** Says how many were approved, and how many were remade meanwhile. */
export function Approved({ decided }: { decided: Decided | null }) {
  const { language } = useConsole();
  const words = orderWordsIn(language);
  if (decided === null) return null;
  const { approved, replaced } = decided;
  return (
    <Outcome tone={replaced === 0 ? 'good' : 'plain'}>
      {words.approvedNow(formatNumber(approved, language))}
      {replaced > 0 && ` ${words.replaced(formatNumber(replaced, language))}`}
    </Outcome>
  );
}
