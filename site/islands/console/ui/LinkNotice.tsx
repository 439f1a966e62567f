import type { ReactNode } from 'react';
import type { OneTimeLink } from '../../../../messaging/contract/people/people.ts';
import { CopyButton } from './CopyButton.tsx';
import { useConsole } from './console-context.ts';
import { formatMoment } from './format-moment.ts';
import { Outcome, TextField } from './parts.tsx';

interface LinkNoticeProps {
  link: OneTimeLink;
  /** For whom it is. */
  whose?: string | undefined;
  /** Says what to do with it, where it is not for an officer. */
  lead?: string;
  /** Other ways by which it can go. */
  children?: ReactNode;
}

/** A one-time link, shown this once. */
export function LinkNotice({ link: { link, expiresAt }, whose, lead, children }: LinkNoticeProps) {
  const { words, language } = useConsole();
  return (
    <Outcome key={link} tone="good">
      {whose !== undefined && (
        <p>
          <strong>{whose}</strong>
        </p>
      )}
      <p>{lead ?? words.people.link}</p>
      <TextField
        label={words.people.linkLabel}
        readOnly
        value={link}
        onFocus={(event) => event.currentTarget.select()}
      />
      <p className="detail">{words.people.linkUntil(formatMoment(expiresAt, language))}</p>
      <CopyButton text={link} label={words.people.copy} done={words.people.copied} />
      {children}
    </Outcome>
  );
}
