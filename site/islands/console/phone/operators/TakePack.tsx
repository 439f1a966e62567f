import type { ReactNode } from 'react';
import { useConsole } from '../../ui/console-context.ts';
import { ErrorNotice } from '../../ui/parts.tsx';
import { saveFile } from '../../ui/save-text.ts';
import { useAction } from '../../ui/use-service.ts';

export interface TakePackProps {
  blastId: number | string;
  className: string;
  children: ReactNode;
  onTaken?: () => void;
}

/** Saves a blast's pack for a service provider; taking it is recorded, so it is requested and not linked. */
export function TakePack({ blastId, className, children, onTaken }: TakePackProps) {
  const { service } = useConsole();
  const { busy, error, run } = useAction();
  const take = () =>
    run(async () => {
      const pack = await service.askFile('POST /api/blasts/:id/operator-pack.zip', {
        params: { id: Number(blastId) },
      });
      saveFile(`operator-pack-${blastId}.zip`, pack);
      onTaken?.();
    });
  return (
    <>
      <ErrorNotice error={error} />
      <button type="button" className={className} disabled={busy} onClick={take}>
        {children}
      </button>
    </>
  );
}
