import type { GetInputPropsReturnType, UseFormReturnType } from "@mantine/form";
import type { Values } from "@/platform/ui/form/merge";

/** The fields of one part of a form, for example of the second guardian in it. */
export type Inputs = {
  key: (field: string) => string;
  of: (field: string, type?: "checkbox") => GetInputPropsReturnType;
  value: (field: string) => unknown;
  fill: (field: string, value: unknown) => void;
  path: (field: string) => string;
};

/** @param prefix where the part stands, for example `guardians.1.` */
export function inputsAt<V extends Values>(form: UseFormReturnType<V>, prefix = ""): Inputs {
  const part = () => {
    const steps = prefix.split(".").filter(Boolean);
    return steps.reduce<unknown>((all, step) => (all as Values | undefined)?.[step], form.getValues()) as
      | Values
      | undefined;
  };
  return {
    key: (field) => form.key(prefix + field),
    of: (field, type) => form.getInputProps(prefix + field, type ? { type } : {}),
    value: (field) => part()?.[field],
    fill: (field, value) => form.setFieldValue(prefix + field, value as never),
    path: (field) => prefix + field,
  };
}
