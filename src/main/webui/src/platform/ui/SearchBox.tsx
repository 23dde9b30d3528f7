import { CloseButton, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

type Props = { label: string; value: string; onSearch: (words: string) => void };

/** Searches while somebody types; the address follows, and the box follows the address on Back. */
export function SearchBox({ label, value, onSearch }: Props) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const sent = useRef(value);
  const search = useDebouncedCallback((words: string) => {
    sent.current = words;
    onSearch(words);
  }, 250);
  useEffect(() => {
    if (input.current && value !== sent.current) {
      input.current.value = value;
      sent.current = value;
    }
  }, [value]);
  const clear = () => {
    if (input.current) input.current.value = "";
    search("");
    input.current?.focus();
  };
  return (
    <TextInput
      ref={input}
      role="searchbox"
      aria-label={label}
      placeholder={label}
      defaultValue={value}
      maxLength={100}
      autoComplete="off"
      spellCheck={false}
      leftSection={<IconSearch size={18} aria-hidden />}
      rightSection={value ? <CloseButton size="sm" aria-label={t("ui.clear")} onClick={clear} /> : null}
      onChange={(event) => search(event.currentTarget.value)}
      miw={{ base: "100%", xs: 320 }}
    />
  );
}
