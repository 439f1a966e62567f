import { useConsole } from '../../ui/console-context.ts';
import { Button, List, TextField } from '../../ui/parts.tsx';
import { saveText } from '../../ui/save-text.ts';

/** The password by which somebody is known here. */
export function CurrentPassword({ label, name }: { label: string; name: string }) {
  return (
    <TextField label={label} name={name} type="password" autoComplete="current-password" required />
  );
}

/** A password that is chosen now; the service judges whether it is a common one. */
export function NewPassword({ label, name }: { label: string; name: string }) {
  const { words } = useConsole();
  return (
    <TextField
      label={label}
      hint={words.invitation.passwordHint}
      name={name}
      type="password"
      autoComplete="new-password"
      minLength={12}
      maxLength={128}
      required
    />
  );
}

/** Codes for a lost phone, shown once. */
export function BackupCodes({ codes }: { codes: readonly string[] }) {
  const { campaign, words } = useConsole();
  return (
    <section className="codes">
      <h3>{words.enrol.backupTitle}</h3>
      <p>{words.enrol.backupText}</p>
      <List of={codes} keyOf={(code) => code}>
        {(code) => <code>{code}</code>}
      </List>
      <Button
        onClick={() => saveText(`${campaign.id}-backup-codes.txt`, `${codes.join('\r\n')}\r\n`)}
      >
        {words.enrol.backupSave}
      </Button>
    </section>
  );
}
