import { useState } from 'react';
import type { ProofFinding } from '../../../../../campaigns/print/proofs/proof.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Button, ErrorNotice, TextField } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { studioWordsIn } from './studio-words.ts';

import type { OpenDraft } from './use-draft.ts';

/** Hands the draft in with a remark, or throws it away; says what keeps it from being handed in. */
export function SubmitForm({ open }: { open: OpenDraft }) {
  const { language, service, words } = useConsole(studioWordsIn);
  const { changes, faults } = open.draft;
  const [remark, setRemark] = useState('');
  const { busy, error, run } = useAction();
  const submit = async () => {
    const { id, revision } = await open.settle();
    const body = { revision, remark };
    open.take(await service.ask('POST /api/studio/drafts/:id/submit', { params: { id }, body }));
  };
  const discard = async () => {
    const { id, revision } = await open.settle().catch(() => open.draft);
    const body = { revision };
    await service.ask('POST /api/studio/drafts/:id/discard', { params: { id }, body });
    location.search = '';
  };
  const findings = (error?.body['findings'] ?? []) as LayoutFinding[];
  return (
    <div className="studio-submit">
      {faults.length > 0 && (
        <div className="notice bad">
          <p>
            <strong>{words.faults}</strong>
          </p>
          <ul>
            {faults.map((fault) => (
              <li key={fault.path.join('.') + fault.message.en}>
                {fault.label[language]}: {fault.message[language]}
              </li>
            ))}
          </ul>
        </div>
      )}
      <TextField
        label={words.remark}
        value={remark}
        maxLength={500}
        onChange={({ currentTarget }) => setRemark(currentTarget.value)}
      />
      <ErrorNotice error={error} />
      {findings.length > 0 && <LayoutFindings findings={findings} />}
      <p className="row">
        <Button
          look="button"
          disabled={busy || changes.length === 0 || faults.length > 0}
          onClick={() => run(submit)}
        >
          {busy ? words.submitting : words.submit}
        </Button>
        <Discard busy={busy} onDiscard={() => run(discard)} />
      </p>
    </div>
  );
}

function Discard({ busy, onDiscard }: { busy: boolean; onDiscard: () => void }) {
  const { words } = useConsole(studioWordsIn);
  const [isSure, setIsSure] = useState(false);
  return (
    <Button look="link" disabled={busy} onClick={() => (isSure ? onDiscard() : setIsSure(true))}>
      {isSure ? words.discardSure : words.discard}
    </Button>
  );
}

type LayoutFinding = Pick<ProofFinding, 'title' | 'expected' | 'found'> & { artwork: string };

function LayoutFindings({ findings }: { findings: readonly LayoutFinding[] }) {
  const { language, words } = useConsole(studioWordsIn);
  const names: Readonly<Record<string, string>> = words.proofs;
  const distinct = [
    ...new Map(
      findings.map((finding) => [`${finding.artwork} ${finding.found.en}`, finding]),
    ).values(),
  ];
  return (
    <ul className="studio-findings">
      {distinct.slice(0, 6).map(({ artwork, title, expected, found }) => (
        <li key={artwork + found.en} className="fault">
          <strong>
            {names[artwork] ?? artwork}: {title[language]}
          </strong>{' '}
          <span>
            {words.expected}: {expected[language]}; {words.found}: {found[language]}
          </span>
        </li>
      ))}
    </ul>
  );
}
