import { useConsole } from '../../ui/console-context.ts';
import { TextField } from '../../ui/parts.tsx';

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
