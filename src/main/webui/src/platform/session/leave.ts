import { tab } from "@/platform/keep";

let requests = new AbortController();
let left = false;

/** Ends with this page: what is in flight when the person or the school changes is dropped, and nobody reads its answer. */
export const whilePresent = () => requests.signal;

/** Whether this page is on its way out; it then asks and shows nothing any more. */
export const isLeaving = () => left;

/** From now on nothing of this page is sent or shown. */
export function dropAll() {
  left = true;
  requests.abort();
}

/** Starts the page anew at that address, so that nothing of before is left in memory, nor to be seen with the Back button. */
export function startAnew(address: string) {
  dropAll();
  document.documentElement.style.visibility = "hidden";
  location.replace(address);
}

let over: (address: string) => void = startAnew;

/** Names what draws the page anew without loading it. */
export const onStartOver = (draw: (address: string) => void) => {
  over = draw;
};

/** Like starting anew, where the browser lets the page keep nothing: loading it again would end the session. */
export function startOver(address: string) {
  requests.abort();
  requests = new AbortController();
  over(address);
}

/** Erases drafts and the school of this tab; what is kept by name survives, and the session that is named. */
export const forget = (...but: string[]) => tab.clear(...but);

/** A page that the browser kept for its Back button shows nothing when the session or the school has changed meanwhile. */
window.addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
