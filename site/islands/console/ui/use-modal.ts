import { type RefObject, useEffect, useRef } from 'react';

/** Opens a dialog over the page as long as it is drawn; a tap outside it, on its backdrop, closes it. */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const place = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = place.current;
    dialog?.showModal();
    const away = ({ target }: Event) => target === dialog && dialog?.close();
    dialog?.addEventListener('click', away);
    return () => dialog?.removeEventListener('click', away);
  }, []);
  return place;
}
