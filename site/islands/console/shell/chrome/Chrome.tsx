import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Me } from '../../../../../messaging/people/accounts/accounts-schemas.ts';
import { localPath } from '../../../../i18n/language.ts';
import { Badge, type Badges, sumBadges } from '../../ui/Badge.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { Strong } from '../../ui/lines.tsx';
import { SignOutQuestion, useSignOut } from '../../ui/outbox/SignOutQuestion.tsx';
import { Button, ErrorNotice, List } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { makeMenu, type View, viewEntry, viewPath } from '../../ui/views.ts';
import { FindBox } from '../find/FindBox.tsx';
import { Icon } from './Icon.tsx';
import { Menu, MenuSheet, SectionLink } from './Menu.tsx';

/**
 * Frame of the console around a view for an officer who is signed in: search and account in the bar, the sections
 * next to it on a desk and below the thumb on a phone. The places for them are in `layouts/Console.astro`.
 */
export function Chrome({ me, view, badges }: { me: Me; view: View; badges: Badges }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Into place="bar-find">
        <FindBox />
      </Into>
      <Into place="bar-help">
        <HelpLink me={me} view={view} />
      </Into>
      <Into place="bar-account">
        <AccountMenu me={me} view={view} />
      </Into>
      <Into place="side">
        <Menu me={me} view={view} badges={badges} />
      </Into>
      <Into place="tabs">
        <Tabs me={me} view={view} badges={badges} onMore={() => setOpen(true)} />
        {open && <MenuSheet me={me} view={view} badges={badges} onClose={() => setOpen(false)} />}
      </Into>
    </>
  );
}

/** The page of the manual for the officer's role, at the tasks of this view; a range reads with the zones. */
function HelpLink({ me, view }: { me: Me; view: View }) {
  const { language, words } = useConsole();
  const page = me.role === 'range' ? 'zone' : me.role;
  return (
    <a href={`${localPath(language, `/help/${page}/`)}#${view}`} aria-label={words.chrome.help}>
      ?
    </a>
  );
}

/** As many as are beside each other with their words on 320 px. */
const mostTabs = 5;

interface TabsProps {
  me: Me;
  view: View;
  badges: Badges;
  onMore: () => void;
}

/** Sections below the thumb; where there are more of them, the others open as a sheet. */
function Tabs({ me, view, badges, onMore }: TabsProps) {
  const { words } = useConsole();
  const menu = makeMenu(me);
  const shown = menu.length > mostTabs ? menu.slice(0, mostTabs - 1) : menu;
  const rest = menu.slice(shown.length).flatMap(({ views }) => views);
  return (
    <nav aria-label={words.chrome.tabs}>
      <ul className="plain">
        {shown.map((entry) => (
          <li key={entry.section}>
            <SectionLink entry={entry} view={view} badges={badges} />
          </li>
        ))}
        {rest.length > 0 && (
          <li>
            <button
              type="button"
              aria-haspopup="dialog"
              data-current={rest.includes(view) || undefined}
              onClick={onMore}
            >
              <span className="section-icon">
                <Icon name="dots-three-outline" />
                <Badge count={sumBadges(badges, rest)} />
              </span>
              <span>{words.chrome.more}</span>
            </button>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** Draws into a place of the page outside the view; empty again when the officer has signed out. */
function Into({ place, children }: { place: string; children: React.ReactNode }) {
  const [element, setElement] = useState<HTMLElement | null>(null);
  useEffect(() => setElement(document.getElementById(place)), [place]);
  return element === null ? null : createPortal(children, element);
}

/** The signed-in officer at the end of the bar: the account, signing out, and the ways to the public pages. */
function AccountMenu({ me, view }: { me: Me; view: View }) {
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
        <Strong>{me.name}</Strong>
        <p className="detail">{me.office[language]}</p>
        <ErrorNotice error={error} />
        <p className="row">
          <a className="button quiet" href={localPath(language, viewPath('account'))}>
            {words.menuNames.account}
          </a>
          <Button look="button" disabled={busy} onClick={() => leaving.signOut(false)}>
            {words.chrome.signOut}
          </Button>
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
    <List of={links} className="away" keyOf={([path]) => path}>
      {([path, name]) => (
        <a href={localPath(language, path)}>
          <Icon name="arrow-square-out" />
          <span>{name}</span>
        </a>
      )}
    </List>
  );
}
