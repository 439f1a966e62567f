import type { OwnSession } from '../../../../../messaging/people/accounts/accounts-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import { formatMoment } from '../../ui/format-moment.ts';
import { SignOutQuestion, useSignOut } from '../../ui/outbox/SignOutQuestion.tsx';
import { Await, Button, ErrorNotice } from '../../ui/parts.tsx';
import { useAction, useLoad } from '../../ui/use-service.ts';

/** Where the officer is signed in; each can be ended, and all at once. */
export function OwnSessions() {
  const { words, service } = useConsole();
  const { state, reload } = useLoad('GET /api/me/sessions');
  const { busy, error, run } = useAction();
  const leaving = useSignOut(run);
  const end = (id: string) =>
    run(async () => {
      await service.ask('POST /api/me/sessions/:id/end', { params: { id } });
      await reload();
    });
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{words.account.sessions}</h2>
      <p className="detail">{words.account.idle}</p>
      <Await state={state} retry={reload}>
        {(sessions) => (
          <ul className="plain activities">
            {sessions.map((session) => (
              <SessionRow
                key={session.id}
                session={session}
                busy={busy}
                onEnd={() => (session.current ? leaving.signOut(false) : end(session.id))}
              />
            ))}
          </ul>
        )}
      </Await>
      <ErrorNotice error={error} />
      <SignOutQuestion leaving={leaving} busy={busy} />
      <Button disabled={busy} onClick={() => leaving.signOut(true)}>
        {words.account.everywhere}
      </Button>
    </section>
  );
}

interface SessionRowProps {
  session: OwnSession;
  busy: boolean;
  onEnd: () => void;
}

function SessionRow({ session, busy, onEnd }: SessionRowProps) {
  const { words, language } = useConsole();
  const { system, browser, begunAt, lastUsedAt, current } = session;
  const device = [system, browser].filter(Boolean).join(' · ') || words.account.unknownDevice;
  return (
    <li>
      <p>
        <strong>{device}</strong>{' '}
        {current && <span className="state verified">{words.account.thisOne}</span>}
      </p>
      <p className="detail">
        {words.account.begun(formatMoment(begunAt, language))} ·{' '}
        {words.account.lastUsed(formatMoment(lastUsedAt, language))}
      </p>
      <p className="row">
        <button
          type="button"
          className={current ? 'button' : 'link'}
          aria-label={current ? undefined : `${words.account.end}: ${device}`}
          disabled={busy}
          onClick={onEnd}
        >
          {current ? words.account.here : words.account.end}
        </button>
      </p>
    </li>
  );
}
