/** The page in the other language opens at the same place: filters and the chosen row are in query and hash. */
const link = document.querySelector<HTMLAnchorElement>('#bar-language');
for (const event of ['pointerdown', 'focus', 'click']) {
  link?.addEventListener(event, () => {
    link.search = location.search;
    link.hash = location.hash;
  });
}
