import { useConsole } from '../../ui/console-context.ts';
import { Button } from '../../ui/parts.tsx';
import { saveText } from '../../ui/save-text.ts';

/** Codes for a lost phone, shown once. */
export function BackupCodes({ codes }: { codes: readonly string[] }) {
  const { campaign, words } = useConsole();
  return (
    <section className="codes">
      <h3>{words.enrol.backupTitle}</h3>
      <p>{words.enrol.backupText}</p>
      <ul className="plain">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Button
        onClick={() => saveText(`${campaign.id}-backup-codes.txt`, `${codes.join('\r\n')}\r\n`)}
      >
        {words.enrol.backupSave}
      </Button>
    </section>
  );
}
