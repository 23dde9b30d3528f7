import type { ReactNode } from "react";
import classes from "./PlainTable.module.css";

type Props = { label: string; children: ReactNode };

/**
 * A table of the page: `thead`, `tbody` and rows stand inside as plain elements. The kit's own table brings its scroll area along,
 * which weighs 17 kB.
 */
export function PlainTable({ label, children }: Props) {
  return (
    // A table that is wider than the screen is moved by the keyboard as well.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by the keyboard
    <section className={classes.scroll} aria-label={label} tabIndex={0}>
      <table className={classes.table}>{children}</table>
    </section>
  );
}
