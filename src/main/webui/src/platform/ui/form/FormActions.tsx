import type { ReactNode } from "react";
import classes from "./FormActions.module.css";

type Props = {
  /** Why the form was not saved: it stands where the button was pressed, however long the form is. */
  notice?: ReactNode;
  children: ReactNode;
};

/** The buttons of a form, which stay in reach while a long form is scrolled. */
export function FormActions({ notice, children }: Props) {
  return (
    <div className={classes.bar}>
      {notice ? <div className={classes.notice}>{notice}</div> : null}
      <div className={classes.buttons}>{children}</div>
    </div>
  );
}
