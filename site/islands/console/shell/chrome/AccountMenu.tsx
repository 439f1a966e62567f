import { useEffect, useRef, useState } from 'react';
import type { Me } from '../../../../../messaging/people/accounts/accounts-schemas.ts';
import { localPath } from '../../../../i18n/language.ts';
import { useConsole } from '../../ui/console-context.ts';
import { SignOutQuestion, useSignOut } from '../../ui/outbox/SignOutQuestion.tsx';
import { ErrorNotice } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { type View, viewEntry, viewPath } from '../../ui/views.ts';
import { Icon } from './Icon.tsx';

/** The signed-in officer at the end of the bar: the account, signing out, and the ways to the public pages. */
export function AccountMenu({ me, view }: { me: Me; view: View }) {
  const { language, words } = useConsole();
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { busy, error, run } = useAction();
  useEffect(() => {
    if (!open) return;
    const away = ({ target }: Event) => {
      if (target instanceof Node && place.current?.contains(target) === false) setOpen(false);
    };
    const leaveByKey = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', away);
    document.addEventListener('focusin', away);
    document.addEventListener('keydown', leaveByKey);
    return () => {
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('focusin', away);
      document.removeEventListener('keydown', leaveByKey);
    };
  }, [open]);
  const leaving = useSignOut(run);
  return (
    <div ref={place} className="officer">
      <button
        ref={button}
        type="button"
        aria-label={`${me.name}, ${words.chrome.account}`}
        aria-expanded={open}
        aria-controls="account-panel"
        onClick={() => setOpen(!open)}
      >
        <Icon name="user-circle" />
        <span className="officer-name">{me.name}</span>
      </button>
      <div id="account-panel" className="account-panel" hidden={!open}>
        <p>
          <strong>{me.name}</strong>
        </p>
        <p className="detail">{me.office[language]}</p>
        <ErrorNotice error={error} />
        <p className="row">
          <a className="button quiet" href={localPath(language, viewPath('account'))}>
            {words.menuNames.account}
          </a>
          <button
            type="button"
            className="button"
            disabled={busy}
            onClick={() => leaving.signOut(false)}
          >
            {words.chrome.signOut}
          </button>
        </p>
        <SignOutQuestion leaving={leaving} busy={busy} />
        <PublicLinks me={me} view={view} />
      </div>
    </div>
  );
}

function PublicLinks({ me, view }: { me: Me; view: View }) {
  const { language, words } = useConsole();
  const { page } = viewEntry(view);
  const links = [
    ...(me.role === 'admin' ? [['/help/operate/', words.chrome.handbook]] : []),
    ...(page === undefined ? [] : [[page, words.chrome.publicPage]]),
    ['/', words.chrome.site],
  ] as const;
  return (
    <ul className="plain away">
      {links.map(([path, name]) => (
        <li key={path}>
          <a href={localPath(language, path)}>
            <Icon name="arrow-square-out" />
            <span>{name}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
