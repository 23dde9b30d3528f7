import type { ReactNode } from "react";
import classes from "./FormActions.module.css";

/** The buttons of a form, which stay in reach while a long form is scrolled. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className={classes.bar}>{children}</div>;
}
