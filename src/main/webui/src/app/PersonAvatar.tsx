import { Avatar, UnstyledButton, type UnstyledButtonProps } from "@mantine/core";
import type { ButtonHTMLAttributes, Ref } from "react";

type Props = { name: string; ref?: Ref<HTMLButtonElement> } & UnstyledButtonProps &
  ButtonHTMLAttributes<HTMLButtonElement>;

/** The button with the initials of whoever is signed in. */
export function PersonAvatar({ name, ...button }: Props) {
  return (
    <UnstyledButton aria-label={name} {...button}>
      <Avatar name={name} color="athena" variant="filled" radius="xl" size={36} aria-hidden />
    </UnstyledButton>
  );
}
