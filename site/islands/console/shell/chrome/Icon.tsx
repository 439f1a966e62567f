/** One of the icons that the page carries; decoration for its words. */
export function Icon({ name }: { name: string }) {
  return (
    <svg className="icon" viewBox="0 0 256 256" aria-hidden="true">
      <use href={`#icon-${name}`} />
    </svg>
  );
}
