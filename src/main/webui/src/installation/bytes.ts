import { locale } from "@/platform/i18n/i18n";

/** A size as people read it: 1,4 MB. */
export function bytes(count: number): string {
  const [unit, divisor] =
    count >= 1e9
      ? (["gigabyte", 1e9] as const)
      : count >= 1e6
        ? (["megabyte", 1e6] as const)
        : (["kilobyte", 1e3] as const);
  return new Intl.NumberFormat(locale(), { style: "unit", unit, maximumFractionDigits: 1 }).format(count / divisor);
}
