const watched = new Set<() => boolean>();

/** Lets the page ask that form before it starts anew. Gives the function that ends it. */
export function watch(unsaved: () => boolean): () => void {
  watched.add(unsaved);
  return () => {
    watched.delete(unsaved);
  };
}

/** Whether a form on the screen has changes that nobody has saved. */
export const isUnsaved = () => [...watched].some((unsaved) => unsaved());
