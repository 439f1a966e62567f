interface ImportMetaEnv {
  /** False where the pages are built for a plain web server, on which nothing answers `/api/progress` */
  readonly HAS_SERVICE: boolean;
}

// Astro's own types say so too, where it has written them: not yet in a fresh clone.
interface ImportMeta {
  readonly env: ImportMetaEnv;
}
