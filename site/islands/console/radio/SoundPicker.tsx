import type { ReactNode } from 'react';

/** What recorders and phones make; the names too, since some phones know no type for them. */
const soundTypes = 'audio/*,.wav,.mp3,.m4a,.ogg';

interface PickerProps {
  /** Read out in full, since the button is one of many. */
  label: string;
  children: ReactNode;
  disabled: boolean;
  onPick: (sound: File) => void;
}

/** A button that takes a recording and hands it on at once. */
export function SoundPicker({ label, children, disabled, onPick }: PickerProps) {
  return (
    <label className="button picker">
      <span aria-hidden="true">{children}</span>
      <input
        type="file"
        className="sr-only"
        aria-label={label}
        accept={soundTypes}
        disabled={disabled}
        onChange={({ currentTarget }) => {
          const sound = currentTarget.files?.[0];
          currentTarget.value = '';
          if (sound !== undefined) onPick(sound);
        }}
      />
    </label>
  );
}
