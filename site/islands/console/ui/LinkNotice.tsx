import { type ReactNode, useState } from 'react';
import type { OneTimeLink } from '../../../../messaging/contract/people/people.ts';
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
  const [copied, setCopied] = useState(false);
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
      <button
        type="button"
        className="button quiet"
        onClick={() => void navigator.clipboard.writeText(link).then(() => setCopied(true))}
      >
        {copied ? words.people.copied : words.people.copy}
      </button>
      {children}
    </Outcome>
  );
}
