import { CloseButton, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useKeys } from "./keys";

type Props = {
  label: string;
  value: string;
  onSearch: (words: string) => void;
  /** Enter, with the words in the box; the search for them has begun then. */
  onEnter?: (words: string) => void;
};

/** Searches while somebody types; the address follows, and the box follows the address on Back. The key / comes here. */
export function SearchBox({ label, value, onSearch, onEnter }: Props) {
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
  useKeys(onEnter ? [{ key: "Enter", does: t("ui.keyFirst") }] : []);
  const enter = (words: string) => {
    search.cancel();
    if (words !== sent.current) {
      sent.current = words;
      onSearch(words);
    }
    onEnter?.(words);
  };
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
      aria-keyshortcuts="/"
      onChange={(event) => search(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") enter(event.currentTarget.value);
      }}
      miw={{ base: "100%", xs: 320 }}
    />
  );
}
