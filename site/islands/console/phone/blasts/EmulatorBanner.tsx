import { useLoad } from '../../ui/use-service.ts';
import { useBlastWords } from './use-blast-words.ts';

/** Says that nothing reaches anybody while only the training emulator is set up. */
export function EmulatorBanner() {
  const words = useBlastWords();
  const { state } = useLoad('GET /api/gateways');
  if (state.kind !== 'loaded' || !state.value.emulatorOnly) return null;
  return (
    <p className="emulator">
      <span className="tag">{words.emulator.tag}</span> {words.emulator.text}
    </p>
  );
}
