/** What the page keeps by name, as long as the browser keeps it. */
export type Keep = {
  get: (name: string) => string | null;
  set: (name: string, value: string) => void;
  remove: (name: string) => void;
  /** Forgets everything but the names that are given. */
  clear: (...but: string[]) => void;
  /** Whether it survives when the page is loaded again. */
  lasts: () => boolean;
};

/** A storage that the browser may refuse (private windows, cookies off, no room left); what it refuses stays in memory. */
export function keepIn(storage: () => Storage): Keep {
  const memory = new Map<string, string>();
  function tried<T>(act: (real: Storage) => T, otherwise: T): T {
    try {
      return act(storage());
    } catch {
      return otherwise;
    }
  }
  const names = () => tried((real) => Object.keys(real), []);
  const keep: Keep = {
    get: (name) => memory.get(name) ?? tried((real) => real.getItem(name), null),
    set: (name, value) => {
      memory.delete(name);
      const kept = tried((real) => {
        real.setItem(name, value);
        return true;
      }, false);
      if (!kept) memory.set(name, value);
    },
    remove: (name) => {
      memory.delete(name);
      tried((real) => real.removeItem(name), undefined);
    },
    lasts: () =>
      tried((real) => {
        real.setItem("athena.trial", "1");
        real.removeItem("athena.trial");
        return true;
      }, false),
    clear: (...but) => {
      for (const name of [...names(), ...memory.keys()]) if (!but.includes(name)) keep.remove(name);
    },
  };
  return keep;
}

/** Kept on this device for all tabs. */
export const device = keepIn(() => localStorage);

/** Kept for this tab alone, until it is closed. */
export const tab = keepIn(() => sessionStorage);
