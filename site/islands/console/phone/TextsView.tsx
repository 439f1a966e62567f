import { Await } from '../parts.tsx';
import { useLoad } from '../use-service.ts';

/** The registered texts as a phone shows them. */
export function TextsView() {
  const { state, reload } = useLoad<{ templates: { template: { id: string }; preview: string }[] }>(
    '/api/templates',
  );
  return (
    <Await state={state} retry={reload}>
      {({ templates }) => (
        <ul className="plain phone-previews">
          {templates.map(({ template, preview }) => (
            <li key={template.id}>{preview}</li>
          ))}
        </ul>
      )}
    </Await>
  );
}
