import { Await } from '../parts.tsx';
import { useLoad } from '../use-service.ts';
import { useBlastWords } from './use-blast-words.ts';

/** Broadcasts, the newest first. */
export function BlastsView() {
  const words = useBlastWords();
  const { state, reload } = useLoad<{ id: number; name: string }[]>('/api/blasts');
  return (
    <Await state={state} retry={reload}>
      {(blasts) =>
        blasts.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <ul>
            {blasts.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        )
      }
    </Await>
  );
}
