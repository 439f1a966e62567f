interface ImportMetaEnv {
  /** False where the pages are built for a plain web server, on which nothing answers `/api/progress` */
  readonly HAS_SERVICE: boolean;
}

// Astro's own types say so too, where it has written them: not yet in a fresh clone.
interface ImportMeta {
  readonly env: ImportMetaEnv;
}

/** Address of the web font of the campaign's script: `astro.config.mjs` says which file it is. */
declare module 'own-font?url' {
  const address: string;
  export default address;
}
