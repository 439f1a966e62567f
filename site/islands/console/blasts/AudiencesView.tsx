import { Await } from '../parts.tsx';
import { useLoad } from '../use-service.ts';
import { useBlastWords } from './use-blast-words.ts';

/** Lists of numbers, the newest first. */
export function AudiencesView() {
  const words = useBlastWords();
  const { state, reload } = useLoad<{ id: number; name: string }[]>('/api/audiences');
  return (
    <Await state={state} retry={reload}>
      {(audiences) =>
        audiences.length === 0 ? (
          <p>{words.noLists}</p>
        ) : (
          <ul>
            {audiences.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        )
      }
    </Await>
  );
}
