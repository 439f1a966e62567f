import { useState } from 'react';
import type {
  ListedRequest,
  OneTimeLink,
} from '../../../../../messaging/people/accounts/people-schemas.ts';
import { AskRow } from '../../ui/AskForm.tsx';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { LinkNotice } from '../../ui/LinkNotice.tsx';
import { Detail, Good, Strong } from '../../ui/lines.tsx';
import { ErrorNotice, List, Section } from '../../ui/parts.tsx';
import { SecondPersonNote } from '../../ui/SecondPersonNote.tsx';
import { useLoad } from '../../ui/use-service.ts';

/** Requests that wait for a second administrator; nothing is shown where there are none. */
export function AccountRequests({ onChanged }: { onChanged: () => void }) {
  const { words } = useConsole();
  const { state, reload } = useLoad('GET /api/people/requests');
  const [link, setLink] = useState<OneTimeLink | null>(null);
  const [done, setDone] = useState(false);
  if (state.kind === 'failed') return <ErrorNotice error={state.error} />;
  const requests = state.kind === 'loaded' ? state.value : [];
  if (requests.length === 0 && !done) return null;
  return (
    <Section id="requests" title={words.people.requests}>
      <p>{words.people.requestsLead}</p>
      {link !== null && <LinkNotice link={link} />}
      {done && link === null && <Good>{words.people.decided}</Good>}
      <List of={requests} className="activities">
        {(request) => (
          <RequestRow
            request={request}
            onDecided={(made) => {
              setLink(made);
              setDone(true);
              void reload();
              onChanged();
            }}
          />
        )}
      </List>
    </Section>
  );
}

interface RequestRowProps {
  request: ListedRequest;
  onDecided: (link: OneTimeLink | null) => void;
}

function RequestRow({ request, onDecided }: RequestRowProps) {
  const { words, service, format } = useConsole();
  const me = useMe();
  const { id, kind, personName, askedBy, askedByName, askedAt, second } = request;
  const isOwn = askedBy === me.id;
  const refusing = isOwn ? words.people.takeBack : words.people.refuse;
  const params = { id };
  const confirm = async () =>
    onDecided((await service.ask('POST /api/people/requests/:id/confirm', { params })).link);
  const refuse = async () => {
    await service.ask('POST /api/people/requests/:id/refuse', { params });
    onDecided(null);
  };
  return (
    <>
      <Strong>{words.people.asked[kind](personName)}</Strong>
      <Detail of={[words.people.askedBy(askedByName), format.moment(askedAt)]} />
      {!isOwn && <SecondPersonNote second={second} />}
      <AskRow
        asks={[
          second.bar === null && {
            button: words.people.confirm,
            label: `${words.people.confirm}: ${personName}`,
            look: 'button',
            send: confirm,
          },
          { button: refusing, label: `${refusing}: ${personName}`, send: refuse },
        ]}
      />
    </>
  );
}
