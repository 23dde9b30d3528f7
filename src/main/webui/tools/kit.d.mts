/** The parts of the kit that come with the screens that need them. */
export const later: readonly string[];
/** The components of the kit that a source imports. */
export function imported(source: string): string[];
/** Those components and all that they are made of. */
export function partsOf(names: readonly string[]): Set<string>;
/** Imports of the style sheets that those parts have, in the order of the kit. */
export function sheetsOf(names: Iterable<string>): string[];
