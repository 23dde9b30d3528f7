/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** The API's address when the page stands on a host of its own. */
  readonly VITE_API_URL?: string;
}
