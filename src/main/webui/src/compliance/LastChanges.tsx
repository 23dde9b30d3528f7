import { Text } from "@mantine/core";
import { api } from "@/platform/api/api";
import { moment } from "@/platform/i18n/formats";
import { useTelling } from "./useTelling";

/** The last entries of the log, as lines of a home screen. */
export function LastChanges({ className }: { className: string }) {
  const { sentence } = useTelling();
  const { data } = api.useQuery("get", "/api/v1/compliance/audit-log", { params: { query: { page_size: 5 } } });
  return (
    <ul className={className}>
      {data?.items.map((entry) => (
        <li key={entry.id}>
          {sentence(entry)}
          <Text size="xs" c="dimmed">
            {moment(entry.created_at)}
          </Text>
        </li>
      ))}
    </ul>
  );
}
