import type { ReactNode } from 'react';
import type { OneTimeLink } from '../../../../messaging/people/accounts/people-schemas.ts';
import { useConsole } from './console-context.ts';
import { Strong } from './lines.tsx';
import { CopyButton, Outcome, TextField } from './parts.tsx';

interface LinkNoticeProps {
  link: OneTimeLink;
  /** For whom it is. */
  whose?: string | undefined;
  /** Says what to do with it and how long it opens, where it is no one-time link of an officer. */
  words?: { lead: string; label: string; until: string };
  /** Other ways by which it can go. */
  children?: ReactNode;
}

/** A link whose address is shown this once. */
export function LinkNotice({ link: { link, expiresAt }, whose, words, children }: LinkNoticeProps) {
  const {
    words: { people },
    format,
  } = useConsole();
  const { lead, label, until } = words ?? {
    lead: people.link,
    label: people.linkLabel,
    until: people.linkUntil(format.moment(expiresAt)),
  };
  return (
    <Outcome key={link} tone="good">
      {whose !== undefined && <Strong>{whose}</Strong>}
      <p>{lead}</p>
      <TextField
        label={label}
        readOnly
        value={link}
        onFocus={(event) => event.currentTarget.select()}
      />
      <p className="detail">{until}</p>
      <CopyButton text={link} label={people.copy} done={people.copied} />
      {children}
    </Outcome>
  );
}

/** Says that nobody has confirmed yet that the host of the printed and sent links answers; nothing once it is. */
export function LinkHold({ host, confirmed }: { host: string; confirmed: boolean }) {
  const { words } = useConsole();
  if (confirmed) return null;
  return (
    <p className="notice plain link-hold" role="note">
      {words.linkHold(host.toLowerCase())}
    </p>
  );
}
