/** One of the icons that the page carries; decoration beside its words. */
export function Icon({ name }: { name: string }) {
  return (
    <svg className="icon" viewBox="0 0 256 256" aria-hidden="true">
      <use href={`#icon-${name}`} />
    </svg>
  );
}

/** Three lines, where Phosphor's filled list is a box. */
export function MenuIcon() {
  return (
    <svg className="icon" viewBox="0 0 256 256" aria-hidden="true">
      <path d="M36 60h184v24H36zm0 56h184v24H36zm0 56h184v24H36z" />
    </svg>
  );
}
