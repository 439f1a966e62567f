interface ImportMetaEnv {
  /** False where the pages are built for a plain web server, on which nothing answers `/api/progress` */
  readonly HAS_SERVICE: boolean;
}
