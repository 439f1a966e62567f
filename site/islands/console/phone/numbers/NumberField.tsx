import { TextField } from '../../ui/parts.tsx';
import { usePhoneWords } from '../use-phone-words.ts';

/** Takes one mobile number; a browser offers none that were typed before, since they are others' numbers. */
export function NumberField({ label }: { label: string }) {
  const words = usePhoneWords();
  return (
    <TextField
      label={label}
      hint={words.numbers.numberHint}
      name="number"
      type="tel"
      inputMode="tel"
      autoComplete="off"
      maxLength={20}
      required
    />
  );
}
