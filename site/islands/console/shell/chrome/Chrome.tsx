import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Me } from '../../../../../messaging/contract/people/accounts.ts';
import { localPath } from '../../../../i18n/language.ts';
import { Badge, type Badges } from '../../ui/Badge.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { listTabs, listViews, type View, viewEntry, viewPath } from '../../ui/views.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { Icon, MenuIcon } from './Icon.tsx';
import { Menu } from './Menu.tsx';
import { MenuSheet } from './MenuSheet.tsx';

/**
 * Frame of the console around a view for an officer who is signed in: the account in the bar, the menu beside
 * it on a desk, tabs below the thumb on a phone. The places for them are in `layouts/Console.astro`.
 */
export function Chrome({ me, view, badges }: { me: Me; view: View; badges: Badges }) {
  const { words } = useConsole();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Into place="bar-menu">
        <button
          type="button"
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => setOpen(true)}
        >
          <MenuIcon />
          <span className="sr-only">{words.menu}</span>
        </button>
      </Into>
      <Into place="bar-help">
        <HelpLink me={me} view={view} />
      </Into>
      <Into place="bar-account">
        <AccountMenu me={me} />
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

interface TabsProps {
  me: Me;
  view: View;
  badges: Badges;
  onMore: () => void;
}

function Tabs({ me, view, badges, onMore }: TabsProps) {
  const { language, words } = useConsole();
  const tabs = listTabs(me);
  const rest = listViews(me).filter((name) => !tabs.includes(name));
  return (
    <nav aria-label={words.chrome.tabs}>
      <ul className="plain">
        {tabs.map((name) => (
          <li key={name}>
            <a
              href={localPath(language, viewPath(name))}
              aria-current={name === view ? 'page' : undefined}
            >
              <span className="tab-icon">
                <Icon name={viewEntry(name).icon} />
                <Badge count={badges[name]} />
              </span>
              <span>{words.tabNames[name] ?? words.menuNames[name]}</span>
            </a>
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
              <span className="tab-icon">
                <Icon name="dots-three-outline" />
                <Badge count={rest.reduce((sum, name) => sum + (badges[name] ?? 0), 0)} />
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
