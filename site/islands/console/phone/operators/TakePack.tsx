import { AskButton } from '../../ui/AskForm.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { saveFile } from '../../ui/save-text.ts';

export interface TakePackProps {
  blastId: number | string;
  className: string;
  children: string;
  onTaken?: () => void;
}

/** Saves a blast's pack for a service provider; taking it is recorded, so it is requested and not linked. */
export function TakePack({ blastId, className, children, onTaken }: TakePackProps) {
  const { service } = useConsole();
  return (
    <AskButton
      button={children}
      look={className}
      send={async () => {
        const pack = await service.askFile('POST /api/blasts/:id/operator-pack.zip', {
          params: { id: Number(blastId) },
        });
        saveFile(`operator-pack-${blastId}.zip`, pack);
        onTaken?.();
      }}
    />
  );
}
