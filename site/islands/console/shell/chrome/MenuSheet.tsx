import type { Me } from '../../../../../messaging/people/accounts/accounts-schemas.ts';
import type { Badges } from '../../ui/Badge.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { useModal } from '../../ui/use-modal.ts';
import type { View } from '../../ui/views.ts';
import { Icon } from './Icon.tsx';
import { Menu } from './Menu.tsx';

interface MenuSheetProps {
  me: Me;
  view: View;
  badges: Badges;
  onClose: () => void;
}

/** The whole menu over the page, where there is no room for it beside; the browser keeps the focus in it. */
export function MenuSheet({ me, view, badges, onClose }: MenuSheetProps) {
  const { words } = useConsole();
  const sheet = useModal();
  return (
    <dialog ref={sheet} className="sheet" aria-label={words.menu} onClose={onClose}>
      <div className="sheet-body">
        <div className="sheet-head on-navy">
          <span>{words.name}</span>
          <button
            type="button"
            className="sheet-close"
            aria-label={words.chrome.close}
            onClick={() => sheet.current?.close()}
          >
            <Icon name="x" />
          </button>
        </div>
        <Menu me={me} view={view} badges={badges} />
      </div>
    </dialog>
  );
}
