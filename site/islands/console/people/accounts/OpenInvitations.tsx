import { useState } from 'react';
import type {
  OneTimeLink,
  OpenInvitation,
} from '../../../../../messaging/people/accounts/people-schemas.ts';
import { AskRow } from '../../ui/AskForm.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { formatMoment } from '../../ui/format-moment.ts';
import { LinkNotice } from '../../ui/LinkNotice.tsx';
import { Await, Outcome } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { accountWordsIn } from './account-words.ts';
import { MailInvitation } from './MailInvitation.tsx';

/** Invitations that were not used yet: whose, by whom and until when; withdrawn, or with a new link. */
export function OpenInvitations() {
  const { language } = useConsole();
  const words = useConsole(accountWordsIn).words.invitations;
  const { state, reload } = useLoad('GET /api/people/invitations');
  const [withdrawn, setWithdrawn] = useState<string | null>(null);
  return (
    <section aria-labelledby="open-invitations">
      <h2 id="open-invitations">{words.title}</h2>
      {withdrawn !== null && (
        <Outcome key={withdrawn} tone="good">
          <p>{words.withdrawn(withdrawn)}</p>
        </Outcome>
      )}
      <Await state={state} retry={reload}>
        {(open) =>
          open.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <>
              <p className="detail">{words.count(open.length)}</p>
              <ul className="plain activities">
                {open.map((invitation) => (
                  <InvitationItem
                    key={invitation.email}
                    invitation={invitation}
                    office={invitation.office[language]}
                    onChanged={reload}
                    onWithdrawn={() => {
                      setWithdrawn(invitation.email);
                      void reload();
                    }}
                  />
                ))}
              </ul>
            </>
          )
        }
      </Await>
    </section>
  );
}

interface ItemProps {
  invitation: OpenInvitation;
  office: string;
  onChanged: () => void;
  onWithdrawn: () => void;
}

function InvitationItem({ invitation, office, onChanged, onWithdrawn }: ItemProps) {
  const { service, language } = useConsole();
  const words = useConsole(accountWordsIn).words.invitations;
  const [link, setLink] = useState<OneTimeLink | null>(null);
  const { id, email, invitedBy, expiresAt, mayChange } = invitation;
  return (
    <li>
      <p>
        <strong>{email}</strong>, {office}
      </p>
      <p className="detail">
        {words.by(invitedBy ?? words.byServer)} · {words.until(formatMoment(expiresAt, language))}
      </p>
      {link !== null && (
        <LinkNotice link={link} whose={words.newLink(email, office)}>
          <MailInvitation link={link.link} email={email} />
        </LinkNotice>
      )}
      {mayChange && (
        <AskRow
          asks={[
            {
              button: words.renew,
              label: words.renewOf(email),
              look: 'link',
              send: async () => {
                const path = 'POST /api/people/invitations/:id/renew';
                setLink(await service.ask(path, { params: { id } }));
                onChanged();
              },
            },
            {
              button: words.withdraw,
              label: words.withdrawOf(email),
              look: 'link',
              send: async () => {
                const path = 'POST /api/people/invitations/:id/withdraw';
                await service.ask(path, { params: { id } });
                onWithdrawn();
              },
            },
          ]}
        />
      )}
    </li>
  );
}
