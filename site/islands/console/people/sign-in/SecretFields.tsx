import { useState } from 'react';
import { useConsole } from '../../ui/console-context.ts';
import { Button, Field, List } from '../../ui/parts.tsx';
import { saveText } from '../../ui/save-text.ts';

/** A field for a secret, which can be read over before it is sent. */
function SecretField({
  label,
  hint,
  ...input
}: { label: string; hint?: string } & React.ComponentProps<'input'>) {
  const { words } = useConsole();
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <span className="secret">
          <input
            {...ids}
            {...input}
            type={shown ? 'text' : 'password'}
            autoCapitalize="none"
            spellCheck={false}
            required
          />
          <Button aria-controls={ids.id} aria-pressed={shown} onClick={() => setShown(!shown)}>
            {shown ? words.signIn.hideSecret : words.signIn.showSecret}
          </Button>
        </span>
      )}
    </Field>
  );
}

/** The password by which somebody is known here. */
export function CurrentPassword({ label, name }: { label: string; name: string }) {
  return <SecretField label={label} name={name} autoComplete="current-password" />;
}

/** A password that is chosen now; the service judges whether it is a common one. */
export function NewPassword({ label, name }: { label: string; name: string }) {
  const { words } = useConsole();
  return (
    <SecretField
      label={label}
      hint={words.invitation.passwordHint}
      name={name}
      autoComplete="new-password"
      minLength={12}
      maxLength={128}
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
